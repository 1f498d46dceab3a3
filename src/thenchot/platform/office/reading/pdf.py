"""PDF files: lines in reading order, tables by their rules, pages without text through optical
recognition.
"""

import io
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

from thenchot.kernel.text import nfc
from thenchot.platform.office.reading.legacy_fonts import convert, legacy_of_font
from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.reading.model import (
    MERGED,
    Source,
    SourceBlock,
    SourceWarning,
    Unreadable,
)
from thenchot.platform.office.reading.pdfium import DAMAGED, written_anew
from thenchot.platform.office.reading.wrapped import unwrap_rows

_ENOUGH_CHARACTERS = 30


def read_pdf(data: bytes, limits: Limits) -> Source:
    """Raises `Unreadable`: password, damaged, too long, or only pictures where recognition is not
    possible.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    sound = written_anew(data, limits)
    try:
        with pdfplumber.open(io.BytesIO(data)) as given:
            len(given.pages)  # only now the tree of pages is read: what is none is not guessed at
        document = pdfplumber.open(io.BytesIO(sound))
    except (PDFPasswordIncorrect, PdfminerException) as error:
        if "assword" in repr(error):
            raise Unreadable(
                "password", "Tệp PDF được đặt mật khẩu. Hãy gỡ mật khẩu rồi tải lại."
            ) from error
        raise Unreadable("damaged", DAMAGED) from error
    with document:
        return _Reader(sound, limits).read(document)


class _Reader:
    """Reads page after page; knows the fonts met, what was converted, and how sure recognition
    was.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.data = data
        self.limits = limits
        self.fonts: set[str] = set()
        self.legacy: str | None = None
        self.sure: list[float] = []

    def read(self, document: Any) -> Source:
        blocks: list[SourceBlock] = []
        scanned = 0
        for number, page in enumerate(document.pages, 1):
            has_text = len(page.chars) >= _ENOUGH_CHARACTERS
            scanned += not has_text and bool(page.images)
            blocks += (
                self.page(page, number) if has_text else self.scanned_page(page, number, scanned)
            )
            blocks.append(SourceBlock("page_break", page=number))
            page.close()
        return self.source(blocks, len(document.pages), scanned)

    def source(self, blocks: list[SourceBlock], pages: int, scanned: int) -> Source:
        if not any(block.text.strip() or block.rows for block in blocks):
            raise Unreadable("empty", "Tệp PDF không có chữ nào đọc được.")
        warnings = []
        if scanned:
            warnings.append(
                SourceWarning(
                    "ocr",
                    (
                        f"{scanned} trang là ảnh quét, chữ được nhận dạng tự động, cần xem lại "
                        f"từng "
                        f"giá trị"
                    ),
                )
            )
        if self.legacy:
            warnings.append(
                SourceWarning(
                    "converted",
                    (
                        f"Văn bản dùng phông chữ cũ ({self.legacy}), đã chuyển sang Unicode, cần "
                        f"xem "
                        f"lại"
                    ),
                )
            )
        sure = min([*self.sure, 0.9 if self.legacy else 1.0])
        text = "\n".join(
            "\n".join("\t".join(row) for row in block.rows) if block.rows else block.text
            for block in blocks
        )
        return Source(
            text,
            tuple(blocks),
            "ocr" if scanned else "pdf",
            pages,
            tuple(sorted(self.fonts)),
            tuple(warnings),
            sure,
            self.legacy,
        )

    def page(self, page: Any, number: int) -> list[SourceBlock]:
        tables = [table for table in page.find_tables() if _is_table(table)]
        words = page.extract_words(
            extra_attrs=["fontname", "size"], use_text_flow=False, keep_blank_chars=False
        )
        outside = [word for word in words if not any(_inside(word, table.bbox) for table in tables)]
        placed: list[tuple[float, SourceBlock]] = list(self.lines(outside, number))
        placed += [(table.bbox[1], self.table(table, number)) for table in tables]
        return [block for _, block in sorted(placed, key=lambda item: item[0])]

    def table(self, table: Any, number: int) -> SourceBlock:
        rows = [[self.cell(cell, row) for cell in row] for row in table.extract()]
        return SourceBlock("table", rows=unwrap_rows(rows), page=number)

    def cell(self, cell: str | None, row: list[str | None]) -> str:
        """A cell without a box of its own is merged: downwards in a full row, sideways in the row
        of a group.
        """
        if cell is None:
            return MERGED if sum(other is not None for other in row) >= 3 else ""
        return nfc(self.unicode_cell(cell))

    def unicode_cell(self, cell: str | None) -> str:
        """A cell of a page set in a legacy font throughout."""
        return (
            convert(cell, self.legacy)
            if cell and self.legacy and self.legacy in ("TCVN3", "VNI")
            else cell or ""
        )

    def lines(
        self, words: list[dict[str, Any]], number: int
    ) -> Iterator[tuple[float, SourceBlock]]:
        rows = _rows(words)
        if not rows:
            return
        left = min(row[0]["x0"] for row in rows)
        gaps = [below[0]["top"] - above[0]["top"] for above, below in pairwise(rows)]
        usual = median(gaps) if gaps else 0
        last = None
        for row in rows:
            top = min(word["top"] for word in row)
            if last is not None and usual and top - last > usual * 1.45:
                yield top - 0.01, SourceBlock("line", "", page=number)
            last = top
            yield (
                top,
                SourceBlock(
                    "line",
                    self.line_text(row, left),
                    bold=all("bold" in word["fontname"].lower() for word in row),
                    page=number,
                ),
            )

    def line_text(self, row: list[dict[str, Any]], left: float) -> str:
        """Words of one line; a wide gap is two columns side by side and becomes a run of spaces."""
        parts = [" " * min(8, round((row[0]["x0"] - left) / 5))]
        for before, word in zip([None, *row], row, strict=False):
            if before is not None:
                parts.append("    " if word["x0"] - before["x1"] > 40 else " ")
            parts.append(self.unicode(word["text"], word["fontname"]))
        return nfc("".join(parts))

    def unicode(self, text: str, font: str) -> str:
        name = font.split("+")[-1]
        self.fonts.add(name)
        legacy = legacy_of_font(name)
        if legacy:
            self.legacy = legacy.split("-")[0]
            return convert(text, legacy)
        return text

    def scanned_page(self, page: Any, number: int, scanned: int) -> list[SourceBlock]:
        if not page.images and not page.chars:
            return []
        if not page.images:
            return self.page(page, number)
        from thenchot.platform.office.reading.ocr import recognise_page

        if not self.limits.ocr or scanned > self.limits.ocr_pages:
            raise Unreadable(
                "image_only",
                "Tệp PDF chỉ có ảnh quét nên chưa đọc được chữ. Hãy tải tệp Word hoặc PDF có chữ.",
            )
        blocks, sure = recognise_page(self.data, number)
        self.sure.append(sure)
        return blocks


def _is_table(table: Any) -> bool:
    """Frames and underlines make false tables: a real one has two rows and two columns."""
    return len(table.rows) >= 1 and max((len(row.cells) for row in table.rows), default=0) >= 2


def _inside(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _rows(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Words whose middles lie on one height make a line."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda item: ((item["top"] + item["bottom"]) / 2, item["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        last = rows[-1] if rows else None
        if last and abs(middle - (last[0]["top"] + last[0]["bottom"]) / 2) < 0.45 * (
            last[0]["bottom"] - last[0]["top"]
        ):
            last.append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda item: item["x0"]) for row in rows]
