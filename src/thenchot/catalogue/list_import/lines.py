"""One line of a catalogue as a workbook gives it, and the columns it stands in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from thenchot.kernel.text import fold
from thenchot.platform.office.excel.tables import Heading, folded
from thenchot.platform.office.excel.worksheets import Column

NUMBER = Column("STT", 6, "number", ("TT", "Số TT", "Số thứ tự"))
CODE = Column(
    "Mã CV",
    10,
    "code",
    ("Mã", "Mã công việc", "Mã số", "Mã sản phẩm", "Mã SP", "Mã sản phẩm, công việc"),
)
BODY = Column(
    "Phòng, ban chuyên môn",
    22,
    "body",
    ("Phòng ban", "Phòng ban chuyên môn", "Phòng, ban", "Đơn vị thực hiện"),
)
TASK = Column("Nhiệm vụ", 30, "task", ("Nhóm nhiệm vụ", "Nhiệm vụ chính"))
NAME = Column(
    "Công việc chi tiết",
    46,
    "name",
    (
        "Công việc",
        "Tên công việc",
        "Nội dung công việc",
        "Sản phẩm, công việc",
        "Tên sản phẩm, công việc",
    ),
)
OUTPUT = Column(
    "Sản phẩm đầu ra", 30, "output", ("Sản phẩm", "Đầu ra", "Kết quả đầu ra", "Tên sản phẩm")
)
GROUP = Column(
    "Nhóm", 8, "group", ("Nhóm sản phẩm", "Nhóm công việc", "Nhóm SP", "Mức độ phức tạp", "Mức độ")
)
FRAME = Column("Khung điểm", 10, "frame", ("Khung",))
POINTS = Column("Điểm chấm", 9, "points", ("Điểm", "Số điểm", "Điểm quy đổi", "Điểm sản phẩm"))
FACTOR = Column(
    "Hệ số quy đổi", 9, "factor", ("Hệ số", "HSQĐ", "Hệ số QĐ", "Hệ số chuẩn", "Tỷ lệ quy đổi")
)
HOURS = Column(
    "Thời gian dự kiến (giờ)", 10, "hours", ("Thời gian dự kiến", "Thời gian thực hiện", "Số giờ")
)
NOTE = Column("Ghi chú", 24, "note")

COLUMNS = (NUMBER, CODE, BODY, TASK, NAME, OUTPUT, GROUP, FRAME, POINTS, FACTOR, HOURS, NOTE)
LENGTHS = {
    "code": 40,
    "body": 200,
    "task": 600,
    "name": 600,
    "output": 400,
    "group": 20,
    "frame": 40,
    "note": 400,
}
NUMBERS = (POINTS, FACTOR, HOURS)
LONGEST_SECTION = 200
SAID = ("sheet", "section", *LENGTHS, "points", "factor", "hours")  # what makes two lines differ


@dataclass(frozen=True)
class CatalogueLine:
    """`row` as Excel numbers it; `factor`: standard products one piece counts for."""

    sheet: str
    row: int
    code: str
    name: str
    factor: Decimal
    section: str = ""
    body: str = ""
    task: str = ""
    output: str = ""
    group: str = ""
    frame: str = ""
    points: Decimal | None = None
    hours: Decimal | None = None
    note: str = ""

    @property
    def key(self) -> str:
        return code_key(self.code)


@dataclass
class Listing:
    """What a workbook holds. `unit_points`: points of the standard product, where the list counts
    in points; `left_out`: sheets without a line of work.
    """

    lines: list[CatalogueLine] = field(default_factory=list)
    unit_points: Decimal | None = None
    left_out: list[str] = field(default_factory=list)


def code_key(code: str) -> str:
    """ "QL. 01" and "ql.01" are one code."""
    return re.sub(r"\s+", "", fold(code))


@cache
def _names() -> dict[str, str]:
    return {
        folded(name): column.key for column in COLUMNS for name in (column.title, *column.names)
    }


def meaning_of(heading: Heading) -> str:
    """Key of the column a heading means, by its whole path or its last part; empty when none."""
    return _names().get(" ".join(heading.parts)) or _names().get(heading.parts[-1], "")


def rate(headings: Sequence[Heading]) -> float:
    """How much of a header of a catalogue this is: without work and what it is worth, nothing."""
    known = {meaning_of(heading) for heading in headings} - {""}
    is_work = known & {"task", "name", "output"}
    is_worth = "factor" in known or {"points", "code"} <= known
    return float(len(known)) if is_work and is_worth else 0.0
