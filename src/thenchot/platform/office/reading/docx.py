"""Word files: paragraphs with their automatic numbers, tables with merged cells, legacy fonts
turned to Unicode.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from thenchot.kernel.text import nfc
from thenchot.platform.office.reading.docx_numbers import Numbering
from thenchot.platform.office.reading.legacy_fonts import convert, legacy_of_font
from thenchot.platform.office.reading.model import (
    MERGED,
    Source,
    SourceBlock,
    SourceWarning,
    Unreadable,
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes) -> Source:
    """Headers, footers, comments and deleted text are left out. Raises `Unreadable`."""
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
    except Exception as error:
        raise Unreadable("damaged", "Tệp Word bị hỏng, không mở được.") from error
    reader = _Reader(document)
    blocks = tuple(reader.blocks(document.element.body))
    if not any(block.text.strip() or block.rows for block in blocks):
        raise Unreadable("empty", "Tệp không có chữ nào đọc được.")
    return Source(
        "\n".join(_shown(block) for block in blocks),
        blocks,
        "docx",
        fonts=tuple(sorted(reader.fonts)),
        warnings=reader.warnings(),
        converted_from=reader.legacy,
        confidence=0.9 if reader.legacy else 1.0,
        pages=max((block.page for block in blocks), default=1),
    )


def _shown(block: SourceBlock) -> str:
    return (
        "\n".join("\t".join(row) for row in block.rows).replace(MERGED, "")
        if block.rows
        else block.text
    )


class _Reader:
    """Walks the body once; remembers the page, the fonts met and whether anything was converted."""

    def __init__(self, document: Any) -> None:
        self.numbering = Numbering(document)
        self.styles = {style.style_id: style for style in document.styles}
        self.default_font = _default_font(document)
        self.fonts: set[str] = set()
        self.legacy: str | None = None
        self.page = 1

    def warnings(self) -> tuple[SourceWarning, ...]:
        if not self.legacy:
            return ()
        return (
            SourceWarning(
                "converted",
                f"Văn bản dùng phông chữ cũ ({self.legacy}), đã chuyển sang Unicode, cần xem lại",
            ),
        )

    def blocks(self, body: Any) -> Iterator[SourceBlock]:
        for child in body:
            if child.tag == f"{_W}p":
                yield from self.paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield SourceBlock("table", rows=tuple(self.rows(child)), page=self.page)
            elif child.tag == f"{_W}sdt":
                content = child.find(f"{_W}sdtContent")
                yield from self.blocks(content if content is not None else ())

    def paragraph(self, element: Any) -> Iterator[SourceBlock]:
        before = self.page
        text = self.text_of(element)
        number = self.numbering.next_for(element, self.styles)
        level = self.heading_level(element)
        bold = _all_bold(element)
        for index, line in enumerate(text.split("\n")):
            words = (
                f"{number} {line.strip()}"
                if number and index == 0 and line.strip()
                else line.strip()
            )
            if words:
                yield SourceBlock("paragraph", words, level, bold, page=before)
            elif index == 0 and "\n" not in text:
                yield SourceBlock("line", "", page=before)

    def text_of(self, element: Any) -> str:
        parts: list[str] = []
        for run in element.iter(f"{_W}r"):
            if run.getparent().tag == f"{_W}del":
                continue
            parts.append(self.run_text(run, element))
        return nfc("".join(parts))

    def run_text(self, run: Any, paragraph: Any) -> str:
        pieces: list[str] = []
        for node in run:
            if node.tag == f"{_W}t":
                pieces.append(node.text or "")
            elif node.tag == f"{_W}tab":
                pieces.append("\t")
            elif node.tag in (f"{_W}br", f"{_W}cr"):
                self.page += node.get(f"{_W}type") == "page"
                pieces.append("\n" if node.get(f"{_W}type") != "page" else "")
            elif node.tag == f"{_W}lastRenderedPageBreak":
                self.page += 1
            elif node.tag == f"{_W}noBreakHyphen":
                pieces.append("-")
        return self.unicode("".join(pieces), self.font_of(run, paragraph))

    def unicode(self, text: str, font: str) -> str:
        if font:
            self.fonts.add(font)
        legacy = legacy_of_font(font) if font else None
        if not legacy or not text.strip():
            return text
        self.legacy = legacy.split("-")[0]
        return convert(text, legacy)

    def font_of(self, run: Any, paragraph: Any) -> str:
        fonts = run.find(f"{_W}rPr/{_W}rFonts")
        if fonts is not None and (name := fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi")):
            return str(name)
        style = self.styles.get(_style_id(paragraph))
        while style is not None:
            if style.font is not None and style.font.name:
                return str(style.font.name)
            style = style.base_style
        return self.default_font

    def heading_level(self, element: Any) -> int:
        style = self.styles.get(_style_id(element))
        match = (
            re.match(r"(?:heading|tiêu đề)\s*(\d)", (style.name or "").lower())
            if style is not None
            else None
        )
        return int(match[1]) if match else 0

    def rows(self, table: Any) -> Iterator[tuple[str, ...]]:
        """Cells by grid column; a cell merged sideways fills its first column, one merged downwards
        its first row.
        """
        for row in table.iter(f"{_W}tr"):
            if _owner(row, "tbl") is not table:
                continue
            cells: list[str] = [""] * _before(row)
            for cell in row.iter(f"{_W}tc"):
                if _owner(cell, "tr") is row:
                    cells += [self.cell_text(cell)] + [""] * (_span(cell) - 1)
            yield tuple(cells)

    def cell_text(self, cell: Any) -> str:
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val") != "restart":
            return MERGED
        lines = []
        for paragraph in cell.iter(f"{_W}p"):
            number = self.numbering.next_for(paragraph, self.styles)
            text = self.text_of(paragraph).strip()
            lines.append(f"{number} {text}".strip() if number else text)
        return "\n".join(line for line in lines if line)


def _default_font(document: Any) -> str:
    fonts = document.styles.element.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}rFonts")
    normal = next((style for style in document.styles if style.style_id == "Normal"), None)
    named = normal.font.name if normal is not None and normal.font is not None else None
    return str(named or (fonts.get(f"{_W}ascii") if fonts is not None else "") or "")


def _style_id(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(style.get(f"{_W}val")) if style is not None else "Normal"


def _all_bold(element: Any) -> bool:
    runs = [
        run
        for run in element.iter(f"{_W}r")
        if any((t.text or "").strip() for t in run.iter(f"{_W}t"))
    ]
    return bool(runs) and all(_is_on(run.find(f"{_W}rPr/{_W}b")) for run in runs)


def _is_on(mark: Any) -> bool:
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false")


def _owner(element: Any, tag: str) -> Any:
    parent = element.getparent()
    while parent is not None and parent.tag != f"{_W}{tag}":
        parent = parent.getparent()
    return parent


def _span(cell: Any) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return min(int(span.get(f"{_W}val")), 60) if span is not None else 1


def _before(row: Any) -> int:
    skipped = row.find(f"{_W}trPr/{_W}gridBefore")
    return min(int(skipped.get(f"{_W}val")), 60) if skipped is not None else 0
