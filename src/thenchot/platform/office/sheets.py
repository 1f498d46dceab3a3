"""Excel out: every list exports; text that looks like a formula stays text."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column:
    """`width` in characters."""

    title: str
    width: float = 18


def write_sheet(columns: Sequence[Column], rows: Iterable[Sequence[Any]], *, name="Danh sách") -> bytes:
    """An .xlsx of one sheet: frozen header, filter, dates dd/mm/yyyy. Constant memory, whatever the number of rows."""
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(name)
        head, day = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#F7F5EF"}), book.add_format({"num_format": "dd/mm/yyyy"})
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
        sheet.write_row(0, 0, [column.title for column in columns], head)
        sheet.freeze_panes(1, 0)
        last = 0
        for last, row in enumerate(rows, 1):
            for number, value in enumerate(row):
                _write(sheet, last, number, value, day)
        sheet.autofilter(0, 0, last, len(columns) - 1)
    return target.getvalue()


def neutral(text: str) -> str:
    """A guard before what a spreadsheet would run: the apostrophe every office knows."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _write(sheet, row, column, value, day):
    if value is None:
        return
    if isinstance(value, date | datetime):
        sheet.write_datetime(row, column, value, day)
    elif isinstance(value, bool | int | float):
        sheet.write(row, column, value)
    else:
        sheet.write_string(row, column, neutral(str(value)))
