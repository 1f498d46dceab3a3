"""Excel in and out with the same columns: what `write_sheet` writes, `read_sheet` reads back.

Reading finds the header row itself, takes columns in any order and under several names, fills
merged cells, and keeps the address of every cell, so that a complaint can name row and column.
Writing never produces a formula.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from thenchot.kernel.text import nfc, words
from thenchot.platform.office.excel.grid import (
    FORMULA_STARTS,
    BadSheet,
    Sheet,
    cell_text,
    column_letter,
    sheets_of,
)

__all__ = [
    "BadSheet",
    "Column",
    "Row",
    "Tab",
    "Worksheet",
    "cell_text",
    "column_letter",
    "neutral",
    "read_sheet",
    "write_book",
    "write_sheet",
]

HEADER_ROWS = 20  # letterhead and title may stand above the table
LONGEST = 32_000  # characters a cell holds


@dataclass(frozen=True)
class Column:
    """One column of a table in both directions. `width` in characters; `names`: other headers
    people write for it.

    Without a `key` the column is only written, from rows that are sequences.
    """

    title: str
    width: float = 18
    key: str = ""
    names: tuple[str, ...] = ()
    is_required: bool = False
    choices: tuple[str, ...] = ()

    def is_called(self, header: str) -> bool:
        return _header_key(header) in {_header_key(name) for name in (self.title, *self.names)}


@dataclass(frozen=True)
class Row:
    """`number` is the row as Excel shows it; `values` by column key, empty cells absent."""

    number: int
    values: Mapping[str, Any]
    letters: Mapping[str, str] = field(default_factory=dict, repr=False)

    def get(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    def text(self, key: str) -> str:
        return cell_text(self.values.get(key))

    def address(self, key: str) -> str:
        """ "C12"."""
        return f"{self.letters.get(key, '?')}{self.number}"


@dataclass(frozen=True)
class Worksheet:
    """`unknown`: headers of columns that nobody asked for; `left_out`: what nobody sees in Excel
    and was not read, in words; `errors`: (row, title of a column, "#N/A").
    """

    name: str
    header_row: int
    letters: Mapping[str, str]
    rows: tuple[Row, ...]
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    errors: tuple[tuple[int, str, str], ...] = ()

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def has(self, key: str) -> bool:
        return key in self.letters


def read_sheet(source: str | Path | bytes | Any, columns: Sequence[Column]) -> Worksheet:
    """The first worksheet that has a header row with the wanted columns. Raises `BadSheet`."""
    sheets = sheets_of(source)
    best: tuple[int, Worksheet] | None = None
    for sheet in sheets:
        found = None if sheet.is_hidden else _table(sheet, columns)
        if found and (best is None or found[0] > best[0]):
            best = found
    unseen = [sheet.name for sheet in sheets if sheet.is_hidden]
    told = (f"Trang tính ẩn không đọc: {', '.join(unseen)}.",) if unseen else ()
    if best is None:
        raise BadSheet(" ".join((_no_header(columns), *told)))
    _check_required(best[1], columns)
    return replace(best[1], left_out=(*best[1].left_out, *told))


@dataclass(frozen=True)
class Tab:
    """One table of a workbook. Rows are sequences, or mappings by column key; a generator is
    fine.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any] | Mapping[str, Any]]


def write_sheet(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Any] | Mapping[str, Any]],
    *,
    name: str = "Danh sách",
    notes: Sequence[str] = (),
) -> bytes:
    """An .xlsx of one sheet (and one of notes)."""
    return write_book([Tab(name, columns, rows)], notes=notes)


def write_book(tabs: Iterable[Tab], *, notes: Sequence[str] = ()) -> bytes:
    """An .xlsx of several sheets (and one of notes).

    Header frozen and filtered, dates as dates, no text ever a formula. Constant memory, whatever
    the number of rows.
    """
    import xlsxwriter

    target = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as workbook:
        formats = _formats(workbook)
        for tab in tabs:
            _write_tab(workbook.add_worksheet(_sheet_name(tab.name)), tab, formats)
        if notes:
            _write_notes(workbook, notes, formats)
    return target.getvalue()


def _write_tab(sheet, tab: Tab, formats) -> None:
    _write_header(sheet, tab.columns, formats)
    last = 0
    for last, row in enumerate(tab.rows, 1):
        values = [row.get(c.key) for c in tab.columns] if isinstance(row, Mapping) else row
        for at, value in enumerate(values):
            _write_cell(sheet, last, at, value, formats)
    _finish(sheet, tab.columns, last)


def neutral(text: str) -> str:
    """A guard before what a spreadsheet would run: the apostrophe every office knows. Reading takes
    it off again.
    """
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_STARTS) else text


def _table(sheet: Sheet, columns: Sequence[Column]) -> tuple[int, Worksheet] | None:
    """How many columns were recognised, and the table; none when no row looks like a header."""
    grid = sheet.rows
    scored = [(len(_places(cells, columns)), -at) for at, cells in enumerate(grid[:HEADER_ROWS])]
    score, negative = max(scored, default=(0, 0))
    wanted = {c.key for c in columns if c.is_required}
    if score < min(2, len(columns)) and not (
        score and wanted <= _places(grid[-negative], columns).keys()
    ):
        return None
    at = -negative
    places = _places(grid[at], columns)
    letters = {key: column_letter(place) for key, place in places.items()}
    rows = [
        _row(number, cells, places, letters) for number, cells in enumerate(grid[at + 1 :], at + 2)
    ]
    known = {place: next(c.title for c in columns if c.key == key) for key, place in places.items()}
    unknown = tuple(cell_text(c) for n, c in enumerate(grid[at]) if n not in known and cell_text(c))
    kept = [row for row in rows if row and not _is_numbering(row, places)]
    unseen = [str(row.number) for row in kept if row.number in sheet.hidden]
    errors = tuple(
        (number, known[place], text)
        for (number, place), text in sheet.errors.items()
        if number > at + 1 and place in known and number not in sheet.hidden
    )
    return score, Worksheet(
        sheet.name,
        at + 1,
        letters,
        tuple(row for row in kept if row.number not in sheet.hidden),
        unknown,
        (f"Dòng ẩn không đọc: {', '.join(unseen[:20])}.",) if unseen else (),
        errors,
    )


def _places(cells: Sequence[Any], columns: Sequence[Column]) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, cell in enumerate(cells):
        header = cell_text(cell)
        key = next((c.key for c in columns if header and c.key and c.is_called(header)), None)
        if key and key not in places:
            places[key] = at
    return places


def _row(
    number: int, cells: Sequence[Any], places: Mapping[str, int], letters: Mapping[str, str]
) -> Row | None:
    values = {
        key: cells[at]
        for key, at in places.items()
        if at < len(cells) and cell_text(cells[at]) != ""
    }
    return Row(number, values, letters) if values else None


def _is_numbering(row: Row, places: Mapping[str, int]) -> bool:
    """The line "(1) (2) (3)" under a header numbers the columns."""
    texts = [row.text(key).strip("()[] ") for key in places]
    return (
        len(texts) > 1 and texts[0].isdigit() and all(t.isdigit() and int(t) <= 99 for t in texts)
    )


def _header_key(header: str) -> str:
    """ "Ngày sinh (dd/mm/yyyy) *" -> "ngay sinh"."""
    return " ".join(words(re.sub(r"\([^)]*\)", " ", nfc(header))))


def _no_header(columns: Sequence[Column]) -> str:
    titles = ", ".join(f"“{c.title}”" for c in columns if c.is_required) or f"“{columns[0].title}”"
    return f"Không thấy dòng tiêu đề trong {HEADER_ROWS} dòng đầu: cần có cột {titles}."


def _check_required(sheet: Worksheet, columns: Sequence[Column]) -> None:
    missing = [c.title for c in columns if c.is_required and not sheet.has(c.key)]
    if missing:
        names = ", ".join(f"“{title}”" for title in missing)
        raise BadSheet(f"Dòng tiêu đề (dòng {sheet.header_row}) thiếu cột {names}.")


# Writing


def _formats(workbook) -> dict[str, Any]:
    head = {"bold": True, "bottom": 1, "bg_color": "#F7F5EF", "text_wrap": True, "valign": "top"}
    return {
        "head": workbook.add_format(head),
        "text": workbook.add_format({"valign": "top", "text_wrap": True}),
        "day": workbook.add_format({"valign": "top", "num_format": "dd/mm/yyyy", "align": "left"}),
    }


def _write_header(sheet, columns: Sequence[Column], formats) -> None:
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.title, formats["head"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_cell(sheet, row: int, at: int, value: Any, formats) -> None:
    if value is None or value == "" or value is False:
        return
    if value is True:
        sheet.write_string(row, at, "x", formats["text"])
    elif isinstance(value, datetime):
        sheet.write_datetime(row, at, value.replace(tzinfo=None), formats["day"])
    elif isinstance(value, date):
        sheet.write_datetime(row, at, value, formats["day"])
    elif isinstance(value, int | float):
        sheet.write_number(row, at, value, formats["text"])
    else:
        sheet.write_string(row, at, neutral(str(value))[:LONGEST], formats["text"])


def _finish(sheet, columns: Sequence[Column], last: int) -> None:
    if last:
        sheet.autofilter(0, 0, last, len(columns) - 1)
    for at, column in enumerate(columns):
        if column.choices and sum(map(len, column.choices)) + len(column.choices) <= 255:
            sheet.data_validation(
                1,
                at,
                max(last, 500),
                at,
                {"validate": "list", "source": list(column.choices), "error_type": "warning"},
            )


def _write_notes(workbook, notes: Sequence[str], formats) -> None:
    sheet = workbook.add_worksheet("Hướng dẫn")
    sheet.set_column(0, 0, 100)
    for at, note in enumerate(notes):
        sheet.write_string(at, 0, neutral(note), formats["text"])


def _sheet_name(title: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:31] or "Danh sách"
