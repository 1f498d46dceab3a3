"""Printed lines made clean: marks of formatting, footnote digits, page numbers, and what was glued
together.
"""

import html
import re
from dataclasses import dataclass

from thenchot.kernel.text import nfc
from thenchot.platform.office.reading.model import Source, SourceBlock

_HEADING = re.compile(r"^\s*(#{1,6})\s+")
_EMPHASIS = re.compile(r"\*{1,3}|(?<![\w])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\w])|`")
_TAG = re.compile(
    r"</?(?:b|i|u|strong|em|sup|sub|span|p|div|font|center)(?:\s[^<>]*)?>", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=[^\s*|(“\"'\-–])\*\*(?=[A-ZĐÀ-Ỹ0-9])(?=[^*|]*\*\*\s*$)")
_SUPERSCRIPT = re.compile(r"(?<=\w)[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{[^}]{0,12}\}|\[\^?\d{1,2}\]")
_PAGE_NUMBER = re.compile(
    r"^\s*(?:(?:trang\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*/\s*\d{1,3})?)\s*$", re.IGNORECASE
)
_TYPED_ARROW = re.compile(r"^[-=]+>\s*")
_RULE = re.compile(r"^\s*(?:[-_*=~.–—]\s*){3,}$")
_NEAR = 12  # lines in which the sentence around a page number is looked for
_SPACES = re.compile(r"[ \t\u00a0\u2002-\u200b\ufeff]+")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """kind: line | paragraph | table | blank | break. `level`: heading level; `bold`: the whole
    line was bold.
    """

    kind: str
    text: str = ""
    level: int = 0
    bold: bool = False
    indent: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def lines_of(source: Source) -> list[PrintedLine]:
    """The clean lines of a source, page numbers left out."""
    lines: list[PrintedLine] = []
    for block in source.blocks:
        if block.kind == "table":
            rows = tuple(tuple(clean_cell(cell) for cell in row) for row in block.rows)
            lines.append(PrintedLine("table", rows=rows))
        elif block.kind == "page_break":
            lines.append(PrintedLine("break"))
        else:
            lines.extend(_from_block(block))
    return [line for index, line in enumerate(lines) if not _is_page_number(lines, index)]


def _from_block(block: SourceBlock) -> list[PrintedLine]:
    text = nfc(block.text).replace("\f", "\n\f\n")
    found = []
    for part in _GLUED.sub("\n**", text).split("\n"):
        if part.strip() == "\f":
            found.append(PrintedLine("break"))
        else:
            found.append(_line(part, block))
    return found


def _line(raw: str, block: SourceBlock) -> PrintedLine:
    heading = _HEADING.match(raw)
    text = _TYPED_ARROW.sub("→ ", clean_text(_HEADING.sub("", raw)))
    if not text or _RULE.match(text):
        return PrintedLine("blank")
    stripped = raw.strip()
    bold = block.bold or bool(re.match(r"^(?:#+\s*)?\*\*.*\*\*\W*$", stripped))
    return PrintedLine(
        block.kind,
        text,
        len(heading[1]) if heading else block.level,
        bold,
        len(raw) - len(raw.lstrip()),
    )


def clean_text(raw: str) -> str:
    """Without marks of formatting; tabs between words stay as one tab."""
    text = _TAG.sub("", html.unescape(raw)) if "<" in raw or "&" in raw else raw
    if "|" not in raw.strip()[:1]:
        text = _bullet_star(text)
    text = _SUPERSCRIPT.sub("", text)
    text = (
        "\t".join(_SPACES.sub(" ", part).strip() for part in text.split("\t"))
        if "\t" in text.strip()
        else text
    )
    return re.sub(r"[ \u00a0\u200b\ufeff]+", " ", text).strip()


def _bullet_star(text: str) -> str:
    star = re.match(r"^\s*\*\s+(?=\S)", text)
    body = _EMPHASIS.sub("", text[star.end() :] if star else text)
    return ("- " if star else "") + body


def clean_cell(cell: str) -> str:
    """A table cell: its lines kept apart, formatting removed."""
    parts = re.split(r"<br\s*/?>|\n|</p>\s*<p>", nfc(cell))
    cleaned = (clean_text(part).replace("\t", " ") for part in parts)
    return "\n".join(part for part in cleaned if part)


def _is_page_number(lines: list[PrintedLine], index: int) -> bool:
    """A number alone between blank lines or at a page break; the number of a row or clause is
    followed by its text.
    """
    line = lines[index]
    if line.kind == "table" or not _PAGE_NUMBER.match(line.text) or not line.text:
        return False
    around = [lines[at].kind for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    return "line" in line.kind and (
        all(kind in ("blank", "break") for kind in around) or _splits_sentence(lines, index)
    )


def _splits_sentence(lines: list[PrintedLine], index: int) -> bool:
    near_before = reversed(lines[max(0, index - _NEAR) : index])
    before = next((line.text for line in near_before if line.text), "")
    after = next((line.text for line in lines[index + 1 : index + _NEAR] if line.text), "")
    return len(before) > 45 and after[:1].islower() and before[-1:] not in ".;:"
