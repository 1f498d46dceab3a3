"""Lists of other systems: which column is what, said once and remembered; rows become items, people
are recognised.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from thenchot.kernel.text import words
from thenchot.organisation.models import Unit
from thenchot.people.imports.known import Known
from thenchot.performance.sources import Item
from thenchot.platform.office.cells import BadCell, read_day, read_decimal
from thenchot.platform.office.grid import cell_text, grids_of
from thenchot.platform.office.reading.stamps import secret_stamp
from thenchot.platform.office.reports import ImportReport, Problem
from thenchot.platform.office.sheets import BadSheet, Column
from thenchot.platform.office.tables import Heading, Table, folded, read_table

ID = Column(
    "Mã, số của việc ở nguồn",
    key="id",
    is_required=True,
    names=(
        "Mã hồ sơ",
        "Số hồ sơ",
        "Mã văn bản",
        "Số ký hiệu",
        "Số, ký hiệu",
        "Số và ký hiệu",
        "Số văn bản",
        "Số đến",
        "Mã công việc",
        "Mã việc",
        "ID",
        "Mã",
    ),
)
PERSON = Column(
    "Người thực hiện",
    key="person",
    names=(
        "Người xử lý",
        "Cán bộ xử lý",
        "Cán bộ thụ lý",
        "Chuyên viên",
        "Chuyên viên xử lý",
        "Họ và tên",
        "Họ tên",
        "Người xử lý chính",
        "Cán bộ",
    ),
)
PERSON_CODE = Column(
    "Mã cán bộ", key="person_code", names=("Mã người xử lý", "Mã nhân viên", "Mã CBCC")
)
NAME = Column(
    "Nội dung việc",
    key="name",
    is_required=True,
    names=(
        "Trích yếu",
        "Trích yếu nội dung",
        "Nội dung",
        "Tên công việc",
        "Công việc",
        "Tên hồ sơ",
        "Tên thủ tục",
        "Thủ tục",
        "Tiêu đề",
    ),
)
KIND = Column(
    "Loại việc (để quy đổi)",
    key="kind",
    names=("Loại văn bản", "Loại hồ sơ", "Hình thức văn bản", "Loại", "Lĩnh vực", "Loại công việc"),
)
PRODUCT = Column(
    "Mã trong danh mục sản phẩm", key="product", names=("Mã CV", "Mã sản phẩm", "Mã danh mục")
)
QUANTITY = Column("Số lượng", key="quantity", names=("SL", "Số sản phẩm"))
DUE = Column(
    "Hạn",
    key="due",
    names=("Hạn xử lý", "Hạn giải quyết", "Ngày hẹn trả", "Ngày hẹn", "Thời hạn", "Hạn hoàn thành"),
)
DONE = Column(
    "Ngày xong",
    key="done",
    names=(
        "Ngày hoàn thành",
        "Ngày xử lý xong",
        "Ngày kết thúc",
        "Ngày trả kết quả",
        "Ngày trả",
        "Ngày có kết quả",
        "Ngày ban hành",
    ),
)
OUTPUT = Column(
    "Kết quả, sản phẩm",
    key="output",
    names=("Kết quả", "Sản phẩm", "Văn bản trả lời", "Kết quả xử lý"),
)
FIELDS = (ID, PERSON, PERSON_CODE, NAME, KIND, PRODUCT, QUANTITY, DUE, DONE, OUTPUT)
SECRECY = {"do mat", "muc do mat", "do khan mat"}
LENGTHS = {"id": 120, "name": 600, "output": 400}
MAX_ROWS = 20_000
LEAST_COLUMNS = 3
STAMPED = 30  # rows in which a stamp stands over a list
_BRACKETS = re.compile(r"\([^)]*\)|^\s*(?:ông|bà|đ/c|đồng chí)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
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


def refuse_secret(content: bytes) -> None:
    """`BadSheet` for a list that is stamped secret or names a secret document: it is not kept at
    all (Luật 117/2025/QH15).
    """
    try:
        stamps = [
            secret_stamp(cell_text(cell))
            for _, grid in grids_of(content)
            for row in grid[:STAMPED]
            for cell in row
        ]
        table = read_table(content, _rate({}), needed=0)
    except BadSheet:
        return
    for heading in table.headings:
        if heading.parts[-1] in SECRECY:
            stamps += [
                secret_stamp(cell_text(cells[heading.at]), capitals=False)
                for _, cells in table.body
                if heading.at < len(cells)
            ]
    if stamp := next(filter(None, stamps), None):
        raise BadSheet(
            f"Danh sách có việc mang dấu độ mật “{stamp}”. Hệ thống không được phép đọc, lưu hay "
            f"xử lý tài liệu mật; tệp không được giữ lại: "
            "xuất lại danh sách không có các dòng đó (Luật 117/2025/QH15)."
        )


def read_items(content: bytes, home: Unit, said: Said, report: ImportReport) -> Reading:
    """Rows that do not read, or name nobody of the place, go to the report."""
    try:
        table = read_table(
            content, _rate(said.columns), needed=0.3, wanted="cần một bảng có dòng tiêu đề"
        )
    except BadSheet as bad:
        report.blame(0, "", bad.message_vi)
        return Reading([])
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


def uses_of(headings: Sequence[Heading], columns: Mapping[str, str]) -> dict[str, Heading]:
    """What was said of a source before what the words mean; "" says the list has no such column."""
    by_key = {heading.key: heading for heading in headings}
    found = {}
    for column in FIELDS:
        if column.key in columns:
            heading = by_key.get(columns[column.key])
        else:
            heading = next(
                (
                    one
                    for name in (column.title, *column.names)
                    for one in headings
                    if one.parts[-1] == folded(name)
                ),
                None,
            )
        if heading and heading not in found.values():
            found[column.key] = heading
    return found


def _rate(columns: Mapping[str, str]) -> Callable[[Sequence[Heading]], float]:
    """A row of headings that are known, else the one with the most headings. Fewer than three
    different are a title.
    """

    def rated(headings: Sequence[Heading]) -> float:
        different = len({heading.key for heading in headings})
        return (
            len(uses_of(headings, columns)) + 0.1 * min(different, 9)
            if different >= LEAST_COLUMNS
            else 0.0
        )

    return rated


class _Reader:
    def __init__(
        self,
        table: Table,
        uses: Mapping[str, Heading],
        home: Unit,
        said: Said,
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
        self.known = Known(self.home, ())
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
        found, _ = (
            self.known.find(given="", code=code, number="", name=name, born_on=None, unit=None)
            if code or name
            else ([], "")
        )
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
