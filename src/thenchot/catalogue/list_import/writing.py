"""A catalogue as a workbook of the usual layout, ready to print and to come back without
difference.
"""

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from thenchot.catalogue.list_import import lines as c
from thenchot.catalogue.list_import.judging import said
from thenchot.platform.office.excel.worksheets import Column, neutral

UNNAMED = "Danh mục"
OPTIONAL = ("body", "hours", "task")  # columns that stand only where a line uses them


def write_catalogue(
    lines: Iterable[Any],
    *,
    owner: str,
    name: str,
    basis: str = "",
    unit_product: str = "",
    unit_points: Decimal | None = None,
) -> bytes:
    """`lines`: anything with the attributes of `Line`, in their order; one sheet for each value of
    `sheet`.
    """
    import xlsxwriter  # only when a workbook is asked for

    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"strings_to_formulas": False, "strings_to_urls": False}
    ) as workbook:
        shapes = _shapes(workbook)
        titles = _titles(owner, name, basis, unit_product, unit_points)
        by_sheet: dict[str, list] = {}
        for line in lines:
            by_sheet.setdefault(line.sheet or UNNAMED, []).append(line)
        for sheet_name, rows in (by_sheet or {UNNAMED: []}).items():
            _write_sheet(workbook.add_worksheet(sheet_name), titles, rows, shapes)
    return target.getvalue()


def _titles(
    owner: str, name: str, basis: str, unit_product: str, unit_points: Decimal | None
) -> list[str]:
    standard = f"Sản phẩm chuẩn: {unit_product}" if unit_product else ""
    standard += f" = {said(unit_points)} điểm, hệ số 1" if unit_points else ""
    return [owner.upper(), name.upper(), f"({basis})" if basis else "", standard.lstrip(" =")]


def _write_sheet(sheet, titles: Sequence[str], rows: Sequence[Any], shapes: dict[str, Any]) -> None:
    columns = [
        column
        for column in c.COLUMNS
        if column.key not in OPTIONAL or any(getattr(row, column.key) for row in rows)
    ]
    for at, text in enumerate(titles):
        sheet.merge_range(
            at, 0, at, len(columns) - 1, neutral(text), shapes["title" if at < 2 else "subtitle"]
        )
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(len(titles), at, column.title, shapes["head"])
    number, counted = len(titles) + 1, 0
    for section, group in groupby(rows, key=lambda row: row.section):
        if section:
            sheet.merge_range(
                number, 0, number, len(columns) - 1, neutral(section), shapes["section"]
            )
            number += 1
        for row in group:
            counted += 1
            _write_line(sheet, number, columns, row, counted, shapes)
            number += 1
    sheet.freeze_panes(len(titles) + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(len(titles))


def _write_line(
    sheet, number: int, columns: Sequence[Column], row: Any, counted: int, shapes: dict[str, Any]
) -> None:
    for at, column in enumerate(columns):
        value = counted if column.key == "number" else getattr(row, column.key)
        if value is None or value == "":
            sheet.write_blank(number, at, None, shapes["text"])
        elif isinstance(value, int | Decimal):
            sheet.write_number(number, at, value, shapes["number"])
        else:
            sheet.write_string(number, at, neutral(value), shapes["text"])


def _shapes(workbook) -> dict[str, Any]:
    cell = {"border": 1, "valign": "top", "text_wrap": True}
    return {
        "title": workbook.add_format({"bold": True, "align": "center", "font_size": 13}),
        "subtitle": workbook.add_format({"italic": True, "align": "center"}),
        "head": workbook.add_format({**cell, "bold": True, "align": "center", "valign": "vcenter"}),
        "section": workbook.add_format({**cell, "bold": True}),
        "text": workbook.add_format(cell),
        "number": workbook.add_format({**cell, "align": "center"}),
    }
