"""Statistics tables as Excel: a title, two header rows with merged groups, numbered columns, a sum
at the end.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from thenchot.platform.office.excel.worksheets import neutral


@dataclass(frozen=True)
class Heading:
    """A column under a group; without a group it spans both header rows."""

    title: str
    group: str = ""
    width: float = 8


def write_grouped(
    headings: Sequence[Heading],
    rows: Iterable[Sequence[Any]],
    *,
    title: str,
    subtitle: str = "",
    notes: Sequence[str] = (),
) -> bytes:
    """An .xlsx of one sheet, ready to print on A3 lying. `rows` follow the headings; None leaves a
    cell empty. A year is a text here: numbers are grouped by thousands.
    """
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as workbook:
        sheet = workbook.add_worksheet("Biểu")
        shapes = _shapes(workbook)
        sheet.merge_range(0, 0, 0, len(headings) - 1, title, shapes["title"])
        sheet.merge_range(1, 0, 1, len(headings) - 1, subtitle, shapes["subtitle"])
        _heads(sheet, headings, shapes)
        last = 4
        for last, row in enumerate(rows, 5):
            for at, value in enumerate(row):
                _cell(sheet, last, at, value, shapes)
        for number, note in enumerate(notes, last + 2):
            sheet.write_string(number, 0, note, shapes["note"])
        _page(sheet, headings)
    return target.getvalue()


def _shapes(workbook) -> dict[str, Any]:
    border = {"border": 1, "valign": "vcenter", "text_wrap": True}
    return {
        "title": workbook.add_format({"bold": True, "align": "center", "font_size": 13}),
        "subtitle": workbook.add_format({"italic": True, "align": "center"}),
        "head": workbook.add_format({**border, "bold": True, "align": "center", "font_size": 9}),
        "number": workbook.add_format({**border, "align": "center", "num_format": "#,##0"}),
        "decimal": workbook.add_format({**border, "align": "center", "num_format": "0.00"}),
        "day": workbook.add_format({**border, "align": "center", "num_format": "dd/mm/yyyy"}),
        "text": workbook.add_format(border),
        "note": workbook.add_format({"italic": True, "font_size": 9}),
    }


def _heads(sheet, headings: Sequence[Heading], shapes) -> None:
    """Groups in the first row over their columns, titles in the second, numbers in the third."""
    start = 0
    while start < len(headings):
        group, end = headings[start].group, start
        while group and end + 1 < len(headings) and headings[end + 1].group == group:
            end += 1
        if not group:
            sheet.merge_range(2, start, 3, start, headings[start].title, shapes["head"])
        elif end > start:
            sheet.merge_range(2, start, 2, end, group, shapes["head"])
        else:
            sheet.write_string(2, start, group, shapes["head"])
        for at in range(start, end + 1) if group else ():
            sheet.write_string(3, at, headings[at].title, shapes["head"])
        start = end + 1
    for at in range(len(headings)):
        sheet.write_string(4, at, f"({at + 1})", shapes["head"])


def _cell(sheet, row: int, at: int, value: Any, shapes) -> None:
    if value is None:
        sheet.write_blank(row, at, None, shapes["number"])
    elif isinstance(value, date):
        sheet.write_datetime(row, at, value, shapes["day"])
    elif isinstance(value, int | float):
        whole = isinstance(value, int) or value.is_integer()
        sheet.write_number(row, at, value, shapes["number" if whole else "decimal"])
    else:
        sheet.write_string(row, at, neutral(str(value)), shapes["text"])


def _page(sheet, headings: Sequence[Heading]) -> None:
    for at, heading in enumerate(headings):
        sheet.set_column(at, at, heading.width)
    sheet.freeze_panes(5, 2)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2, 4)
