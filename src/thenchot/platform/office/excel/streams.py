"""The rows of a long list, one after the other: a worksheet or a text file with separators, longer
than what is laid out in memory elsewhere.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from thenchot.platform.office.excel.grid import BadSheet, refuse_vast

MOST_ROWS = 150_000


def rows_of(content: bytes, most_rows: int = MOST_ROWS) -> Iterator[list[Any]]:
    """Of the first visible sheet, or of the text. Raises `BadSheet`."""
    if content.startswith(b"PK"):
        yield from _of_workbook(content, most_rows)
    else:
        yield from _of_text(content, most_rows)


def head_of(content: bytes, count: int = 30) -> list[list[Any]]:
    """The first rows. For a process of its own."""
    found = []
    for row in rows_of(content):
        found.append(row)
        if len(found) == count:
            break
    return found


def _of_workbook(content: bytes, most_rows: int) -> Iterator[list[Any]]:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    refuse_vast(content, most_rows)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [s for s in workbook.sheets_metadata if s.visible is SheetVisibleEnum.Visible]
        yield from workbook.get_sheet_by_name(sheets[0].name).iter_rows()
    except BadSheet:
        raise
    except Exception as error:
        raise BadSheet(
            "Không mở được tệp bảng tính: lưu lại bằng Excel thành .xlsx rồi tải lên."
        ) from error


def _of_text(content: bytes, most_rows: int) -> Iterator[list[Any]]:
    handle = io.TextIOWrapper(io.BytesIO(content), "utf-8-sig", newline="")
    try:
        head = "".join(line for line, _number in zip(handle, range(20), strict=False))
        handle.seek(0)
        reader = csv.reader(handle, delimiter=max(";\t,", key=head.count))
        for number, row in enumerate(reader):
            if number > most_rows:
                raise BadSheet(f"Bảng dài quá {most_rows} dòng: chia thành nhiều tệp.")
            yield row
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadSheet("Không đọc được tệp .csv: lưu lại bằng Excel, chọn “CSV UTF-8”.") from error
