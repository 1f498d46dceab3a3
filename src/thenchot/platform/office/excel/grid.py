"""The cells of a worksheet as they stand: opened, bounded, merged ranges filled; and how a cell
reads.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from thenchot.kernel.text import nfc, tidy
from thenchot.platform.office.excel.marks import Marks, marks_of
from thenchot.platform.office.reading.apart import read_apart
from thenchot.platform.office.reading.limits import DEFAULT
from thenchot.platform.office.reading.model import Unreadable
from thenchot.platform.office.refused import BadFile

MAX_ROWS = 50_000
MAX_MERGED = 20_000  # cells that one merged range may cover
MAX_CELLS = 5_000_000
MAX_CELL = 32_767  # characters: what Excel itself holds
MAX_SHEET_BYTES = 300 * 1024 * 1024  # unpacked
HEADROOM = 1_000  # rows above the table and below it
# Beyond column CL or row 50,999: only then is every cell looked at, because so many rows of so many
# columns are too much.
_FAR = re.compile(
    rb"\br=[\"'](?:[A-Z]{3,4}|[D-Z][A-Z]|C[M-Z])\d|\br=[\"'][A-Z]{1,4}(?:\d{6,}|5[1-9]\d{3}"
    rb"|[6-9]\d{4})[\"']"
)
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]{1,4})(\d{1,9})[\"']")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


class BadSheet(BadFile):
    """The workbook cannot be used. `message_vi` says why and what to do."""


@dataclass(frozen=True)
class Sheet:
    """The cells of one worksheet. `hidden`: rows nobody sees, as Excel numbers them; `errors`:
    (row, column from 0) -> "#N/A"; `continued`: cells that belong to a merged cell begun above.
    """

    name: str
    rows: list[list[Any]]
    is_hidden: bool = False
    hidden: frozenset[int] = frozenset()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    continued: frozenset[tuple[int, int]] = frozenset()


def cell_text(value: Any) -> str:
    """A cell as a person sees it: 12.0 is 12, a date is dd/mm/yyyy."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(nfc(unguarded(str(value))))


def unguarded(text: str) -> str:
    """Without the apostrophe that `sheets.neutral` puts before what a spreadsheet would run."""
    return (
        text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_STARTS) else text
    )


def grids_of(source: str | Path | bytes | Any) -> list[Sheet]:
    """The cells of every worksheet, hidden ones too; a text file with separators (.csv) is one
    sheet of texts. Raises `BadSheet`.
    """
    content = _content(source)
    if not content.startswith((b"PK", b"\xd0\xcf")):
        return [Sheet("", _separated(content))]
    return sheets_of(content)


def sheets_of(source: str | Path | bytes | Any) -> list[Sheet]:
    """The cells of every worksheet of a workbook, hidden ones too. Raises `BadSheet`."""
    try:
        return read_apart(lay_out, _content(source), limits=DEFAULT)
    except Unreadable as bad:
        raise BadSheet(bad.message_vi) from None


def lay_out(content: bytes, most_rows: int = MAX_ROWS) -> list[Sheet]:
    """As `grids_of` of a workbook, in this process. The extent is measured before anything is laid
    out in memory.
    """
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    refuse_vast(content, most_rows)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except Exception as error:
        raise BadSheet(
            "Không mở được tệp bảng tính: lưu lại bằng Excel thành .xlsx rồi tải lên."
        ) from error
    seen = {
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.visible is SheetVisibleEnum.Visible
    }
    marks = marks_of(content)
    return [
        _sheet(name, workbook.get_sheet_by_name(name), name not in seen, marks.get(name, Marks()))
        for name in workbook.sheet_names
    ]


def _sheet(name: str, sheet, is_hidden: bool, marks: Marks) -> Sheet:
    rows = cells_of(sheet)
    errors = {
        (row, column_number(letters) - 1): text for (row, letters), text in marks.errors.items()
    }
    return Sheet(name, rows, is_hidden, frozenset(marks.hidden), errors, _continued(sheet, rows))


def _continued(sheet, rows: list[list[Any]]) -> frozenset[tuple[int, int]]:
    return frozenset(
        (row + 1, at)
        for start, end in sheet.merged_cell_ranges or ()
        if _is_filled(start, end, rows)
        for row in range(start[0] + 1, min(end[0] + 1, len(rows)))
        for at in range(start[1], end[1] + 1)
    )


def _separated(content: bytes) -> list[list[Any]]:
    """Between semicolons, tabs or commas: whichever stands most in the first lines."""
    try:
        text = content.decode("utf-8-sig")
        head = "\n".join(text.splitlines()[:20])
        rows = list(
            csv.reader(io.StringIO(text, newline=""), delimiter=max(";\t,", key=head.count))
        )
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadSheet("Không đọc được tệp .csv: lưu lại bằng Excel, chọn “CSV UTF-8”.") from error
    if len(rows) > MAX_ROWS + 1:
        raise BadSheet(f"Bảng dài quá {MAX_ROWS} dòng: chia thành nhiều tệp.")
    if sum(map(len, rows)) > MAX_CELLS:
        raise BadSheet("Bảng có quá nhiều cột: chia thành nhiều tệp.")
    _refuse_long(rows)
    return rows


def _refuse_long(rows: list[list[Any]]) -> None:
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if isinstance(value, str) and len(value) > MAX_CELL:
                raise BadSheet(
                    f"Ô {column_letter(at)}{number} dài hơn {MAX_CELL} ký tự, quá mức Excel chứa "
                    f"được: rút ngắn ô ấy rồi tải lên."
                )


def _content(source) -> bytes:
    if isinstance(source, bytes | bytearray):
        return bytes(source)
    return Path(source).read_bytes() if isinstance(source, str | Path) else source.read()


def refuse_vast(content: bytes, most_rows: int = MAX_ROWS) -> None:
    """The reader lays out every cell up to the last one, also the empty ones: one cell in the far
    corner of a small file would take all memory of the machine.
    """
    if not content.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sheets = [
                m
                for m in archive.infolist()
                if re.fullmatch(r"/?xl/worksheets/[^/]+\.xml", m.filename)
            ]
            for member in sheets:
                _refuse_vast_sheet(archive, member, most_rows)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, zlib.error) as error:
        if isinstance(error, BadSheet):
            raise
        raise BadSheet("Tệp bảng tính bị hỏng: mở bằng Excel, lưu lại rồi tải lên.") from error


def _refuse_vast_sheet(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most_rows: int) -> None:
    if member.file_size > MAX_SHEET_BYTES:
        raise BadSheet("Trang tính quá lớn: chia thành nhiều tệp.")
    rows = columns = 0
    is_far = False
    with archive.open(member) as handle:
        rest = b""
        while chunk := handle.read(1 << 20):
            text = rest + chunk
            is_far = is_far or bool(_FAR.search(text))
            rest = text[-200:]
    if is_far:
        rows, columns = _extent(archive, member)
    if rows > most_rows + HEADROOM or rows * columns > MAX_CELLS:
        raise BadSheet(
            f"Bảng có ô ở tận dòng {rows}, cột {columns}: xóa các dòng, cột thừa, hoặc chia "
            f"thành nhiều tệp."
        )


def _extent(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> tuple[int, int]:
    """The last row and the last column in which a cell stands."""
    rows = columns = 0
    with archive.open(member) as handle:
        rest = b""
        while chunk := handle.read(1 << 20):
            text = rest + chunk
            for letters, number in _CELL.findall(text):
                rows, columns = (
                    max(rows, int(number)),
                    max(columns, column_number(letters.decode())),
                )
            rest = text[-200:]
    return rows, columns


def cells_of(sheet) -> list[list[Any]]:
    if (sheet.total_height or 0) * (sheet.total_width or 0) > MAX_CELLS:
        raise BadSheet(
            f"Trang tính có ô ở tận dòng {sheet.total_height}, cột {sheet.total_width}: xóa các "
            f"dòng, cột thừa rồi lưu lại."
        )
    try:
        grid = sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS + 2)
    except Exception as error:
        raise BadSheet("Trang tính bị hỏng: mở bằng Excel, lưu lại rồi tải lên.") from error
    if len(grid) > MAX_ROWS + 1:
        raise BadSheet(f"Bảng dài quá {MAX_ROWS} dòng: chia thành nhiều tệp.")
    _refuse_long(grid)
    for start, end in sheet.merged_cell_ranges or ():
        _fill(grid, start, end)
    return grid


def _fill(grid: list[list[Any]], start: tuple[int, int], end: tuple[int, int]) -> None:
    """Every cell of a merged range says what its first cell says."""
    if not _is_filled(start, end, grid):
        return
    value = grid[start[0]][start[1]] if start[1] < len(grid[start[0]]) else None
    for row in grid[start[0] : end[0] + 1]:
        for at in range(start[1], min(end[1] + 1, len(row))):
            row[at] = value


def _is_filled(start: tuple[int, int], end: tuple[int, int], grid: list[list[Any]]) -> bool:
    size = (end[0] - start[0] + 1) * (end[1] - start[1] + 1)
    return start[0] < len(grid) and size <= MAX_MERGED


def column_letter(at: int) -> str:
    """0 -> A, 27 -> AB."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A -> 1, AB -> 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
