"""Daily work as Excel: the load of each person, people without product, hard tasks, quick opinions,
days among the people.

Everything is scoped by the permission to take lists along; whose work it is stands in `reads` for
the log.
"""

from collections.abc import Iterator
from datetime import date

from thenchot.kernel.exact import half_up
from thenchot.kernel.periods import Period, Quarter
from thenchot.people.models import Person
from thenchot.platform.clock import ZONE
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import Column, Tab, write_book, write_sheet
from thenchot.worklog.access import EXPORT
from thenchot.worklog.labels import (
    ASSESSMENT_STATE,
    CAPACITY,
    FIELD_VISIT_KIND,
    OPINION_STATE,
)
from thenchot.worklog.queries import field_visits, workload
from thenchot.worklog.queries.no_product import without_product
from thenchot.worklog.queries.opinions import list_opinions

CHUNK = 500
WHO = (Column("Họ và tên", 26), Column("Đơn vị", 34))
WORKLOAD = (
    *WHO,
    Column("Được giao", 11),
    Column("Xong", 11),
    Column("Xong chậm", 11),
    Column("Quá hạn chưa xong", 11),
    Column("Trực tiếp làm (%)", 11),
)
WEEKS = (
    Column("Tuần từ", 13),
    Column("Xong", 11),
    Column("Xong chậm", 11),
    Column("Trực tiếp làm (%)", 11),
)
NO_PRODUCT = (
    *WHO,
    Column("Chức danh", 26),
    Column("Tư cách", 18),
    Column("Kỳ", 16),
    Column("Được giao (quy đổi)", 12),
    Column("Hoàn thành (quy đổi)", 12),
    Column("Trạng thái phiếu", 14),
)
OPINIONS = (
    Column("Xin ý kiến về", 50),
    Column("Người hỏi", 26),
    Column("Đơn vị hỏi", 28),
    Column("Người được hỏi", 26),
    Column("Đơn vị được hỏi", 28),
    Column("Ngày hỏi", 13),
    Column("Hạn trả lời", 13),
    Column("Quá hạn", 9),
    Column("Tình trạng", 14),
    Column("Ý kiến trả lời", 50),
    Column("Người trả lời", 26),
    Column("Ngày trả lời", 13),
    Column("Trả lời sau (giờ)", 10),
    Column("Quyết định xử lý", 44),
    Column("Ngày quyết định", 13),
)
ENTRIES = (
    *WHO,
    Column("Ngày", 13),
    Column("Loại", 32),
    Column("Nơi đến", 30),
    Column("Nắm được gì, tháo gỡ được gì", 60),
    Column("Minh chứng", 34),
)
PIECES = (
    "Tính theo sản phẩm, xếp theo đơn vị và tên, không xếp hạng. Xong chậm: kể cả khi "
    "nguyên nhân khách quan."
)


@in_vietnamese
def workload_book(actor, period: Period, on: date, reads: list) -> bytes:
    """Each person's load; everybody's weeks by the day of completion."""
    rows = workload.all_workloads(actor, period, on, EXPORT)
    reads.extend(Person(pk=row["person"]) for row in rows)
    people = [[row["person__full_name"], row["unit__name"], *_carried(row["load"])] for row in rows]
    weeks = [
        [monday, number(one.finished), one.late, percent_of(one)]
        for monday, one in workload.weeks(actor, period, on, EXPORT)
    ]
    return write_book(
        [Tab("Từng người", WORKLOAD, people), Tab("Từng tuần", WEEKS, weeks)],
        notes=[f"Khối lượng {period.label_vi()}.", PIECES],
    )


def _carried(one: workload.Workload) -> list:
    return [
        number(one.assigned),
        number(one.finished),
        one.late,
        number(one.overdue),
        percent_of(one),
    ]


def percent_of(one: workload.Workload) -> float | None:
    return number(percent(one.share_direct))


@in_vietnamese
def no_product_worksheet(actor, period: Period, reads: list) -> bytes:
    found = list(without_product(actor, period, EXPORT))
    reads.extend(assessment.person for assessment in found)
    rows = [
        [
            assessment.person.full_name,
            assessment.unit.name,
            assessment.title,
            str(CAPACITY[assessment.kind]),
            assessment.span.label_vi(),
            number(assessment.given),
            number(assessment.produced),
            str(ASSESSMENT_STATE[assessment.state]),
        ]
        for assessment in found
    ]
    notes = [
        (
            f"Người không có sản phẩm trong {period.label_vi()}. Phiếu chưa chốt: theo lần tính "
            f"đêm "
            f"gần nhất."
        )
    ]
    return write_sheet(NO_PRODUCT, rows, name="Không có sản phẩm", notes=notes)


@in_vietnamese
def opinion_worksheet(actor, on: date) -> bytes:
    return write_sheet(
        OPINIONS,
        (_opinion(one, on) for one in list_opinions(actor, EXPORT).iterator(CHUNK)),
        name="Xin ý kiến nhanh",
    )


def _opinion(one, on: date) -> list:
    late = one.state == "sent" and one.due_on < on
    return [
        one.question,
        str(one.asked_by),
        one.from_unit.name,
        one.person.full_name if one.person else "",
        one.unit.name,
        local_day(one.sent_at),
        one.due_on,
        late,
        str(OPINION_STATE[one.state]),
        one.answer,
        str(one.answered_by or ""),
        local_day(one.answered_at),
        one.hours,
        one.decision,
        local_day(one.decided_at),
    ]


@in_vietnamese
def field_visit_book(actor, quarter: Quarter, on: date, reads: list) -> bytes:
    """How often each went, those who never did too; and every day that was written down."""
    seats = field_visits.all_counts(actor, quarter, on, EXPORT)
    reads.extend(seat.person for seat in seats)
    heads = (
        *WHO,
        *(Column(str(label), 18) for label in FIELD_VISIT_KIND.values()),
        Column("Cộng", 9),
    )
    counts = [
        [seat.person.full_name, seat.unit.name, *seat.field_visits, sum(seat.field_visits)]
        for seat in seats
    ]
    notes = [
        (
            f"Đi cơ sở, cùng dân, {quarter.label_vi()}. Không tính vào điểm theo Nghị định "
            f"335/2025/NĐ-CP."
        )
    ]
    return write_book(
        [Tab("Số buổi", heads, counts), Tab("Từng buổi", ENTRIES, _entries(actor, quarter))],
        notes=notes,
    )


def _entries(actor, quarter: Quarter) -> Iterator[list]:
    for one in field_visits.all_field_visits(actor, quarter, EXPORT).iterator(CHUNK):
        yield [
            one.person.full_name,
            one.unit.name,
            one.happened_on,
            str(FIELD_VISIT_KIND[one.kind]),
            one.place,
            one.result,
            one.evidence,
        ]


def percent(share):
    """0.8512 -> 85.12; nothing for none."""
    return None if share is None else half_up(share * 100, 2)


def number(value):
    """A number that Excel can add up."""
    return None if value is None else float(value)


def local_day(moment):
    """The day of a moment as people here count it; nothing for none."""
    return moment and moment.astimezone(ZONE).date()
