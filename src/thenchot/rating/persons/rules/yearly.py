"""A year of one person: facts in, mean, band and level out, each limit with its reason (NĐ 335 Đ11,
Đ17.3, Đ20; QĐ 366).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from thenchot.kernel.exact import POINT_PLACES, half_up
from thenchot.kernel.periods import Period
from thenchot.policy.parameters import PartyRatingPolicy, ScoringPolicy
from thenchot.rating.persons.rules.attendance import missing_periods, too_short
from thenchot.rating.persons.rules.means import mean, quarter_means
from thenchot.rating.persons.rules.violations import violation_limits
from thenchot.rating.persons.rules.year_facts import YearFacts
from thenchot.rating.rules.conditions import ARTICLE, Condition, conditions_of, highest_allowed
from thenchot.scoring.enums import Status
from thenchot.scoring.rules.bands import band_of, lower
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Band, Capacity, Regulation

DECREE = "NĐ 335/2025"
GUIDE = "HD 02-HD/BTCTW"
PARTY_YEAR = "HD 43-HD/BTCTW"  # the year of the quarters, tied to the result of the body


@dataclass(frozen=True, slots=True)
class YearResult:
    """`mean` of what was scored; `band` where that stands; `level` what the year is rated, null
    until it can be.
    """

    status: Status
    mean: Decimal | None = None
    band: Band | None = None
    level: Band | None = None
    reasons: tuple[Remark, ...] = ()
    conditions: tuple[Condition, ...] = ()


def rate_year(facts: YearFacts, policy: ScoringPolicy, party: PartyRatingPolicy) -> YearResult:
    """In this order: worked too short, a period missing, nothing scored, something else unknown,
    rated.
    """
    short, missing, exact = (
        too_short(facts, policy),
        missing_periods(facts, party),
        mean(facts.months),
    )
    own, conditions = (
        None if exact is None else half_up(exact, POINT_PLACES),
        _conditions(facts, party),
    )
    if short:
        return YearResult(Status.NOT_RATED, own, reasons=(short,))
    if missing:
        return YearResult(
            Status.WAITING,
            own,
            reasons=(_missing(facts, missing), *_waits(facts, policy)),
            conditions=conditions,
        )
    if exact is None:
        remark = Remark(
            "no_period_scored", "Không có kỳ nào trong năm được chấm điểm.", _source(facts, "17.3")
        )
        return YearResult(Status.NOT_ENOUGH_DATA, reasons=(remark,), conditions=conditions)
    band = band_of(exact, policy)
    waits = _waits(facts, policy)
    if waits:
        return YearResult(Status.WAITING, own, band, None, waits, conditions)
    level, reasons = _level(facts, band, policy, party)
    return YearResult(Status.RATED, own, band, level, reasons, conditions)


def _source(facts: YearFacts, article: str) -> str:
    """Of the decree; of the Party's own guide where it says the same."""
    return PARTY_YEAR if facts.rules == Regulation.QD366 else f"{DECREE}, Điều {article}"


def _missing(facts: YearFacts, periods: Sequence[Period]) -> Remark:
    names = ", ".join(period.label_vi() for period in periods)
    return Remark(
        "period_missing",
        f"Chưa có điểm của {names}, không có lý do vắng mặt.",
        _source(facts, "17.3"),
    )


def _waits(facts: YearFacts, policy: ScoringPolicy) -> tuple[Remark, ...]:
    remarks: tuple[Remark, ...] = ()
    if (
        facts.kind == Capacity.HEAD
        and facts.organisation is None
        and policy.head_not_above_organisation
    ):
        remarks += (
            Remark(
                "organisation_unknown",
                "Chờ kết quả xếp loại của tổ chức do người này đứng đầu.",
                _source(facts, "20.6"),
            ),
        )
    if facts.rules == Regulation.QD366 and facts.shares is None:
        remarks += (
            Remark(
                "work_unknown",
                "Chưa có tỷ lệ nhiệm vụ hoàn thành, vượt yêu cầu, chậm tiến độ.",
                ARTICLE,
            ),
        )
    return remarks


def _conditions(facts: YearFacts, party: PartyRatingPolicy) -> tuple[Condition, ...]:
    """Of persons only the Party's rules ask conditions, never the decree."""
    return (
        conditions_of(facts.shares, party)
        if facts.rules == Regulation.QD366 and facts.shares is not None
        else ()
    )


def _level(
    facts: YearFacts, band: Band, policy: ScoringPolicy, party: PartyRatingPolicy
) -> tuple[Band, tuple[Remark, ...]]:
    """The band, lowered by whatever the rules say, each with its reason."""
    level = band
    reasons: tuple[Remark, ...] = ()
    for limit, remark in _limits(facts, policy, party):
        if limit in (None, Band.FAILED) or limit.rank < level.rank:
            reasons += (remark,)
        level = level if limit is None else lower(level, limit)
    return level, reasons


def _limits(
    facts: YearFacts, policy: ScoringPolicy, party: PartyRatingPolicy
) -> Iterable[tuple[Band | None, Remark]]:
    """(at most, why); none where the fact is told and lowers nothing."""
    yield from violation_limits(facts)
    if facts.handled_for_corruption and facts.kind != Capacity.STAFF:
        yield (
            Band.FAILED,
            Remark(
                "unit_corruption",
                "Đơn vị trực tiếp phụ trách bị xử lý về tham nhũng, lãng phí.",
                f"{DECREE}, Điều 20.4",
            ),
        )
    if facts.rules == Regulation.QD366:
        yield from _party_limits(facts, policy, party)
    if (
        facts.kind == Capacity.HEAD
        and facts.organisation is not None
        and policy.head_not_above_organisation
    ):
        yield (
            facts.organisation,
            Remark(
                "organisation_limit",
                "Không cao hơn mức xếp loại của tổ chức.",
                _source(facts, "20.6"),
            ),
        )


def _party_limits(
    facts: YearFacts, policy: ScoringPolicy, party: PartyRatingPolicy
) -> Iterable[tuple[Band, Remark]]:
    conditions = _conditions(facts, party)
    failed = ", ".join(condition.code for condition in conditions if not condition.met)
    yield (
        highest_allowed(conditions),
        Remark("conditions", f"Chưa đạt điều kiện của mức cao hơn: {failed}.", ARTICLE),
    )
    if party.failed_quarter_blocks and any(
        band_of(total, policy) == Band.FAILED for total in quarter_means(facts.months)
    ):
        yield (
            Band.GOOD,
            Remark(
                "failed_quarter", "Có quý không hoàn thành nhiệm vụ: năm không xếp xuất sắc.", GUIDE
            ),
        )
    if facts.kind == Capacity.DEPUTY and facts.organisation == Band.FAILED:
        yield (
            Band.GOOD,
            Remark(
                "collective_failed", "Tập thể không hoàn thành: cấp phó không xếp xuất sắc.", GUIDE
            ),
        )
