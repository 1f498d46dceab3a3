"""Hidden rows of a workbook before 2007 are told like those of a new one."""

import io

import xlwt

from thenchot.platform.office.excel.grid import lay_out
from thenchot.platform.office.excel.old_rows import hidden_rows


def workbook(*sheets, rows=40, longer=""):
    """Sheets by name, with the rows to hide as Excel numbers them."""
    book, data = xlwt.Workbook(), io.BytesIO()
    for name, hidden in sheets:
        sheet = book.add_sheet(name)
        for row in range(rows):
            sheet.write(row, 0, f"Dòng {row + 1} của trang {name}{longer}")
            sheet.row(row).hidden = row + 1 in hidden
    book.save(data)
    return data.getvalue()


def test_hidden_rows_are_told_by_sheet():
    content = workbook(("Danh sách", {3, 7}), ("S2", set()), ("Ẩn", {1}))
    told = {sheet.name: set(sheet.hidden) for sheet in lay_out(content)}
    assert told == {"Danh sách": {3, 7}, "S2": set(), "Ẩn": {1}}


def test_of_a_large_workbook_too():
    """More than 7 MB: the table of sectors has sectors of its own."""
    content = workbook(("Lớn", {2, 55_000}), rows=60_000, longer=" dài" * 20)
    assert len(content) > 7_000_000
    assert dict(hidden_rows(content)) == {"Lớn": {2, 55_000}}


def test_of_a_broken_one_nothing():
    content = workbook(("Danh sách", {3}))
    assert list(hidden_rows(content[:2000])) == []
    assert list(hidden_rows(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) == []
    assert list(hidden_rows(b"")) == []
