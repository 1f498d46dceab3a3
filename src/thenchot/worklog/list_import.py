"""Lists of other systems: which column is what, said once and remembered; rows become items, people
are recognised.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from thenchot.catalogue.list_import.headings import (
    DONE,
    DUE,
    FIELDS,
    ID,
    NAME,
    OUTPUT,
    PERSON,
    PERSON_CODE,
    QUANTITY,
    rate_headings,
    uses_of,
)
from thenchot.kernel.text import words
from thenchot.organisation.models import Unit
from thenchot.people.imports.known import PersonMatcher
from thenchot.platform.office.excel.cells import BadCell, read_day, read_decimal
from thenchot.platform.office.excel.grid import cell_text
from thenchot.platform.office.excel.reports import ImportReport, Problem
from thenchot.platform.office.excel.tables import Heading, Table, left_out, read_table
from thenchot.platform.office.excel.worksheets import BadSheet, Column
from thenchot.worklog.sources import Item

LENGTHS = {"id": 120, "name": 600, "output": 400}
MAX_ROWS = 20_000
_BRACKETS = re.compile(r"\([^)]*\)|^\s*(?:ông|bà|đ/c|đồng chí)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class SourceMeanings:
    """What was said of a source: field -> heading, folded kind -> code of the catalogue, folded
    name -> id of a person; rows left out this time.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    products: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()


@dataclass
class Reading:
    """`uses`: field -> heading it was read from; `kinds`: kinds of work in the list, as written;
    `unclear`: folded name -> the name as written and the ids of those it may mean (none: of
    nobody).
    """

    items: list[Item]
    headings: tuple[Heading, ...] = ()
    uses: Mapping[str, Heading] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)
    unclear: Mapping[str, tuple[str, list[int]]] = field(default_factory=dict)


def read_items(content: bytes, home: Unit, said: SourceMeanings, report: ImportReport) -> Reading:
    """Rows that do not read, or name nobody of the place, go to the report."""
    try:
        table = read_table(
            content, rate_headings(said.columns), needed=0.3, wanted="cần một bảng có dòng tiêu đề"
        )
    except BadSheet as bad:
        report.blame(0, "", bad.message_vi)
        return Reading([])
    report.notes += left_out(table)
    uses = uses_of(table.headings, said.columns)
    reading = Reading([], table.headings, uses)
    missing = [column for column in FIELDS if column.is_required and column.key not in uses]
    missing += [] if uses.keys() & {"person", "person_code"} else [PERSON]
    missing += [] if uses.keys() & {"done", "due"} else [DONE]
    for column in missing:
        report.blame(
            table.header_row,
            column,
            f"Chưa biết cột nào là “{column.title}”: chọn ở phần đọc các cột.",
        )
    if len(table.body) > MAX_ROWS:
        report.blame(
            0, "", f"Danh sách có {len(table.body)} dòng; mỗi lần nhập nhiều nhất {MAX_ROWS} dòng."
        )
    elif not missing:
        _Reader(table, uses, home, said, report).read_into(reading)
    return reading


class _Reader:
    def __init__(
        self,
        table: Table,
        uses: Mapping[str, Heading],
        home: Unit,
        said: SourceMeanings,
        report: ImportReport,
    ):
        self.table, self.uses, self.home, self.said, self.report = table, uses, home, said, report
        self.seen: dict[tuple[str, int], int] = {}
        self.kinds: dict[str, str] = {}
        self.unclear: dict[str, tuple[str, list[int]]] = {}

    def read_into(self, reading: Reading) -> None:
        rows = [
            (number, cells)
            for number, cells in self.table.body
            if number not in self.said.skipped and (self._text(cells, "id") or self._who(cells))
        ]
        self.known = PersonMatcher(self.home, ())
        self.known.look_at(self._who(cells)[1] for _, cells in rows)
        reading.items = [item for number, cells in rows if (item := self._item(number, cells))]
        reading.kinds, reading.unclear = list(self.kinds.values()), self.unclear
        if not rows:
            self.report.blame(0, "", "Không có dòng nào dưới dòng tiêu đề.")

    def _item(self, number: int, cells: Sequence[Any]) -> Item | None:
        before = len(self.report.problems)
        person = self._person(number, cells)
        quantity = (
            self._read(number, cells, QUANTITY, read_decimal)
            if self._text(cells, "quantity")
            else Decimal(1)
        )
        due, done = self._day(number, cells, DUE), self._day(number, cells, DONE)
        texts = {column.key: self._short(number, cells, column) for column in (ID, NAME, OUTPUT)}
        if not due and not done:
            self._blame(
                number, DONE, cells, "Thiếu ngày xong (và hạn): không biết tính vào tháng nào."
            )
        if quantity is not None and quantity <= 0:
            self._blame(number, QUANTITY, cells, "Số lượng phải lớn hơn 0.")
        if len(self.report.problems) > before:
            return None
        item = Item(
            texts["id"],
            person,
            texts["name"],
            quantity,
            self._product(cells),
            texts["output"],
            due,
            done,
            number,
        )
        if item.key in self.seen:
            self._blame(
                number, ID, cells, f"Trùng với dòng {self.seen[item.key]}: cùng mã, cùng người."
            )
        self.seen.setdefault(item.key, number)
        return item

    def _person(self, number: int, cells: Sequence[Any]) -> int | None:
        code, name = self._who(cells)
        key = " ".join(words(name or code))
        if (said := self.said.people.get(key)) in self.known.by_id:
            return said
        found = self.known.named(code, name) if code or name else ()
        column = PERSON if "person" in self.uses else PERSON_CODE
        if key and len(found) != 1:
            self.unclear[key] = name or code, [one.pk for one in found]
        if not found:
            self._blame(
                number,
                column,
                cells,
                (
                    f"Không nhận ra ai tại {self.home.name}: chọn người ở phần bên dưới, hoặc "
                    f"sửa họ "
                    f"tên."
                ),
            )
        elif len(found) > 1:
            self._blame(
                number,
                column,
                cells,
                (
                    f"Có {len(found)} người cùng tên: chọn người ở phần bên dưới, hoặc thêm cột "
                    f"“{PERSON_CODE.title}”."
                ),
            )
        return found[0].pk if len(found) == 1 else None

    def _who(self, cells: Sequence[Any]) -> tuple[str, str]:
        return self._text(cells, "person_code"), _BRACKETS.sub(
            "", self._text(cells, "person")
        ).strip()

    def _product(self, cells: Sequence[Any]) -> str:
        """Named in the row, else what was said of its kind, else what was said of every other
        kind.
        """
        kind = self._text(cells, "kind")
        key = " ".join(words(kind))
        self.kinds.setdefault(key, kind)
        return (
            self._text(cells, "product")
            or self.said.products.get(key)
            or self.said.products.get("", "")
        )

    def _day(self, number: int, cells: Sequence[Any], column: Column) -> date | None:
        if not self._text(cells, column.key):
            return None
        return self._read(number, cells, column, _only_day)

    def _read(
        self, number: int, cells: Sequence[Any], column: Column, reader: Callable[[Any], Any]
    ) -> Any:
        try:
            return reader(cells[self.uses[column.key].at])
        except BadCell as bad:
            self._blame(number, column, cells, bad.message_vi)
            return None

    def _short(self, number: int, cells: Sequence[Any], column: Column) -> str:
        text = self._text(cells, column.key)
        if column.is_required and not text:
            self._blame(number, column, cells, f"Thiếu “{column.title}”.")
        return text[: LENGTHS[column.key]]

    def _text(self, cells: Sequence[Any], key: str) -> str:
        heading = self.uses.get(key)
        return cell_text(cells[heading.at]) if heading and heading.at < len(cells) else ""

    def _blame(self, number: int, column: Column, cells: Sequence[Any], reason: str) -> None:
        heading = self.uses.get(column.key)
        self.report.problems.append(
            Problem(
                number,
                heading.title if heading else column.title,
                reason,
                self._text(cells, column.key)[:80],
            )
        )


def _only_day(cell: Any) -> date | None:
    """Systems write the hour beside the day: "05/10/2026 08:30"."""
    day = read_day(
        re.sub(r"[ T,]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:AM|PM|SA|CH))?$", "", cell)
        if isinstance(cell, str)
        else cell
    )
    if day and day.year_only:
        raise BadCell(f"“{cell_text(cell)}” không phải một ngày; viết dd/mm/yyyy.")
    return day.on if day else None
