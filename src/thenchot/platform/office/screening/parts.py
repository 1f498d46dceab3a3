"""Word, Excel and PowerPoint files: every part that may say something, not only the body."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from thenchot.kernel.text import fold
from thenchot.platform.office.excel.grid import cell_text, lay_out
from thenchot.platform.office.excel.streams import MOST_ROWS
from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.reading.model import Unreadable
from thenchot.platform.office.reading.stamps import Line, secret_stamp, stamp_among

_BODY = "word/document.xml"
_LOOKED_AT = re.compile(
    r"(?:word/(?!styles|theme|fontTable|settings|webSettings|numbering|_rels)[^/]+|docProps/[^/]+"
    r"|customXml/item\d+|xl/(?:drawings|worksheets|chartsheets|threadedComments|charts)/[^/]+"
    r"|xl/comments\d*|ppt/(?:slides|notesSlides|comments|slideMasters|slideLayouts)/[^/]+"
    r"|word/glossary/document|word/diagrams/[^/]+)\.(?:xml|vml)"
)
_OF_PARAGRAPHS = {"p", "si", "is", "text"}
_BETWEEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SAYING = ("string", "descr")  # attributes: letters of a drawn word, what a picture shows
_SECRECY = {"do mat", "muc do mat", "cap do mat", "muc mat", "dau mat", "do mat do khan"}
_ABOVE = 30  # rows in which a stamp stands over a list
_TABLE = 4  # cells of a row with more are data
DAMAGED = "Tệp bị hỏng, không mở được. Hãy mở bằng phần mềm gốc, lưu bản mới rồi tải lại."


def stamp_of_parts(content: bytes, extension: str, limits: Limits) -> str:
    """Raises `BadFile`."""
    stamp = _stamp_of_zip(content, limits) if content.startswith(b"PK") else ""
    if stamp or extension not in ("xlsx", "xls"):
        return stamp
    for sheet in lay_out(content, MOST_ROWS):
        stamp = stamp_among([Line(sheet.name)], everywhere=True) or stamp_of_grid(sheet.rows)
        if stamp:
            return stamp
    return ""


def _stamp_of_zip(content: bytes, limits: Limits) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            left = limits.unpacked
            for member in archive.infolist():
                if not _LOOKED_AT.fullmatch(member.filename.lstrip("/")):
                    continue
                left -= member.file_size
                if left < 0:
                    raise Unreadable("zip_bomb", "Tệp nén bung ra quá lớn nên không được mở.")
                is_body = member.filename == _BODY
                lines = list(_lines(archive.read(member), limits))
                if stamp := stamp_among(lines, everywhere=not is_body):
                    return stamp
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as error:
        raise Unreadable("damaged", DAMAGED) from error
    return ""


def _lines(xml: bytes, limits: Limits) -> Iterator[Line]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("damaged", DAMAGED) from error
    if root is None:
        return
    rows = _data_rows(root)
    boxes: list[Line] = []
    count = 0
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = _local(element)
        count += name == "p"
        if count > limits.rows:
            raise Unreadable("too_long", f"Tệp có hơn {limits.rows} đoạn, vượt giới hạn.")
        yield from _said_by(element, name, rows)
        if name in ("txbxContent", "txBody"):
            boxes.append(Line(" ".join(element.itertext())[:200]))
    yield from boxes


def _said_by(element: Any, name: str, rows: dict[Any, bool]) -> Iterator[Line]:
    for attribute in _SAYING:
        if said := element.get(attribute):
            yield Line(said)
    if name in _OF_PARAGRAPHS:
        cell = next((up for up in element.iterancestors() if _local(up) == "tc"), None)
        text = _text(element)
        for line in text.split("\n"):
            if line.strip():
                yield Line(line, not _is_numbered(element), rows.get(cell, False))
    elif name == "tr":
        cells = [" ".join(_text(p) for p in c.iter() if _local(p) == "p") for c in element]
        yield Line("\t".join(filter(None, cells)), alone=False, is_data=True)
    elif not len(element) and element.text and _local(element) not in ("t", "delText", "instrText"):
        text = element.text.strip()
        if name.endswith(("Header", "Footer")):
            yield from (
                Line(part) for part in re.split(r"&(?:[LCR]|\"[^\"]*\"|\d+|[BIUSXY])", text)
            )
        elif 3 <= len(text) <= 200 and name not in ("v", "f"):
            yield Line(text)


def _data_rows(root: Any) -> dict[Any, bool]:
    """Cells of rows that list something: three and more filled ones, or a number first."""
    found: dict[Any, bool] = {}
    for row in root.iter("{*}tr"):
        cells = [cell for cell in row if isinstance(cell.tag, str) and _local(cell) == "tc"]
        texts = ["".join(cell.itertext()).strip() for cell in cells]
        filled = [text for text in texts if text]
        is_data = len(filled) >= _TABLE - 1 or bool(filled and re.fullmatch(r"\d+\.?", filled[0]))
        found |= dict.fromkeys(cells, is_data)
    return found


def _text(paragraph: Any) -> str:
    """Of a paragraph without the boxes hung on it; capitals made by formatting are capitals."""
    parts: list[str] = []
    for node in paragraph.iter():
        if not isinstance(node.tag, str) or _owner(node) is not paragraph:
            continue
        name = _local(node)
        if node.text and (name == "t" or node is paragraph):
            parts.append(node.text.upper() if _has_capitals(node) else node.text)
        else:
            parts.append(_BETWEEN.get(name, ""))
    return "".join(parts)


def _owner(node: Any) -> Any:
    while node is not None and _local(node) not in _OF_PARAGRAPHS:
        node = node.getparent()
    return node


def _has_capitals(text: Any) -> bool:
    run = text.getparent()
    for mark in run.iterfind("{*}rPr/{*}caps"):
        return str(mark.get(mark.tag.replace("caps", "val"))) not in ("0", "false")
    properties = run.find("{*}rPr")
    return properties is not None and properties.get("cap") in ("all", "small")


def _is_numbered(paragraph: Any) -> bool:
    return paragraph.find("{*}pPr/{*}numPr") is not None


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def stamp_of_grid(grid: Sequence[Sequence[Any]]) -> str:
    """The stamp over a list, alone in its row, or in a column of secrecy."""
    above = True
    columns: set[int] = set()
    for number, row in enumerate(grid):
        texts = [cell_text(cell) for cell in row]
        filled = [text for text in dict.fromkeys(texts) if text]
        above = above and number < _ABOVE and len(filled) < _TABLE
        for text in (texts[at] for at in columns if at < len(texts)):
            if stamp := secret_stamp(text, capitals=False):
                return stamp
        lines = [Line("\t".join(filled), alone=False, is_data=True)]
        lines += [Line(text, len(filled) == 1, not above and len(filled) > 1) for text in filled]
        if (above or len(filled) <= 2) and (stamp := stamp_among(lines, everywhere=True)):
            return stamp
        if number < _ABOVE:
            columns |= {
                at
                for at, text in enumerate(texts)
                if len(text) < 60 and fold(text).strip(" :*.") in _SECRECY
            }
    return ""
