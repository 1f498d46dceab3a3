"""Word files: paragraphs with their automatic numbers, tables with merged cells, legacy fonts
turned to Unicode.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from thenchot.kernel.text import nfc
from thenchot.platform.office.reading.docx_numbers import Numbering
from thenchot.platform.office.reading.legacy_fonts import convert, legacy_of_font
from thenchot.platform.office.reading.limits import DEFAULT, Limits
from thenchot.platform.office.reading.model import (
    MERGED,
    Source,
    SourceBlock,
    SourceWarning,
    Unreadable,
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = {"comment", "sectPr", *(f"{name}Pr" for name in ("p", "r", "sdt", "sdtEnd", "tbl"))}
_PROPERTIES |= {"tcPr", "trPr", "tblGrid", "customXmlPr", "smartTagPr"}
_HEAD = re.compile(r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|Số\s*:\s*\d")
_SOFT_HYPHEN = "\xad"  # in TCVN3 it is the letter ư
_LONGEST_CELL = 20_000  # characters
_DEEPEST = 20  # styles that a style may stand on
_BESIDE = {"headers": ("header", "footer"), "notes": ("footnotes", "endnotes")}
_LEFT_OUT = {
    "struck": "Đã bỏ chữ bị gạch ngang",
    "hidden": "Đã bỏ chữ ẩn",
    "tracked": "Văn bản còn sửa đổi chưa chấp nhận; đã bỏ chữ bị xóa, chuyển đi, giữ chữ mới",
    "headers": "Đầu trang, chân trang không đọc vào nội dung",
    "notes": "Chú thích cuối trang không đọc vào nội dung",
}


def read_docx(data: bytes, limits: Limits = DEFAULT) -> Source:
    """The body with its text boxes and frames; what is left out (deleted and struck text, headers,
    footnotes) is told by a warning. Raises `Unreadable`.
    """
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
    except Exception as error:
        raise Unreadable("damaged", "Tệp Word bị hỏng, không mở được.") from error
    reader = _Reader(document, limits)
    blocks = (*reader.letterhead(), *reader.blocks(document.element.body))
    if not any(block.text.strip() or block.rows for block in blocks):
        raise Unreadable("empty", "Tệp không có chữ nào đọc được.")
    return Source(
        "\n".join(_shown(block) for block in blocks),
        blocks,
        "docx",
        fonts=tuple(sorted(reader.fonts)),
        warnings=tuple(reader.warnings()),
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

    def __init__(self, document: Any, limits: Limits) -> None:
        self.document = document
        self.limits = limits
        self.numbering = Numbering(document)
        self.styles = {style.style_id: style for style in document.styles}
        self.default_font = _default_font(document)
        self.style_fonts: dict[str, str] = {}
        self.fonts: set[str] = set()
        self.legacy: str | None = None
        self.page = 1
        self.paragraphs = 0
        self.boxes: list[Any] = []
        self.left_out: dict[str, list[str]] = {}
        self.boxed = 0

    def warnings(self) -> Iterator[SourceWarning]:
        """What was converted, and what stands in the file and not in the reading."""
        if self.legacy:
            yield SourceWarning(
                "converted",
                f"Văn bản dùng phông chữ cũ ({self.legacy}), đã chuyển sang Unicode, cần xem lại",
            )
        if self.boxed:
            yield SourceWarning(
                "text_boxes",
                f"Văn bản có {self.boxed} hộp chữ; chữ trong hộp được đọc sau đoạn mà hộp gắn vào",
            )
        for code, said in (*self.left_out.items(), *_beside_body(self.document)):
            shown = "; ".join(f"“{text[:80]}”" for text in dict.fromkeys(said))[:300]
            yield SourceWarning(code, f"{_LEFT_OUT[code]}: {shown}")

    def letterhead(self) -> Iterator[SourceBlock]:
        """The head of the sheet where it was typed into the header of the first page."""
        for part in _headers(self.document)[:1]:
            if _HEAD.search("".join(part.itertext())):
                yield from self.blocks(part)

    def blocks(self, body: Any) -> Iterator[SourceBlock]:
        for child in body:
            tag = _tag(child)
            if tag == "p":
                yield from self.paragraph(child)
            elif tag == "tbl" and (cells := _framed(child)):
                for cell in cells:
                    yield from self.blocks(cell)
            elif tag == "tbl":
                yield SourceBlock("table", rows=tuple(self.rows(child)), page=self.page)
            elif tag == "AlternateContent":
                yield from self.blocks(_branch(child))
            elif tag in ("del", "moveFrom"):
                self.leave_out("tracked", child)
            elif tag not in _PROPERTIES:
                yield from self.blocks(child)

    def paragraph(self, element: Any) -> Iterator[SourceBlock]:
        self.paragraphs += 1
        if self.paragraphs > self.limits.rows:
            raise Unreadable(
                "too_long", f"Tệp có hơn {self.limits.rows} đoạn, vượt giới hạn. Hãy chia tệp."
            )
        before, left_out = self.page, len(self.left_out.get("tracked", ()))
        runs = list(self.runs(element))
        text = nfc("".join(self.run_text(run, element) for run in runs))
        boxes, self.boxes = self.boxes, []
        if text or len(self.left_out.get("tracked", ())) == left_out:
            yield from self.lines(element, text, _all_bold(runs), before)
        for box in boxes:
            self.boxed += 1
            yield from (replace(block, bold=False) for block in self.blocks(box))

    def lines(self, element: Any, text: str, bold: bool, page: int) -> Iterator[SourceBlock]:
        number = self.numbering.next_for(element, self.styles)
        level = self.heading_level(element)
        for index, line in enumerate(text.split("\n")):
            words = (
                f"{number} {line.strip()}"
                if number and index == 0 and line.strip()
                else line.strip()
            )
            if words:
                yield SourceBlock("paragraph", words, level, bold, page=page)
            elif index == 0 and "\n" not in text:
                yield SourceBlock("line", "", page=page)

    def runs(self, element: Any) -> Iterator[Any]:
        """Runs that are printed, in order, through links, marks and controls; text boxes are put
        aside.
        """
        for child in element:
            tag = _tag(child)
            if tag == "r":
                self.boxes += _boxes(child)
                if code := _unprinted(child):
                    self.leave_out(code, child)
                else:
                    yield child
            elif tag in ("del", "moveFrom"):
                self.leave_out("tracked", child)
            elif tag == "AlternateContent":
                yield from self.runs(_branch(child))
            elif tag not in _PROPERTIES:
                yield from self.runs(child)

    def leave_out(self, code: str, element: Any) -> None:
        text = "".join(element.itertext(f"{_W}t", f"{_W}delText")).strip()
        if text:
            self.left_out.setdefault(code, []).append(text)

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
            elif node.tag == f"{_W}softHyphen":
                pieces.append(_SOFT_HYPHEN)
        return self.unicode("".join(pieces), self.font_of(run, paragraph))

    def unicode(self, text: str, font: str) -> str:
        if font:
            self.fonts.add(font)
        legacy = legacy_of_font(font) if font else None
        if not legacy or not text.strip():
            return text.replace(_SOFT_HYPHEN, "")
        self.legacy = legacy.split("-")[0]
        return convert(text, legacy)

    def font_of(self, run: Any, paragraph: Any) -> str:
        fonts = run.find(f"{_W}rPr/{_W}rFonts")
        if fonts is not None and (name := fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi")):
            return str(name)
        identifier = _style_id(paragraph)
        if identifier not in self.style_fonts:
            self.style_fonts[identifier] = self.font_of_style(self.styles.get(identifier))
        return self.style_fonts[identifier]

    def font_of_style(self, style: Any) -> str:
        for _ in range(_DEEPEST):
            if style is None:
                break
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
        for block in self.blocks(cell):
            lines += [_words(row) for row in block.rows] if block.rows else [block.text]
        text = "\n".join(line for line in lines if line)
        if len(text) > _LONGEST_CELL:
            raise Unreadable(
                "too_long", f"Bảng có ô dài hơn {_LONGEST_CELL} chữ, vượt giới hạn. Hãy tách ô."
            )
        return text


def _words(row: tuple[str, ...]) -> str:
    return "\t".join(cell for cell in row if cell not in ("", MERGED))


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"


def _branch(alternate: Any) -> Any:
    """The first way of saying it; the others say the same for older programs."""
    return next((child for child in alternate if _tag(child) in ("Choice", "Fallback")), ())


def _boxes(run: Any) -> list[Any]:
    """Text boxes hung on a run, each once."""
    found = []
    for child in run:
        tag = _tag(child)
        if tag == "txbxContent":
            found.append(child)
        elif tag == "AlternateContent":
            found += _boxes(_branch(child))
        elif tag not in ("t", "rPr"):
            found += _boxes(child)
    return found


def _unprinted(run: Any) -> str | None:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return None
    if any(_is_on(properties.find(f"{_W}{name}")) for name in ("strike", "dstrike")):
        return "struck"
    return "hidden" if _is_on(properties.find(f"{_W}vanish")) else None


def _framed(table: Any) -> list[Any]:
    """The cells of a table that is only a frame: one cell, or one column around other tables."""
    rows = [row for row in table if _tag(row) == "tr"]
    cells = [cell for row in rows for cell in row if _tag(cell) == "tc"]
    alone = len(cells) == 1 or (
        len(cells) == len(rows) and any(cell.find(f"{_W}tbl") is not None for cell in cells)
    )
    return cells if alone else []


def _headers(document: Any) -> list[Any]:
    """Headers of the document, that of the first page first."""
    parts = [
        part
        for section in document.sections
        for part in (section.first_page_header, section.header)
        if not part.is_linked_to_previous
    ]
    return [part._element for part in parts]


def _beside_body(document: Any) -> Iterator[tuple[str, list[str]]]:
    """Texts of headers, footers and notes that say more than a page number."""
    for code, kinds in _BESIDE.items():
        said = [
            text
            for relation in document.part.rels.values()
            if not relation.is_external and relation.reltype.rpartition("/")[2] in kinds
            for text in _paragraph_texts(relation.target_part.blob)
        ]
        if said:
            yield code, said


def _paragraph_texts(xml: bytes) -> Iterator[str]:
    from docx.oxml import parse_xml

    for paragraph in parse_xml(xml).iter(f"{_W}p"):
        text = "".join(paragraph.itertext(f"{_W}t")).strip()
        if sum(map(str.isalpha, text)) > 5 and not _HEAD.search(text):
            yield text


def _default_font(document: Any) -> str:
    fonts = document.styles.element.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}rFonts")
    normal = next((style for style in document.styles if style.style_id == "Normal"), None)
    named = normal.font.name if normal is not None and normal.font is not None else None
    return str(named or (fonts.get(f"{_W}ascii") if fonts is not None else "") or "")


def _style_id(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(style.get(f"{_W}val")) if style is not None else "Normal"


def _all_bold(runs: list[Any]) -> bool:
    said = [run for run in runs if any((t.text or "").strip() for t in run.iterfind(f"{_W}t"))]
    return bool(said) and all(_is_on(run.find(f"{_W}rPr/{_W}b")) for run in said)


def _is_on(mark: Any) -> bool:
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false")


def _owner(element: Any, tag: str) -> Any:
    parent = element.getparent()
    while parent is not None and parent.tag != f"{_W}{tag}":
        parent = parent.getparent()
    return parent


def _span(cell: Any) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return _count(span) or 1


def _before(row: Any) -> int:
    skipped = row.find(f"{_W}trPr/{_W}gridBefore")
    return _count(skipped)


def _count(element: Any) -> int:
    value = str(element.get(f"{_W}val")) if element is not None else ""
    return min(int(value), 60) if value.isdecimal() else 0
