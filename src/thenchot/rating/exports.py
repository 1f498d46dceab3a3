"""What was decided, as Excel: the Party's quarter, proposals of replacement, organisations of a
year.
"""

from collections.abc import Iterator
from datetime import date

from thenchot.kernel.periods import Quarter
from thenchot.people.models import Person
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.worksheets import Column, Tab, write_book, write_sheet
from thenchot.rating.labels import REVIEW_STATE
from thenchot.rating.models import QuarterRating, Round
from thenchot.rating.queries.quarters import failed_by_decree, reviews
from thenchot.rating.queries.rounds import organisations_of
from thenchot.worklog.access import EXPORT
from thenchot.worklog.enums import Regulation
from thenchot.worklog.exports import local_day, number
from thenchot.worklog.labels import ASSESSMENT_STATE, BAND, CAPACITY
from thenchot.worklog.models import Assessment

REVIEWS = (
    Column("Họ và tên", 26),
    Column("Chức danh", 26),
    Column("Đơn vị", 34),
    Column("Các quý không hoàn thành", 22),
    Column("Quý chưa xếp loại ở giữa", 22),
    Column("Ngày đề xuất", 13),
    Column("Xem xét", 30),
    Column("Ý kiến", 44),
    Column("Người xem xét", 26),
    Column("Ngày xem xét", 13),
)
FAILED = (
    Column("Họ và tên", 26),
    Column("Đơn vị", 34),
    Column("Quý", 12),
    Column("Bình quân", 10),
    Column("Số tháng đã chốt", 10),
)
QUARTER = (
    Column("Mã cán bộ", 14),
    Column("Họ và tên", 26),
    Column("Chức danh", 26),
    Column("Đơn vị", 34),
    Column("Tư cách", 18),
    Column("Tổng điểm", 10),
    Column("Mức theo điểm", 22),
    Column("Trạng thái phiếu", 14),
    Column("Không chấm vì", 24),
    Column("Máy đề xuất", 22),
    Column("Mức được quyết định", 22),
    Column("Thông báo, kết luận", 34),
    Column("Lý do khác với đề xuất", 34),
    Column("Ngày quyết định", 13),
)
ORGANISATIONS = (
    Column("Cơ quan, đơn vị", 38),
    Column("Hoàn thành (%)", 11),
    Column("Vượt yêu cầu (%)", 11),
    Column("Chậm tiến độ (%)", 11),
    Column("Tổng điểm", 10),
    Column("Mức theo điểm", 22),
    Column("Máy đề xuất", 22),
    Column("Sau mức trần", 22),
    Column("Quyết định", 22),
    Column("Số quyết định", 20),
    Column("Ngày quyết định", 13),
    Column("Lý do khác đề xuất", 34),
    Column("Cấp trên công nhận", 10),
    Column("Vì sao, còn thiếu gì", 60),
)


@in_vietnamese
def replacement_book(actor, on: date, reads: list) -> bytes:
    """Proposals of the Party's rule, and who fell below by the decree (only shown)."""
    found = list(reviews(actor, EXPORT))
    failed = failed_by_decree(actor, on, EXPORT)
    reads.extend([*(one.person for one in found), *(Person(pk=row["person"]) for row in failed)])
    shown = [
        [
            row["person__full_name"],
            row["unit__name"],
            row["quarter"].label_vi(),
            number(round(row["mean"], 2)),
            row["months"],
        ]
        for row in failed
    ]
    notes = [
        (
            "Máy chỉ đề xuất; cấp có thẩm quyền quyết định. Theo Nghị định 335/2025/NĐ-CP quý dưới "
            "mức hoàn thành chỉ để biết."
        )
    ]
    return write_book(
        [Tab("Đề xuất xem xét", REVIEWS, map(_review, found)), Tab("Theo NĐ 335", FAILED, shown)],
        notes=notes,
    )


def _review(one) -> list:
    return [
        one.person.full_name,
        one.title,
        one.unit.name,
        ", ".join(one.quarters),
        ", ".join(one.gaps),
        one.opened_on,
        str(REVIEW_STATE[one.state]),
        one.reason,
        str(one.decided_by or ""),
        local_day(one.decided_at),
    ]


@in_vietnamese
def quarter_worksheet(actor, quarter: Quarter, reads: list) -> bytes:
    """Everybody rated by the Party in the quarter, with the decision that stands."""
    found = list(_party(actor, quarter))
    standing = QuarterRating.objects.standing().filter(
        assessment__in=[assessment.pk for assessment in found]
    )
    decided = {one.assessment_id: one for one in standing}
    reads.extend(assessment.person for assessment in found)
    rows = (_rated(assessment, decided.get(assessment.pk)) for assessment in found)
    return write_sheet(QUARTER, rows, name=f"Quý {quarter.index}-{quarter.year}")


def _party(actor, quarter: Quarter):
    rows = (
        Assessment.objects.visible_to(actor, EXPORT)
        .counting()
        .filter(rules=Regulation.QD366, period="quarter", year=quarter.year, number=quarter.index)
    )
    return (
        rows.select_related("person", "unit")
        .defer("result", "policy")
        .order_by("unit__path", "person__sort_key", "pk")
    )


def _rated(assessment: Assessment, one: QuarterRating | None) -> list:
    decided = (
        [_level(one.proposed), _level(one.level), one.basis, one.note, local_day(one.decided_at)]
        if one
        else []
    )
    return [
        assessment.person.code,
        assessment.person.full_name,
        assessment.title,
        assessment.unit.name,
        str(CAPACITY[assessment.kind]),
        number(assessment.total),
        _level(assessment.band),
        str(ASSESSMENT_STATE[assessment.state]),
        assessment.not_scored,
        *decided,
    ]


@in_vietnamese
def organisations_worksheet(actor, found: Round) -> bytes:
    """Organisations of a round in the order of the tree."""
    notes = [f"{found.unit.name}, năm {found.year}. Nghị định 335/2025/NĐ-CP, Điều 5 đến Điều 9."]
    return write_sheet(
        ORGANISATIONS, _bodies(actor, found), name=f"Đơn vị {found.year}", notes=notes
    )


def _bodies(actor, found: Round) -> Iterator[list]:
    for body in organisations_of(actor, found):
        one = body.decision
        why = "; ".join(reason["message"] for reason in [*body.reasons, *body.cap_reasons])
        decided = [_level(one.level), one.number, one.decided_on, one.reason] if one else [""] * 4
        yield [
            body.unit.name,
            *map(number, (body.done, body.exceeding, body.late, body.total)),
            _level(body.band),
            _level(body.level),
            _level(body.capped),
            *decided,
            body.is_recognised_above,
            why,
        ]


def _level(code: str) -> str:
    return str(BAND[code]) if code else ""
