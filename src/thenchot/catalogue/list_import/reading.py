"""From the bytes of a workbook to lines: sheets, sections, cells. What does not read goes to the
report by sheet, row and column; nothing here knows the database.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from thenchot.catalogue.list_import import lines as c
from thenchot.catalogue.list_import.judging import judge
from thenchot.catalogue.list_import.lines import CatalogueLine, Listing
from thenchot.kernel.text import fold
from thenchot.platform.office.excel.cells import BadCell, read_decimal
from thenchot.platform.office.excel.grid import BadSheet, cell_text
from thenchot.platform.office.excel.reports import ImportReport, Problem
from thenchot.platform.office.excel.tables import (
    Heading,
    Table,
    left_rows,
    left_sheets,
    read_tables,
)
from thenchot.platform.office.excel.worksheets import Column

NEEDED = 2.0
MAX_LINES = 10_000
LEAST_WORDS = 3  # of a title; a code has fewer
LONGEST_NUMBER = 5  # "XVIII"; a longer text in the first column is a title
TITLES = {column.key: column.title for column in c.COLUMNS}


def read_catalogue(
    content: bytes, report: ImportReport, *, unit_points: Decimal | None, most_groups: int
) -> Listing:
    """`unit_points` none: understood from the list itself. `most_groups`: how many groups a list
    may have (Đ13.1.a).
    """
    try:
        tables, others = read_tables(content, c.rate, needed=NEEDED)
    except BadSheet as bad:
        report.blame(0, "", bad.message_vi)
        return Listing()
    listing = Listing(left_out=others)
    rough: list[Rough] = []
    for table in tables:
        found = _SheetReader(table, report).read()
        rough += found
        if not found:
            listing.left_out.append(table.sheet)
    _tell_whole(tables, rough, listing, report)
    listing.unit_points, listing.lines = judge(
        rough, report, unit_points=unit_points, most_groups=most_groups
    )
    return listing


def _tell_whole(
    tables: Sequence[Table], rough: Sequence["Rough"], listing: Listing, report: ImportReport
) -> None:
    if listing.left_out:
        names = ", ".join(f"“{name}”" for name in listing.left_out)
        report.notes.append(f"Không có dòng công việc, không đọc: trang {names}.")
    if tables and tables[0].unseen:
        report.notes.append(left_sheets(tables[0].unseen))
    report.notes += [left_rows(table.hidden, table.sheet) for table in tables if table.hidden]
    if not tables:
        titles = f"“{c.CODE.title}”, “{c.NAME.title}” và “{c.POINTS.title}” hoặc “{c.FACTOR.title}”"
        report.blame(0, "", f"Không trang nào có dòng tiêu đề của danh mục: cần các cột {titles}.")
    elif not rough and not report.problems:
        report.blame(0, "", "Không có dòng công việc nào dưới dòng tiêu đề.")
    elif len(rough) > MAX_LINES:
        report.blame(
            0, "", f"Danh mục có {len(rough)} dòng; mỗi lần nhập nhiều nhất {MAX_LINES} dòng."
        )


class Rough(dict):
    """The cells of one line of work by column; its place. Numbers are read, nothing is judged
    yet.
    """

    def __init__(self, sheet: str, row: int, section: str, cells: Mapping[str, Any]):
        super().__init__(cells)
        self.sheet, self.row, self.section = sheet, row, section

    def line(self, factor: Decimal) -> CatalogueLine:
        values = {key: self.get(key, "") for key in c.LENGTHS}
        return CatalogueLine(
            self.sheet,
            self.row,
            factor=factor,
            section=self.section,
            points=self.get("points"),
            hours=self.get("hours"),
            **values,
        )


SENTENCE = 5  # words of a title that is one


class _SheetReader:
    def __init__(self, table: Table, report: ImportReport):
        self.table, self.report, self.section = table, report, ""
        self.places: dict[str, int] = {}
        for heading in table.headings:
            self.places.setdefault(c.meaning_of(heading), heading.at)
        self.places.pop("", None)
        unknown = [heading for heading in table.headings if not c.meaning_of(heading)]
        if c.NOTE.key not in self.places and (note := self._notes_among(unknown)):
            self.places[c.NOTE.key] = note.at
            unknown.remove(note)
        self.unknown = [heading.title for heading in unknown]

    def _notes_among(self, headings: Sequence[Heading]) -> Heading | None:
        """The column of notes is titled with a sentence as often as "Ghi chú" ("Sản phẩm chuẩn = 5
        điểm"): it is the last one right of the points that holds words, or whose title is one.
        """
        worth = max(self.places.get(key, -1) for key in ("points", "factor"))
        right = [heading for heading in headings if heading.at > worth >= 0]
        return next((heading for heading in reversed(right) if self._holds_words(heading)), None)

    def _holds_words(self, heading: Heading) -> bool:
        cells = [
            cells[heading.at]
            for _, cells in self.table.body
            if heading.at < len(cells) and cell_text(cells[heading.at])
        ]
        texts = [cell for cell in cells if isinstance(cell, str) and len(cell.split()) > 1]
        if not cells:
            return len(heading.parts[-1].split()) >= SENTENCE
        return len(texts) * 2 >= len(cells)

    def read(self) -> list[Rough]:
        if "code" not in self.places:
            self._blame(
                self.table.header_row,
                c.CODE,
                "",
                f"Trang này thiếu cột “{c.CODE.title}”: mỗi công việc cần một mã.",
            )
            return []
        if self.unknown:
            self.report.unknown_columns += tuple(
                f"{self.table.sheet}: {title}" for title in self.unknown
            )
        found = [self._line(number, cells) for number, cells in self.table.body]
        return [line for line in found if line is not None]

    def _line(self, number: int, cells: Sequence[Any]) -> Rough | None:
        texts = {key: cell_text(cells[at]) for key, at in self.places.items() if at < len(cells)}
        texts = {key: text for key, text in texts.items() if text}
        if not texts or self._is_numbering(number, texts) or self._is_section(texts, cells):
            return None
        if "code" not in texts and not _is_work(texts):
            return None
        return Rough(self.table.sheet, number, self.section, self._values(number, texts, cells))

    def _is_numbering(self, number: int, texts: Mapping[str, str]) -> bool:
        """The line "(1) (2) (3)" under a header."""
        bare = [texts[key].strip("()[] ") for key in sorted(texts, key=self.places.__getitem__)]
        is_counting = all(text.isdigit() for text in bare) and [
            int(text) - int(bare[0]) for text in bare
        ] == list(range(len(bare)))
        return number == self.table.header_row + 1 and len(bare) > 2 and is_counting

    def _is_section(self, texts: Mapping[str, str], cells: Sequence[Any]) -> bool:
        """One text over the row, perhaps with its number: the title of what follows. A number alone
        is nothing.
        """
        said = {key: text for key, text in texts.items() if key != "number"} or {
            key: text for key, text in texts.items() if len(text) > LONGEST_NUMBER
        }
        is_worth = any(
            not isinstance(cells[self.places[key]], str)
            for key in said.keys() & {"points", "factor"}
        )
        is_lonely = len(said) == 1 and (
            said.keys() & {"points", "factor"} or _is_code(said.get("code", ""))
        )
        if len(set(said.values())) > 1 or is_worth or is_lonely:
            return False
        self.section = next(iter(said.values()), self.section)[: c.LONGEST_SECTION]
        return True

    def _values(
        self, number: int, texts: Mapping[str, str], cells: Sequence[Any]
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for column in c.COLUMNS:
            text = texts.get(column.key, "")
            if column.key in c.LENGTHS and len(text) > c.LENGTHS[column.key]:
                self._blame(number, column, text[:80], f"Dài quá {c.LENGTHS[column.key]} ký tự.")
            elif column.key in c.LENGTHS:
                values[column.key] = text
        for column in c.NUMBERS:
            if column.key in texts:
                values[column.key] = self._number(number, column, cells[self.places[column.key]])
        return values

    def _number(self, number: int, column: Column, cell: Any) -> Decimal | None:
        try:
            found = read_decimal(cell)
        except BadCell as bad:
            self._blame(number, column, cell_text(cell), bad.message_vi)
            return None
        if found is not None and not 0 < found < 10_000_000:
            self._blame(number, column, cell_text(cell), "Phải lớn hơn 0 và nhỏ hơn 10 triệu.")
            return None
        return found

    def _blame(self, row: int, column: Column, value: str, reason: str) -> None:
        self.report.problems.append(
            Problem(row, column.title, reason, value, sheet=self.table.sheet)
        )


def _is_code(text: str) -> bool:
    """ "QL.01", not "Nhiệm vụ lãnh đạo" nor "2. Nhiệm vụ chung", which are often written into the
    second column.
    """
    return any(char.isdigit() for char in text) and len(text.split()) < LEAST_WORDS


def _is_work(texts: Mapping[str, str]) -> bool:
    """Without a code: what has a number of points or a factor, or is described; not a total, not
    who signs below.
    """
    is_counted = any(char.isdigit() for key in ("points", "factor") for char in texts.get(key, ""))
    is_described = "name" in texts and bool(texts.keys() & {"output", "group", "frame"})
    return (is_counted or is_described) and not any(
        fold(text).startswith(("tong cong", "tong so", "cong:")) for text in texts.values()
    )
