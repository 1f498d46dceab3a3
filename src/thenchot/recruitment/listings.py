"""Tables on the pages of a round and of an applicant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    NumberColumn,
    OffersColumn,
    StateColumn,
)
from thenchot.platform.registers.listing import Listing
from thenchot.recruitment.actions.applicants import SCORE
from thenchot.recruitment.actions.rounds import MEMBER
from thenchot.recruitment.labels import BREACH, CHECK_STATE, CHECK_TONES, COUNCIL_PART, PAPER
from thenchot.recruitment.queries.applicants import counted_points
from thenchot.recruitment.queries.rounds import policy_of


class CouncilListing(Listing):
    label = _("Hội đồng tuyển dụng")

    person = Column(_("Họ và tên"), "person__full_name")
    part = Column(_("Vai trò"), lambda member: COUNCIL_PART[member.part])
    step = OffersColumn(offers=MEMBER.offers, about="person__full_name")


@dataclass(frozen=True)
class DayTold:
    name: Any
    on: date | None
    document: str = ""


class DayListing(Listing):
    """What was done when, by which document."""

    label = _("Các bước đã làm")

    name = Column(_("Bước"))
    on = DayColumn(_("Ngày"))
    document = Column(_("Văn bản"))


def days_told(round_) -> list[DayTold]:
    """Steps that have their day, in order."""
    rows = (
        DayTold(_("Lập đợt"), round_.begun_on, round_.basis),
        DayTold(_("Phê duyệt kế hoạch"), round_.approved_on, round_.plan_no),
        DayTold(_("Thông báo"), round_.notice_on, round_.notice_no),
        DayTold(_("Nhận phiếu từ"), round_.opens_on),
        DayTold(_("Nhận phiếu đến"), round_.closes_on),
        DayTold(_("Danh sách đủ điều kiện"), round_.listed_on),
        DayTold(_("Vòng 1"), round_.first_on),
        DayTold(_("Vòng 2"), round_.second_on),
        DayTold(_("Công bố điểm"), round_.marked_on),
        DayTold(_("Phê duyệt kết quả"), round_.ranked_on, round_.result_no),
        DayTold(_("Công khai kết quả"), round_.public_on),
        DayTold(_("Kết thúc"), round_.done_on),
    )
    return [row for row in rows if row.on]


class CheckListing(Listing):
    """What the form says against what the position asks."""

    label = _("Điều kiện")

    name = Column(_("Điều kiện"), notes=("article",))
    state = StateColumn(_("Kết quả"), labels=CHECK_STATE, tones=CHECK_TONES)
    detail = Column(_("Chi tiết"))


@dataclass(frozen=True)
class ScoreTold:
    """A paper with what counts of it; `score`: the row behind it."""

    score: Any
    counted: Decimal

    @property
    def paper(self) -> str:
        return PAPER[self.score.paper]

    @property
    def breach(self) -> Any:
        return BREACH.get(self.score.breach, "")


class ScoreListing(Listing):
    label = _("Điểm")

    paper = Column(_("Bài"))
    points = NumberColumn(_("Điểm chấm"), "score__points", places=2)
    breach = Column(_("Kỷ luật phòng thi"))
    counted = NumberColumn(_("Điểm tính"), places=2)
    appealed_on = DayColumn(_("Đề nghị phúc khảo"), "score__appealed_on")
    before = NumberColumn(_("Trước phúc khảo"), "score__before", places=2)
    step = OffersColumn(offers=lambda actor, row: SCORE.offers(actor, row.score), about="paper")


def scores_told(applicant) -> Iterator[ScoreTold]:
    counted = counted_points(applicant, policy_of(applicant.round))
    for score in applicant.scores.all():
        if score.points is None:
            continue
        score.applicant = applicant
        yield ScoreTold(score, counted[score.paper])
