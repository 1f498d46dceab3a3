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
from thenchot.platform.office.reading.pdf_rules import tables_on
from thenchot.platform.office.reading.pdf_words import Letter, Word, upright_letters, words_of
from thenchot.platform.office.reading.pdfium import DAMAGED, pictures_on, written_anew
from thenchot.platform.office.reading.wrapped import unwrap_rows

_ENOUGH_CHARACTERS = 30

Box = tuple[float, float, float, float]


def read_pdf(data: bytes, limits: Limits) -> Source:
    """Raises `Unreadable`: password, damaged, too long, or only pictures where recognition is not
    possible.
    """
    import pypdfium2

    sound = written_anew(data, limits)
    _refuse_guessed(data)
    document = pypdfium2.PdfDocument(sound)
    try:
        return _Reader(sound, limits).read(document)
    finally:
        document.close()


def _refuse_guessed(data: bytes) -> None:
    """What has no tree of pages is not guessed at."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as given:
            len(given.pages)
    except (PDFPasswordIncorrect, PdfminerException) as error:
        if "assword" in repr(error):
            raise Unreadable(
                "password", "Tệp PDF được đặt mật khẩu. Hãy gỡ mật khẩu rồi tải lại."
            ) from error
        raise Unreadable("damaged", DAMAGED) from error


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
        for number in range(1, len(document) + 1):
            page = document[number - 1]
            letters = upright_letters(page)
            has_text = sum(one.text != " " for one in letters) >= _ENOUGH_CHARACTERS
            has_pictures = not has_text and any(pictures_on(page, self.limits))
            scanned += has_pictures
            if has_pictures:
                blocks += self.scanned_page(number, scanned)
            else:
                blocks += self.page(page, letters, number)
            blocks.append(SourceBlock("page_break", page=number))
        return self.source(blocks, len(document), scanned)

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

    def page(self, page: Any, letters: list[Letter], number: int) -> list[SourceBlock]:
        tables = tables_on(page)
        inside: list[list[Letter]] = [[] for _ in tables]
        outside: list[Letter] = []
        for letter in letters:
            at = next((at for at, one in enumerate(tables) if _is_in(letter, one.bbox)), None)
            (outside if at is None else inside[at]).append(letter)
        placed: list[tuple[float, SourceBlock]] = list(self.lines(words_of(outside), number))
        placed += [
            (table.bbox[1], self.table(table, held, number))
            for table, held in zip(tables, inside, strict=True)
        ]
        return [block for _, block in sorted(placed, key=lambda item: item[0])]

    def table(self, table: Any, letters: list[Letter], number: int) -> SourceBlock:
        rows = []
        for row in table.rows:
            held = [letter for letter in letters if _is_in(letter, row.bbox)]
            rows.append([self.cell(cell, held, row.cells) for cell in row.cells])
        return SourceBlock("table", rows=unwrap_rows(rows), page=number)

    def cell(self, cell: Box | None, letters: list[Letter], row: list[Box | None]) -> str:
        """A cell without a box of its own is merged: downwards in a full row, sideways in the row
        of a group.
        """
        if cell is None:
            return MERGED if sum(other is not None for other in row) >= 3 else ""
        words = words_of(letter for letter in letters if _is_in(letter, cell))
        return nfc("\n".join(" ".join(map(self.said, line)) for line in _rows(words)))

    def said(self, word: Word) -> str:
        return "".join(self.unicode(text, font) for text, font in word.pieces)

    def lines(self, words: list[Word], number: int) -> Iterator[tuple[float, SourceBlock]]:
        rows = _rows(words)
        if not rows:
            return
        left = min(row[0].x0 for row in rows)
        gaps = [below[0].top - above[0].top for above, below in pairwise(rows)]
        usual = median(gaps) if gaps else 0
        last = None
        for row in rows:
            top = min(word.top for word in row)
            if last is not None and usual and top - last > usual * 1.45:
                yield top - 0.01, SourceBlock("line", "", page=number)
            last = top
            text, bold = self.line_text(row, left), all(word.is_bold for word in row)
            yield top, SourceBlock("line", text, bold=bold, page=number)

    def line_text(self, row: list[Word], left: float) -> str:
        """Words of one line; a wide gap is two columns side by side and becomes a run of spaces."""
        parts = [" " * min(8, round((row[0].x0 - left) / 5))]
        for before, word in zip([None, *row], row, strict=False):
            if before is not None:
                parts.append("    " if word.x0 - before.x1 > 40 else " ")
            parts.append(self.said(word))
        return nfc("".join(parts))

    def unicode(self, text: str, font: str) -> str:
        name = font.split("+")[-1]
        self.fonts.add(name)
        legacy = legacy_of_font(name)
        if legacy:
            self.legacy = legacy.split("-")[0]
            return convert(text, legacy)
        return text

    def scanned_page(self, number: int, scanned: int) -> list[SourceBlock]:
        from thenchot.platform.office.reading.ocr import recognise_page

        if not self.limits.ocr or scanned > self.limits.ocr_pages:
            raise Unreadable(
                "image_only",
                "Tệp PDF chỉ có ảnh quét nên chưa đọc được chữ. Hãy tải tệp Word hoặc PDF có chữ.",
            )
        blocks, sure = recognise_page(self.data, number)
        self.sure.append(sure)
        return blocks


def _is_in(letter: Letter, box: Box) -> bool:
    x, y = letter.middle
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _rows(words: list[Word]) -> list[list[Word]]:
    """Words whose middles lie on one height make a line."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.top + one.bottom, one.x0)):
        last = rows[-1][0] if rows else None
        apart = (word.top + word.bottom - last.top - last.bottom) / 2 if last else 0
        if last and apart < 0.45 * (last.bottom - last.top):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one.x0) for row in rows]
