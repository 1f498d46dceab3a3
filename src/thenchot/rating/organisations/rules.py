"""The year of an organisation (Đ5-9): points, shares of tasks and what was concluded in, a level
with its reasons out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from thenchot.kernel.exact import percent
from thenchot.policy.parameters import RatingRoundPolicy, ScoringPolicy
from thenchot.rating.rules.conditions import Condition, Shares
from thenchot.scoring.enums import Status
from thenchot.scoring.rules.bands import band_of, lower
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Band

ARTICLE = "NĐ 335/2025, Điều 5-9"


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """Shares are fractions of the year's tasks. `below`: levels of the direct sub-units, null where
    not rated yet.
    """

    total: Decimal | None = None
    done: Fraction | None = None
    exceeding: Fraction | None = None
    late: Fraction | None = None
    is_remedied: bool | None = None
    wrongdoing: str = ""
    force_majeure: str = ""
    below: tuple[tuple[str, Band | None], ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationResult:
    status: Status
    band: Band | None = None
    level: Band | None = None
    reasons: tuple[Remark, ...] = ()
    conditions: tuple[Condition, ...] = ()


def rate_organisation(
    facts: OrganisationFacts, policy: ScoringPolicy, asked: RatingRoundPolicy
) -> OrganisationResult:
    """Waiting while points, shares or a lower unit are unknown; never a guessed level."""
    waits, shares = tuple(_waits(facts)), _shares(facts)
    if waits or facts.total is None or shares is None:
        return OrganisationResult(Status.WAITING, reasons=waits)
    band, conditions = band_of(facts.total, policy), _conditions(facts, shares, asked)
    met = {condition.code: condition.met for condition in conditions}
    level = band
    reasons: tuple[Remark, ...] = ()
    for limit, remark in _limits(facts, shares, met, asked):
        if limit.rank < level.rank or limit == Band.FAILED:
            level, reasons = lower(level, limit), (*reasons, remark)
    return OrganisationResult(Status.RATED, band, level, reasons, conditions)


def _waits(facts: OrganisationFacts) -> Iterable[Remark]:
    if facts.total is None:
        yield Remark("points_unknown", "Chưa chấm đủ các tiêu chí.", ARTICLE)
    if _shares(facts) is None:
        yield Remark(
            "shares_unknown",
            "Chưa có tỷ lệ nhiệm vụ hoàn thành, vượt yêu cầu, chậm tiến độ.",
            ARTICLE,
        )
    waiting = [name for name, level in facts.below if level is None]
    if waiting:
        yield Remark(
            "below_unknown", f"Xếp loại đơn vị cấp dưới trước: {', '.join(waiting)}.", ARTICLE
        )


def _shares(facts: OrganisationFacts) -> Shares | None:
    """Null while one of them is unknown."""
    if facts.done is None or facts.exceeding is None or facts.late is None:
        return None
    return Shares(facts.done, facts.exceeding, facts.late)


def _conditions(
    facts: OrganisationFacts, shares: Shares, asked: RatingRoundPolicy
) -> tuple[Condition, ...]:
    on_time = shares.done >= 1 and shares.late == 0
    return (
        Condition("all_done", shares.done >= 1, ARTICLE),
        Condition("all_on_time", on_time, ARTICLE),
        Condition("exceeding", shares.exceeding >= percent(asked.body_exceeding_percent), ARTICLE),
        Condition("late_within", shares.late <= percent(asked.body_late_percent), ARTICLE),
        Condition("below", all(level != Band.FAILED for _, level in facts.below), ARTICLE),
        Condition("remedied", facts.is_remedied is not False, ARTICLE),
    )


def _limits(
    facts: OrganisationFacts, shares: Shares, met: dict[str, bool], asked: RatingRoundPolicy
) -> Iterable[tuple[Band, Remark]]:
    if facts.wrongdoing:
        yield Band.FAILED, Remark("wrongdoing", f"Đã có kết luận: {facts.wrongdoing}.", ARTICLE)
    if shares.done < percent(asked.body_least_percent):
        yield from _too_little(facts, asked)
    elif not (met["all_done"] and met["late_within"]):
        yield (
            Band(asked.body_between),
            Remark(
                "not_done",
                "Chưa hoàn thành 100% nhiệm vụ, hoặc chậm tiến độ quá mức cho phép.",
                ARTICLE,
            ),
        )
    elif not met["all_on_time"]:
        yield Band.COMPLETED, Remark("not_on_time", "Có nhiệm vụ chậm tiến độ.", ARTICLE)
    lacking = [text for code, text in EXCELLENT.items() if not met[code]]
    if lacking:
        yield (
            Band.GOOD,
            Remark("not_excellent", f"Chưa đủ điều kiện xuất sắc: {', '.join(lacking)}.", ARTICLE),
        )


EXCELLENT = {
    "exceeding": "tỷ lệ nhiệm vụ vượt yêu cầu",
    "below": "có đơn vị trực thuộc không hoàn thành nhiệm vụ",
    "remedied": "chưa khắc phục hạn chế của kỳ trước",
}


def _too_little(
    facts: OrganisationFacts, asked: RatingRoundPolicy
) -> Iterable[tuple[Band, Remark]]:
    """Less than the least share fails, unless force majeure is told: then the competent level
    weighs it (Đ8).
    """
    what = f"Hoàn thành dưới {asked.body_least_percent}% nhiệm vụ của năm"
    if facts.force_majeure:
        yield (
            Band.COMPLETED,
            Remark(
                "force_majeure", f"{what}; xét lý do bất khả kháng: {facts.force_majeure}.", ARTICLE
            ),
        )
    else:
        yield Band.FAILED, Remark("too_little", f"{what}.", ARTICLE)
