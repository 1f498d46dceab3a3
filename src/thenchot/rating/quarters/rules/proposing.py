"""The quarter of an elected cadre or of a title the Party manages (QĐ 366, KL 198, HD 43 and 02):
points give a band, conditions, the collective and the gates set a limit to it. What comes out is a
proposal; the competent level decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thenchot.kernel.exact import percent
from thenchot.kernel.periods import Quarter
from thenchot.policy.parameters import PartyRatingPolicy
from thenchot.rating.rules.conditions import (
    ARTICLE,
    Condition,
    Shares,
    conditions_of,
    highest_allowed,
)
from thenchot.scoring.rules.bands import lower
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Band, Capacity

GUIDE = "HD 02-HD/BTCTW"


@dataclass(frozen=True, slots=True)
class QuarterFacts:
    """`collective`: share of the tasks of the body that are done, null where it had none;
    `is_forced`: force majeure.
    """

    quarter: Quarter
    kind: Capacity
    band: Band | None
    shares: Shares | None
    collective: Fraction | None = None
    is_forced: bool = False
    is_below_standard: bool = False
    is_disciplined: bool = False


@dataclass(frozen=True, slots=True)
class QuarterProposal:
    """`level` null: not ranked (quarter IV merges into the year) or not yet known."""

    level: Band | None
    reasons: tuple[Remark, ...] = ()
    conditions: tuple[Condition, ...] = ()


def propose_quarter(facts: QuarterFacts, party: PartyRatingPolicy) -> QuarterProposal:
    conditions = conditions_of(facts.shares, party) if facts.shares else ()
    if facts.quarter.index not in party.ranked_quarters:
        remark = Remark(
            "merged_into_year",
            f"Q{facts.quarter.label_vi()[1:]} không xếp loại riêng, gộp vào cả năm.",
            "HD 43-HD/BTCTW",
        )
        return QuarterProposal(None, (remark,), conditions)
    if facts.band is None or facts.shares is None:
        remark = Remark("points_unknown", "Chưa có điểm hoặc chưa có nhiệm vụ trong quý.", ARTICLE)
        return QuarterProposal(None, (remark,), conditions)
    level = facts.band
    reasons: tuple[Remark, ...] = ()
    for limit, remark in _limits(facts, conditions, party):
        if limit.rank < level.rank or limit == Band.FAILED:
            reasons += (remark,)
        level = lower(level, limit)
    return QuarterProposal(level, reasons, conditions)


def _limits(
    facts: QuarterFacts, conditions: tuple[Condition, ...], party: PartyRatingPolicy
) -> Iterable[tuple[Band, Remark]]:
    allowed = highest_allowed(conditions)
    if allowed != Band.EXCELLENT:
        missing = ", ".join(CONDITIONS[one.code] for one in conditions if not one.met)
        yield allowed, Remark("conditions", f"Chưa đạt điều kiện: {missing}.", ARTICLE)
    if _collective_failed(facts, party):
        text = f"Tập thể hoàn thành dưới {party.collective_percent}% nhiệm vụ của quý"
        if facts.kind == Capacity.HEAD:
            yield (
                Band.FAILED,
                Remark("collective_failed", f"{text}: người đứng đầu không hoàn thành.", GUIDE),
            )
        else:
            yield Band.GOOD, Remark("collective_failed", f"{text}: không xếp xuất sắc.", GUIDE)
    if facts.is_below_standard:
        yield (
            Band(party.below_standard_most),
            Remark("below_standard", "Chưa đạt tiêu chuẩn của chức danh đang giữ.", "S4-022"),
        )
    if facts.is_disciplined:
        yield (
            Band(party.disciplined_most),
            Remark("disciplined", "Bị kỷ luật trong quý.", "QĐ 366-QĐ/TW"),
        )


CONDITIONS = {
    "all_done": "hoàn thành 100% nhiệm vụ",
    "all_on_time": "100% nhiệm vụ đúng hạn",
    "exceeding": "đủ tỷ lệ nhiệm vụ vượt yêu cầu",
    "late_within": "tỷ lệ nhiệm vụ chậm trong giới hạn",
}


def _collective_failed(facts: QuarterFacts, party: PartyRatingPolicy) -> bool:
    return (
        facts.collective is not None
        and not facts.is_forced
        and facts.collective < percent(party.collective_percent)
    )


def deferral(seat_began_on: date, quarter: Quarter, party: PartyRatingPolicy) -> Remark | None:
    """Why nobody is evaluated this quarter: the seat is too new. Long absences are said by whoever
    scores.
    """
    held = (quarter.end - seat_began_on).days + 1
    if held >= party.newly_appointed_days:
        return None
    return Remark(
        "newly_appointed", f"Giữ chức mới {max(held, 0)} ngày trong quý: chưa đánh giá.", GUIDE
    )
