"""What the reader of workbooks passes over: rows that are hidden, and cells that show an error.

Read from the XML of the sheets in pieces, so that a long sheet costs no memory.
"""

import html
import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from thenchot.platform.office.excel.old_rows import hidden_rows

MOST = 20_000  # errors of one sheet that are told
_CHUNK, _KEPT = 1 << 20, 10_000  # bytes; no cell with its formula is longer than what is kept
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_LINK = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']")
_NUMBER = re.compile(rb"\sr=[\"'](\d{1,7})[\"']")
_IS_ERROR = re.compile(rb"\st=[\"']e[\"']")
_ERROR = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*>"
    rb"(?:(?!</(?:\w+:)?c>).){0,9000}?<(?:\w+:)?v>(#[^<]{1,20})</",
    re.DOTALL,
)


@dataclass
class Marks:
    """Of one sheet. `hidden`: rows as Excel numbers them; `errors`: (row, letters) -> "#N/A"."""

    hidden: set[int] = field(default_factory=set)
    errors: dict[tuple[int, str], str] = field(default_factory=dict)


def marks_of(content: bytes) -> dict[str, Marks]:
    """By the name of the sheet; of an old workbook only the hidden rows."""
    if not content.startswith(b"PK"):
        return {name: Marks(hidden=rows) for name, rows in hidden_rows(content)}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: _read(archive, member) for name, member in _members(archive) if member}
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError):
        return {}  # whoever opens the workbook says what is wrong with it


def _members(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    links = {
        _attribute(link, "Id"): posixpath.normpath(
            posixpath.join("/xl", _attribute(link, "Target"))
        ).lstrip("/")
        for link in _LINK.findall(archive.read("xl/_rels/workbook.xml.rels"))
    }
    return [
        (_attribute(sheet, "name"), links.get(_attribute(sheet, r"\w+:id"), ""))
        for sheet in _SHEET.findall(archive.read("xl/workbook.xml"))
    ]


def _attribute(tag: bytes, name: str) -> str:
    match = re.search(rf"\s{name}=(?:\"([^\"]*)\"|'([^']*)')", tag.decode("utf-8", "replace"))
    return html.unescape(match[1] if match[1] is not None else match[2]) if match else ""


def _read(archive: zipfile.ZipFile, member: str) -> Marks:
    marks, rest = Marks(), b""
    with archive.open(member) as handle:
        while chunk := handle.read(_CHUNK):
            text = rest + chunk
            _mark(text, marks)
            rest = text[-_KEPT:]
    return marks


def _mark(text: bytes, marks: Marks) -> None:
    if _HIDDEN.search(text):
        for row in _ROW.findall(text):
            if _HIDDEN.search(row) and (number := _NUMBER.search(row)):
                marks.hidden.add(int(number[1]))
    for at in _IS_ERROR.finditer(text):
        start = text.rfind(b"<", 0, at.start())
        match = _ERROR.match(text, start)
        if match and len(marks.errors) < MOST:
            marks.errors[int(match[2]), match[1].decode()] = match[3].decode("ascii", "replace")
