"""How much of the year somebody worked, and which periods should have been scored and were not
(Đ11, Đ17.3).
"""

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction

from thenchot.kernel.exact import half_up
from thenchot.kernel.periods import Month, Period, Quarter
from thenchot.policy.parameters import PartyRatingPolicy, ScoringPolicy
from thenchot.rating.persons.rules.year_facts import YearFacts
from thenchot.rating.rules.periods import months_of
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Regulation

DECREE = "NĐ 335/2025"
RATED_ANYWAY = ("sick", "maternity")


def too_short(facts: YearFacts, policy: ScoringPolicy) -> Remark | None:
    """Under six months is not rated, except sick or on maternity leave (Đ11.1)."""
    worked = worked_months(facts)
    if worked >= policy.least_months or any(
        absence.kind in RATED_ANYWAY for absence in facts.absences
    ):
        return None
    told = f"{float(worked):.3g}".replace(".", ",")
    return Remark(
        "worked_too_short",
        f"Làm việc {told} tháng, dưới {policy.least_months} tháng: không xếp loại.",
        f"{DECREE}, Điều 11.1",
    )


def worked_months(facts: YearFacts) -> Fraction:
    """As told; else the year less the absences."""
    return 12 - absent_months(facts) if facts.months_worked is None else facts.months_worked


def absent_months(facts: YearFacts) -> Fraction:
    """Days of absence, each a part of its month."""
    return sum((_absent_share(facts, month) for month in _months(facts)), Fraction(0))


def _months(facts: YearFacts) -> list[Period]:
    return [Month(facts.year, n) for n in range(1, 13)]


def _absent_share(facts: YearFacts, month: Period) -> Fraction:
    length = (month.end - month.start).days + 1
    days = (month.start + timedelta(days=n) for n in range(length))
    return Fraction(
        sum(any(one.start <= day <= one.end for one in facts.absences) for day in days), length
    )


def missing_periods(facts: YearFacts, party: PartyRatingPolicy) -> tuple[Period, ...]:
    """Periods nobody scored and no absence explains. One listed without a total is always missing;
    of the others the year may lack as many months as were neither worked nor spent absent
    (recruited, transferred in, left).
    """
    grid = _grid(facts)
    scored = {
        period
        for one in facts.months
        if one.total is not None
        for period in _parts(one.period, grid)
    }
    listed = {
        period for one in facts.months if one.total is None for period in _parts(one.period, grid)
    }
    open_periods = [
        one
        for one in grid
        if one not in scored and not any(absence.touches(one) for absence in facts.absences)
    ]
    missing = tuple(one for one in open_periods if one in listed or _is_due(one, facts, party))
    not_employed = half_up(max(Fraction(0), 12 - worked_months(facts) - absent_months(facts)), 0)
    lacking = sum(one.months for one in missing)
    return () if lacking <= not_employed and not listed & set(missing) else missing


def _grid(facts: YearFacts) -> list[Period]:
    """The quarters where scoring is quarterly throughout, else the months."""
    if facts.months and all(isinstance(one.period, Quarter) for one in facts.months):
        return [Quarter(facts.year, n) for n in range(1, 5)]
    return _months(facts)


def _parts(period: Period, grid: Sequence[Period]) -> tuple[Period, ...]:
    return (period,) if period in grid else months_of(period)


def _is_due(period: Period, facts: YearFacts, party: PartyRatingPolicy) -> bool:
    """The Party ranks some quarters apart; the last merges into the year (HD 43-HD/BTCTW)."""
    return (
        facts.rules != Regulation.QD366 or Quarter.of(period.start).index in party.ranked_quarters
    )
