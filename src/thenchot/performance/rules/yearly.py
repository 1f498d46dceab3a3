"""The year of one person (Đ11, Đ17.3, Đ19, Đ20; QĐ 366 Đ11): months in, a mean, a band and a level out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil

from thenchot.kernel.periods import KINDS, Month, Period, Quarter
from thenchot.performance.enums import Band, Kind, Rules, Status
from thenchot.performance.rules.bands import band_of, lower
from thenchot.performance.rules.exact import POINT_PLACES, half_up, percent
from thenchot.performance.rules.receipt import Remark
from thenchot.policy.parameters import PartyRatingPolicy, ScoringPolicy

DECREE = "NĐ 335/2025"


@dataclass(frozen=True, slots=True)
class Scored:
    """A month or quarter as some unit scored it; `total` null where it should have been and is not."""

    period: Period
    total: Decimal | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """kind: sick | maternity | unpaid | good_cause; both days included."""

    kind: str
    start: date
    end: date

    def touches(self, period: Period) -> bool:
        return self.start <= period.end and period.start <= self.end


@dataclass(frozen=True, slots=True)
class Act:
    """A violation and what was decided about it. `by`: party | state; `used_for_year`: the year it already failed."""

    act: str
    nature: str
    by: str
    form: str
    decided_on: date
    unit: str = ""
    used_for_year: int | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """Of all tasks of the year, as fractions of one."""

    done: Fraction
    exceeding: Fraction
    late: Fraction


@dataclass(frozen=True, slots=True)
class Condition:
    code: str
    met: bool
    source: str


@dataclass(frozen=True, slots=True)
class YearFacts:
    """`months_worked` null: nothing is known to shorten the year."""

    rules: Rules
    year: int
    kind: Kind
    months: tuple[Scored, ...] = ()
    months_worked: Fraction | None = None
    absences: tuple[Absence, ...] = ()
    acts: tuple[Act, ...] = ()
    unit: str = ""
    handled_for_corruption: bool = False
    organisation: Band | None = None
    shares: Shares | None = None


@dataclass(frozen=True, slots=True)
class YearResult:
    status: Status
    mean: Decimal | None = None
    band: Band | None = None
    level: Band | None = None
    reasons: tuple[Remark, ...] = ()
    conditions: tuple[Condition, ...] = ()


def rate_year(facts: YearFacts, policy: ScoringPolicy, party: PartyRatingPolicy) -> YearResult:
    too_short = _too_short(facts, policy)
    if too_short:
        return YearResult(Status.NOT_RATED, reasons=(too_short,))
    exact = mean(facts.months)
    if exact is None:
        remark = Remark("no_period_scored", "Không có kỳ nào trong năm được chấm điểm.", f"{DECREE}, Điều 17.3")
        return YearResult(Status.NOT_ENOUGH_DATA, reasons=(remark,))
    own = half_up(exact, POINT_PLACES)
    band = band_of(exact, policy)
    conditions = _conditions(facts, party)
    waits = _waits(facts, policy)
    if waits:
        return YearResult(Status.WAITING, own, band, None, waits, conditions)
    level, reasons = _level(facts, band, policy, party)
    return YearResult(Status.RATED, own, band, level, reasons, conditions)


def mean(months: Sequence[Scored]) -> Fraction | None:
    """Of the months scored; a quarter stands for its three months, two units in one month for one month."""
    by_month: dict[Period, list[Decimal]] = {}
    for scored in months:
        for month in _months_of(scored.period) if scored.total is not None else ():
            by_month.setdefault(month, []).append(scored.total)
    means = [Fraction(sum(totals)) / len(totals) for totals in by_month.values()]
    return sum(means, Fraction(0)) / len(means) if means else None


def _months_of(period: Period) -> tuple[Period, ...]:
    """The months of a month or quarter."""
    first = (period.index - 1) * period.months + 1
    return tuple(Month(period.year, first + n) for n in range(period.months))


def _too_short(facts: YearFacts, policy: ScoringPolicy) -> Remark | None:
    """Under six months is not rated, except sick or on maternity leave (Đ11.1)."""
    worked = facts.months_worked
    if worked is None or worked >= policy.least_months or any(a.kind in ("sick", "maternity") for a in facts.absences):
        return None
    return Remark("worked_too_short", f"Làm việc {_months(worked)} tháng, dưới {policy.least_months} tháng: không xếp loại.", f"{DECREE}, Điều 11.1")


def _months(worked: Fraction) -> str:
    return f"{float(worked):g}".replace(".", ",")


def _waits(facts: YearFacts, policy: ScoringPolicy) -> tuple[Remark, ...]:
    remarks = _missing_periods(facts)
    if facts.kind == Kind.HEAD and facts.organisation is None and policy.head_not_above_organisation:
        remarks += (Remark("organisation_unknown", "Chờ kết quả xếp loại của tổ chức do người này đứng đầu.", f"{DECREE}, Điều 20.6"),)
    if facts.rules == Rules.QD366 and facts.shares is None:
        remarks += (Remark("work_unknown", "Chưa có tỷ lệ nhiệm vụ hoàn thành, vượt yêu cầu, chậm tiến độ.", "QĐ 366-QĐ/TW, Điều 11"),)
    return remarks


def _missing_periods(facts: YearFacts) -> tuple[Remark, ...]:
    """Months nobody scored and no absence explains; a shorter year has room for as many as were not worked."""
    months = [Month(facts.year, n) for n in range(1, 13)]
    last = 9 if facts.rules == Rules.QD366 else 12  # quarter IV merges into the year
    scored = {month for one in facts.months if one.total is not None for month in _months_of(one.period)}
    named = {month for one in facts.months if one.total is None for month in _months_of(one.period)}
    open_months = [month for month in months if month not in scored]
    away = {month for month in open_months if any(absence.touches(month) for absence in facts.absences)}
    missing = [month for month in open_months if month not in away and (month.index <= last or month in named)]
    room = ceil(12 - (12 if facts.months_worked is None else facts.months_worked)) - len(away)
    if not missing or (len(missing) <= room and not named - away):
        return ()
    names = ", ".join(month.label_vi() for month in missing)
    return (Remark("period_missing", f"Chưa có điểm của {names}, không có lý do vắng mặt.", f"{DECREE}, Điều 17.3"),)


def _level(facts: YearFacts, band: Band, policy: ScoringPolicy, party: PartyRatingPolicy) -> tuple[Band, tuple[Remark, ...]]:
    """The band, lowered by whatever the rules say, each with its reason."""
    level, reasons = band, ()
    for limit, remark in _limits(facts, policy, party):
        if limit in (None, Band.FAILED) or limit.rank < level.rank:
            reasons += (remark,)
        level = level if limit is None else lower(level, limit)
    return level, reasons


def _limits(facts: YearFacts, policy: ScoringPolicy, party: PartyRatingPolicy) -> Iterable[tuple[Band | None, Remark]]:
    """(at most, why); none where the fact is told and lowers nothing."""
    yield from _acts(facts)
    if facts.handled_for_corruption and facts.kind != Kind.STAFF:
        yield Band.FAILED, Remark("unit_corruption", "Đơn vị trực tiếp phụ trách bị xử lý về tham nhũng, lãng phí.", f"{DECREE}, Điều 20.4")
    if facts.rules == Rules.QD366:
        yield from _party_limits(facts, party, policy)
    if facts.kind == Kind.HEAD and facts.organisation is not None and policy.head_not_above_organisation:
        yield facts.organisation, Remark("organisation_limit", "Không cao hơn mức xếp loại của tổ chức.", f"{DECREE}, Điều 20.6")


NATURES = {
    "degeneration": "suy thoái về tư tưởng chính trị, đạo đức, lối sống", "forbidden": "vi phạm điều không được làm",
    "bad_example": "vi phạm trách nhiệm nêu gương", "duty": "vi phạm liên quan hoạt động công vụ",
}  # fmt: skip


def _acts(facts: YearFacts) -> Iterable[tuple[Band | None, Remark]]:
    """One act fails one year at one unit (Đ11.2), however many bodies decided about it."""
    for name in dict.fromkeys(act.act for act in facts.acts):
        decisions = sorted((act for act in facts.acts if act.act == name), key=lambda act: act.decided_on)
        decisions = [act for act in decisions if act.form or act.nature != "duty"]
        if decisions:
            yield _act(facts, decisions)


def _act(facts: YearFacts, decisions: Sequence[Act]) -> tuple[Band | None, Remark]:
    first = decisions[0]
    year = next((act.used_for_year for act in decisions if act.used_for_year is not None), first.decided_on.year)
    what = f"{first.act}: {NATURES[first.nature]}"
    if year != facts.year:
        return None, Remark("act_counts_in_other_year", f"{what}; đã tính cho năm {year}, không tính lại.", f"{DECREE}, Điều 11")
    if first.unit and facts.unit and first.unit != facts.unit:
        return None, Remark("act_counts_at_other_unit", f"{what}; tính tại đơn vị xảy ra vi phạm ({first.unit}).", f"{DECREE}, Điều 11")
    return Band.FAILED, Remark(f"act_{first.nature}", f"{what}.", f"{DECREE}, Điều 20.4")


def _party_limits(facts: YearFacts, party: PartyRatingPolicy, policy: ScoringPolicy) -> Iterable[tuple[Band, Remark]]:
    conditions = _conditions(facts, party)
    allowed = highest_allowed(conditions)
    if allowed != Band.EXCELLENT:
        failed = ", ".join(condition.code for condition in conditions if not condition.met)
        yield allowed, Remark("conditions", f"Chưa đạt điều kiện của mức cao hơn: {failed}.", "QĐ 366-QĐ/TW, Điều 11")
    if party.failed_quarter_blocks and any(band_of(total, policy) == Band.FAILED for total in quarter_means(facts.months)):
        yield Band.GOOD, Remark("failed_quarter", "Có quý không hoàn thành nhiệm vụ: năm không xếp xuất sắc.", "HD 02-HD/BTCTW")
    if facts.kind == Kind.DEPUTY and facts.organisation == Band.FAILED:
        yield Band.GOOD, Remark("collective_failed", "Tập thể không hoàn thành: cấp phó không xếp xuất sắc.", "HD 02-HD/BTCTW")


def quarter_means(months: Sequence[Scored]) -> list[Fraction]:
    """The means of the quarters of which anything was scored."""
    quarters: dict[Period, list[Scored]] = {}
    for one in months:
        quarters.setdefault(Quarter.of(one.period.start), []).append(one)
    return [found for scored in quarters.values() if (found := mean(scored)) is not None]


def _conditions(facts: YearFacts, party: PartyRatingPolicy) -> tuple[Condition, ...]:
    """Of persons only the Party's rules ask conditions, never the decree."""
    return conditions_of(facts.shares, party) if facts.rules == Rules.QD366 and facts.shares is not None else ()


def conditions_of(shares: Shares, party: PartyRatingPolicy) -> tuple[Condition, ...]:
    """The conditions of QĐ 366 Đ11, which Đ5-9 of the decree ask of organisations too."""
    source = "QĐ 366-QĐ/TW, Điều 11"
    return (
        Condition("all_done", shares.done >= 1, source),
        Condition("all_on_time", shares.done >= 1 and shares.late == 0, source),
        Condition("exceeding", shares.exceeding >= percent(party.exceeding_percent), source),
        Condition("late_within", shares.late <= percent(party.late_percent), source),
    )


def highest_allowed(conditions: Sequence[Condition]) -> Band:
    met = {condition.code for condition in conditions if condition.met}
    if {"all_on_time", "exceeding"} <= met:
        return Band.EXCELLENT
    if "all_on_time" in met:
        return Band.GOOD
    return Band.COMPLETED if {"all_done", "late_within"} <= met else Band.FAILED


def period_from(text: str) -> Period:
    """ "2026-10" or "2026-Q3"; ValueError for anything else."""
    year, _, rest = text.partition("-")
    kind, index = ("quarter", rest[1:]) if rest.startswith("Q") else ("month", rest)
    return KINDS[kind](int(year), int(index))
