"""The count of a unit by person (S0-080): of a period, all work of its sheets; of a week, what was
finished in it, whatever month it lies in, and what was to be finished in it. Pieces, but for
`products`, which are converted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Case, F, Q, QuerySet, Sum, When

from thenchot.kernel.periods import Period
from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.access import SEE
from thenchot.worklog.enums import Capacity
from thenchot.worklog.models import Assessment, WeekCount, Work
from thenchot.worklog.queries.assessments import one_each, scored_from
from thenchot.worklog.queries.workload import DIRECT, FINISHED, KEPT, late_pieces

RANK = Case(When(kind=Capacity.HEAD, then=0), When(kind=Capacity.DEPUTY, then=1), default=2)
FIGURES = ("assigned", "finished", "late", "overdue", "returned", "added", "direct", "products")


@dataclass(frozen=True)
class Counted:
    """Of one person, or of all. `finished` holds `added`; `late` of the finished, whatever the
    cause.
    """

    assigned: Decimal = Decimal(0)
    finished: Decimal = Decimal(0)
    late: int = 0
    overdue: Decimal = Decimal(0)
    returned: Decimal = Decimal(0)
    added: Decimal = Decimal(0)
    direct: Decimal = Decimal(0)
    products: Decimal = Decimal(0)

    @property
    def on_time(self) -> Decimal:
        return max(self.finished - self.late, Decimal(0))

    @property
    def share_direct(self) -> Decimal | None:
        return self.direct / self.finished if self.finished else None

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(*(getattr(self, name) + getattr(other, name) for name in FIGURES))


@dataclass(frozen=True)
class UnitCount:
    """`rows`: (sheet, count) by unit, heads and deputies first, then by name. `confirmed`: of a
    week, the count its head confirmed.
    """

    unit: Unit
    first: date
    last: date
    rows: Sequence[tuple[Assessment, Counted]]
    confirmed: WeekCount | None = None

    @property
    def total(self) -> Counted:
        return sum((counted for _, counted in self.rows), Counted())

    @property
    def head(self) -> str:
        """Of the unit itself, while somebody is."""
        return next(
            (
                assessment.person.full_name
                for assessment, _ in self.rows
                if assessment.kind == Capacity.HEAD and assessment.unit_id == self.unit.pk
            ),
            "",
        )


def period_count(actor, unit_id: int, period: Period, on: date) -> UnitCount:
    """Five queries, however many people."""
    unit = _unit(actor, unit_id)
    assessments = _assessments(actor, unit).filter(
        starts_on__gte=period.start, ends_on__lte=period.end
    )
    works = Work.objects.filter(
        assessment__in=assessments.order_by().values("pk"), dropped_at__isnull=True
    )
    late, anything = late_pieces(works, "work__assessment__person"), Q(pk__isnull=False)
    rows = _rows(
        assessments, works, (anything, anything), late, min(on, period.end + timedelta(days=1))
    )
    return UnitCount(unit, period.start, period.end, rows)


def week_count(actor, unit_id: int, monday: date, on: date) -> UnitCount:
    """By the day of completion. Six queries."""
    unit, sunday = _unit(actor, unit_id), monday + timedelta(days=6)
    assessments = _assessments(actor, unit).filter(starts_on__lte=sunday, ends_on__gte=monday)
    works = Work.objects.filter(
        assessment__in=assessments.order_by().values("pk"), dropped_at__isnull=True
    )
    done, due = Q(done_on__range=(monday, sunday)), Q(due_on__range=(monday, sunday))
    late = late_pieces(works.filter(done), "work__assessment__person")
    rows = _rows(assessments, works, (done, due), late, min(on, sunday + timedelta(days=1)))
    return UnitCount(
        unit,
        monday,
        sunday,
        rows,
        WeekCount.objects.filter(unit=unit, starts_on=monday)
        .select_related("confirmed_by")
        .first(),
    )


def _unit(actor, unit_id: int) -> Unit:
    found = Unit.objects.visible_to(actor, SEE).filter(pk=unit_id).first()
    if found is None:
        raise NotVisible(f"unit {unit_id}")
    return found


def _assessments(actor, unit: Unit) -> QuerySet[Assessment]:
    """Of whom the head of the unit scores."""
    seen = one_each(Assessment.objects.visible_to(actor, SEE).counting().filter(scored_from(unit)))
    return (
        seen.select_related("person", "unit")
        .defer("result", "policy")
        .order_by("unit__path", RANK, "person__sort_key", "person", "starts_on")
    )


def _rows(
    assessments: QuerySet[Assessment],
    works: QuerySet[Work],
    when: tuple[Q, Q],
    late: dict,
    on: date,
) -> list[tuple[Assessment, Counted]]:
    sums = {row.pop("assessment__person"): row for row in _sums(works, *when, on)}
    people: dict[int, Assessment] = {}
    for assessment in assessments:
        people.setdefault(assessment.person_id, assessment)
    return [
        (assessment, _counted(sums.get(pk, {}), late.get((pk,), 0)))
        for pk, assessment in people.items()
    ]


def _sums(works: QuerySet[Work], done: Q, due: Q, on: date):
    waits = Q(due_on__lt=on, done__lt=KEPT)
    return (
        works.order_by()
        .values("assessment__person")
        .annotate(
            assigned_=Sum("assigned", filter=due),
            finished_=Sum(FINISHED, filter=done),
            overdue_=Sum(KEPT - F("done"), filter=waits),
            returned_=Sum("returned", filter=due),
            added_=Sum("added", filter=done),
            direct_=Sum(FINISHED, filter=done & DIRECT),
            products_=Sum(F("factor") * FINISHED, filter=done),
        )
    )


def _counted(row: dict, late: int) -> Counted:
    return Counted(
        **{name: late if name == "late" else Decimal(row.get(f"{name}_") or 0) for name in FIGURES}
    )
