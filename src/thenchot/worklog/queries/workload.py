"""How much each person carries, and how much of it with the own hands (S4-011, S0-079); no order
but that of the names.

Pieces, not points: what stands here measures load. People see themselves; heads see their branch.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F, Q, QuerySet, Sum

from thenchot.kernel.periods import Period
from thenchot.worklog.access import SEE
from thenchot.worklog.enums import FaultKind, Mode
from thenchot.worklog.models import Assessment, Fault, Work
from thenchot.worklog.queries.assessments import one_each

DIRECT, LATE = (
    Q(mode=Mode.DIRECT),
    Q(kind=FaultKind.DELAY, withdrawn_at__isnull=True, work__dropped_at__isnull=True),
)
KEPT = F("assigned") - F("returned")
FINISHED = F("done") + F("added")
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Workload:
    """Of one person in one unit, or of one week (then only what was finished)."""

    finished: Decimal = Decimal(0)
    direct: Decimal = Decimal(0)
    late: int = 0
    assigned: Decimal = Decimal(0)
    overdue: Decimal = Decimal(0)

    @property
    def share_direct(self) -> Decimal | None:
        return self.direct / self.finished if self.finished else None


def assessments_of(actor, period: Period, permission=SEE) -> QuerySet[Assessment]:
    """Sheets inside the period; of a member who has two, the one of the decree."""
    inside = {"starts_on__gte": period.start, "ends_on__lte": period.end}
    return one_each(
        Assessment.objects.visible_to(actor, permission).filter(is_practice=False, **inside)
    )


def people_of(assessments: QuerySet[Assessment]) -> QuerySet:
    """Who has a sheet, and where, by unit and name."""
    return (
        assessments.order_by("unit__path", "person__sort_key", "person")
        .values(
            "person", "person__full_name", "unit", "unit__name", "unit__path", "person__sort_key"
        )
        .distinct()
    )


def fill(rows: Iterable[dict], assessments: QuerySet[Assessment], on: date) -> None:
    """`load` of each of `people_of`: two queries, however many there are."""
    works = _works(assessments)
    found = {(row["assessment__person"], row["assessment__unit"]): row for row in _sums(works, on)}
    late = late_pieces(works, "work__assessment__person", "work__assessment__unit")
    for row in rows:
        row["load"] = _load(
            found.get((row["person"], row["unit"]), {}), late.get((row["person"], row["unit"]), 0)
        )


def weeks(actor, period: Period, on: date, permission=SEE) -> list[tuple[date, Workload]]:
    """Of everybody the actor sees, by the day the work was finished: a week that crosses two months
    lies in both.
    """
    works = _works(assessments_of(actor, period, permission)).filter(done_on__isnull=False)
    by_week: dict[date, list[Workload]] = defaultdict(list)
    late = late_pieces(works, "work__done_on")
    days = (
        works.order_by()
        .values("done_on")
        .annotate(finished=Sum(FINISHED), direct=Sum(FINISHED, filter=DIRECT))
    )
    for row in days:
        by_week[_monday(row["done_on"])].append(_load(row, late.get((row["done_on"],), 0)))
    return [(monday, _total(by_week.get(monday, ()))) for monday in _mondays(period, on)]


def _works(assessments: QuerySet[Assessment]) -> QuerySet[Work]:
    return Work.objects.filter(
        assessment__in=assessments.order_by().values("pk"), dropped_at__isnull=True
    )


def _sums(works: QuerySet[Work], on: date):
    left = KEPT - F("done")
    return (
        works.order_by()
        .values("assessment__person", "assessment__unit")
        .annotate(
            assigned_sum=Sum("assigned"),
            finished=Sum(FINISHED),
            direct=Sum(FINISHED, filter=DIRECT),
            overdue=Sum(left, filter=Q(due_on__lt=on, done__lt=KEPT)),
        )
    )


def late_pieces(works: QuerySet[Work], *by: str) -> dict[tuple, int]:
    """Pieces finished after their day, whatever the cause was: a delay excused is load too."""
    rows = (
        Fault.objects.filter(LATE, work__in=works.order_by().values("pk"))
        .order_by()
        .values_list(*by, "work", "piece")
        .distinct()
    )
    found: dict[tuple, int] = defaultdict(int)
    for *key, _work, _piece in rows:
        found[tuple(key)] += 1
    return found


def _load(row: dict, late: int) -> Workload:
    def of(name):
        return Decimal(row.get(name) or 0)

    return Workload(of("finished"), of("direct"), late, of("assigned_sum"), of("overdue"))


def _total(parts: Iterable[Workload]) -> Workload:
    parts = list(parts)
    return Workload(
        sum((p.finished for p in parts), Decimal(0)),
        sum((p.direct for p in parts), Decimal(0)),
        sum(p.late for p in parts),
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _mondays(period: Period, on: date) -> Iterable[date]:
    """Those of the weeks that have begun."""
    monday = _monday(period.start)
    while monday <= min(period.end, on):
        yield monday
        monday += WEEK
