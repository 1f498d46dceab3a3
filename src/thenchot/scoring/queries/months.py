"""The period of a unit for whoever scores it, and the board of units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Avg, Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from thenchot.kernel.periods import Period
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import PartyRatingPolicy
from thenchot.scoring import evaluation
from thenchot.scoring.enums import Status
from thenchot.scoring.panels import decided_level
from thenchot.scoring.queries.factors import FactorChange, factor_changes
from thenchot.scoring.rules.duplicates import Duplicate, GivenLine, duplicates
from thenchot.worklog import sources
from thenchot.worklog.access import SEE, may_score
from thenchot.worklog.enums import AssessmentState, Capacity, CauseState, FaultKind, PlanState
from thenchot.worklog.models import Assessment, Cause, PlanLine, WeekCount, Work
from thenchot.worklog.queries.assessments import scored_from, with_work


@dataclass(frozen=True)
class Exceptions:
    """What a head has to look at; everything else needs no click."""

    unconverted: int
    sudden: int
    faults: int
    returned: int
    unfinished: int
    duplicated: int

    @property
    def total(self) -> int:
        return (
            self.unconverted
            + self.sudden
            + self.faults
            + self.returned
            + self.unfinished
            + self.duplicated
        )


@dataclass(frozen=True)
class Row:
    assessment: Assessment
    evaluated: evaluation.Evaluated
    exceptions: Exceptions
    may_score: bool
    assigned: Decimal
    finished: Decimal
    self_points: Decimal | None
    points: Decimal | None

    @property
    def is_ready(self) -> bool:
        return self.evaluated.score.status == Status.SCORED or bool(self.assessment.not_scored)

    @property
    def total(self):
        return self.assessment.total if self.assessment.is_closed else self.evaluated.score.total


@dataclass(frozen=True)
class UnitMonth:
    unit: Unit
    period: Period
    rows: Sequence[Row]
    weeks: Sequence[tuple[date, WeekCount | None]]
    causes: Sequence[Cause]
    is_over: bool
    is_ranked: bool = False
    changes: Sequence[FactorChange] = ()

    @property
    def ready(self) -> int:
        return sum(
            1
            for row in self.rows
            if row.may_score and not row.assessment.is_closed and row.is_ready
        )

    @property
    def is_closed(self) -> bool:
        return bool(self.rows) and all(row.assessment.is_closed for row in self.rows)

    @property
    def changed_products(self) -> int:
        return len({change.work.code for change in self.changes})

    @property
    def may_follow(self) -> int:
        """Lines the new factor can be given to: of sheets the actor scores, nothing done yet."""
        mine = {row.assessment.pk for row in self.rows if row.may_score}
        return sum(
            1 for change in self.changes if change.may_follow and change.assessment.pk in mine
        )

    @property
    def to_accept(self) -> int:
        return sum(
            1
            for row in self.rows
            if row.may_score
            and not row.assessment.is_closed
            and row.points is None
            and row.self_points is not None
        )


def unit_month(
    actor, unit_id: int, period: Period, on: date, is_practice: bool = False
) -> UnitMonth:
    """Everybody the head of the unit scores, with what is out of the ordinary. A constant number of
    queries.
    """
    unit = Unit.objects.visible_to(actor, SEE).filter(pk=unit_id).first()
    if unit is None:
        raise NotVisible(f"unit {unit_id}")
    assessments = Assessment.objects.filter(
        scored_from(unit),
        period=period.kind,
        year=period.year,
        number=period.index,
        is_practice=is_practice,
        dropped_at__isnull=True,
    )
    found = list(
        with_work(
            assessments.annotate(proposed=_proposed(), decided=decided_level()).order_by(
                "unit__path", "kind", "person__sort_key"
            )
        )
    )
    others = (
        _below(unit, period, is_practice)
        if any(assessment.kind != Capacity.STAFF for assessment in found)
        else []
    )
    rows = [_row(actor, assessment, others, on) for assessment in found]
    return UnitMonth(
        unit,
        period,
        rows,
        _weeks(unit, period, on),
        _causes(unit, period),
        on > period.end,
        _is_ranked(unit, period),
        factor_changes(found, on),
    )


def _proposed() -> Coalesce:
    """How many lines of the own plan wait for an answer."""
    waiting = (
        PlanLine.objects.filter(assessment=OuterRef("pk"), state=PlanState.PROPOSED)
        .order_by()
        .values("assessment")
    )
    return Coalesce(Subquery(waiting.annotate(n=Count("pk")).values("n")), 0)


def _is_ranked(unit: Unit, period: Period) -> bool:
    """Whether the Party ranks this quarter by itself."""
    if period.kind != "quarter":
        return False
    return (
        period.index
        in policies.in_force(PartyRatingPolicy, path=unit.path, on=period.end).ranked_quarters
    )


def _below(unit: Unit, period: Period, is_practice: bool) -> list[Assessment]:
    return list(
        Assessment.objects.filter(
            unit__path__startswith=unit.path,
            period=period.kind,
            year=period.year,
            number=period.index,
            is_practice=is_practice,
            dropped_at__isnull=True,
        )
        .select_related("person", "unit")
        .defer("result", "policy")
    )


def _row(actor, assessment: Assessment, others: list[Assessment], on: date) -> Row:
    policy = evaluation.policy_of(assessment)
    managed = (
        []
        if assessment.kind == Capacity.STAFF
        else evaluation.managed_by(
            assessment, [one for one in others if one.rules == assessment.rules]
        )
    )
    self_points = evaluation.general_of(evaluation.points_of(assessment.general_self), policy)
    points = evaluation.general_of(evaluation.points_of(assessment.general), policy)
    return Row(
        assessment,
        evaluation.evaluate(assessment, policy, managed),
        exceptions_of(assessment.counted, on),
        bool(may_score(actor, assessment)),
        _converted(assessment.counted, "assigned"),
        _converted(assessment.counted, "finished"),
        _decimal(self_points),
        _decimal(points),
    )


def exceptions_of(works: Sequence[Work], on: date) -> Exceptions:
    return Exceptions(
        sum(1 for work in works if work.factor is None),
        sum(1 for work in works if work.added and work.confirmed_at is None),
        sum(
            1
            for work in works
            for fault in work.standing
            if fault.kind == FaultKind.DELAY and fault.cause_id is None
        ),
        sum(1 for work in works if work.returned),
        sum(
            1
            for work in works
            if work.due_on and work.due_on < on and work.done < work.assigned - work.returned
        ),
        len(duplicates_in(works)),
    )


def duplicates_in(works: Sequence[Work]) -> list[Duplicate]:
    """Products that both a template and a list of another system gave: to be looked at, taken away
    by nobody.
    """
    lists = {source.code for source in sources.by_file()}
    lines = [
        GivenLine(work.code, work.name, work.source, work.assigned - work.returned + work.added)
        for work in works
    ]
    return list(duplicates(lines, lists))


def _converted(works: Sequence[Work], name: str) -> Decimal:
    return sum(
        (work.factor * getattr(work, name) for work in works if work.factor is not None), Decimal(0)
    )


def _decimal(value) -> Decimal | None:
    return None if value is None else Decimal(value.numerator) / value.denominator


def _weeks(unit: Unit, period: Period, on: date) -> list[tuple[date, WeekCount | None]]:
    """Mondays of the period up to now, with the count that was confirmed."""
    first = period.start - timedelta(days=period.start.weekday())
    mondays = [
        first + timedelta(days=7 * n)
        for n in range(15)
        if first + timedelta(days=7 * n) <= min(period.end, on)
    ]
    held = {
        week.starts_on: week
        for week in WeekCount.objects.filter(unit=unit, starts_on__in=mondays).select_related(
            "confirmed_by"
        )
    }
    return [(monday, held.get(monday)) for monday in mondays]


def _causes(unit: Unit, period: Period) -> list[Cause]:
    """That touch the period."""
    near = Q(unit__path__startswith=unit.path) | Q(
        unit__in=[int(part) for part in unit.path.split("/") if part]
    )
    touching = Q(starts_on__lte=period.end) & (
        Q(ends_on__isnull=True) | Q(ends_on__gte=period.start)
    )
    return list(
        Cause.objects.filter(near & touching)
        .exclude(state=CauseState.REFUSED)
        .select_related("unit", "proposed_by")[:30]
    )


def scored_units(actor, period: Period) -> list[dict]:
    """Units whose sheets the actor sees, with how many are closed and submitted, the mean of what
    is closed, and of what the open ones had secured by last night's count.
    """
    units = Unit.objects.visible_to(actor, SEE).values("pk")
    rows = Assessment.objects.counting().filter(
        unit__in=units, period=period.kind, year=period.year, number=period.index
    )
    return list(
        rows.values("unit", "unit__name", "unit__path", "unit__kind")
        .annotate(
            people=Count("pk"),
            closed=Count("pk", filter=Q(state="closed")),
            submitted=Count("pk", filter=Q(state="submitted")),
            **{
                band: Count("pk", filter=Q(band=band))
                for band in ("excellent", "good", "completed", "failed")
            },
            mean=Avg("total"),
            standing=Avg("secured", filter=~Q(state=AssessmentState.CLOSED)),
        )
        .order_by("unit__path")
    )
