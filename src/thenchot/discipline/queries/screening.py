"""Who stands on the screening list, and what is found about everybody of a place in a quarter."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Sum

from thenchot.discipline.access import SEE
from thenchot.discipline.enums import CONSIDERED, Trigger
from thenchot.discipline.models import Case, Screening
from thenchot.kernel.periods import Quarter
from thenchot.organisation.models import Unit
from thenchot.oversight.enums import FindingState
from thenchot.oversight.models import Finding
from thenchot.people.models import Appointment
from thenchot.people.queries import not_about_oneself
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.rating.enums import ReviewState
from thenchot.rating.models import RatingDecision, ReplacementReview
from thenchot.standards.enums import GapState
from thenchot.standards.models import Verdict
from thenchot.worklog.access import SEE as SEE_WORK
from thenchot.worklog.enums import AssessmentState, Band
from thenchot.worklog.queries.workload import assessments_of

Found = dict[int, list[tuple[str, str]]]


def list_screenings(actor, permission=SEE):
    rows = Screening.objects.visible_to(actor, permission)
    rows = not_about_oneself(rows, actor)
    return rows.select_related("unit", "person").order_by(
        "-quarter", "-count", "unit__path", "person__sort_key", "pk"
    )


def get_screening(actor, pk: int) -> Screening:
    found = list_screenings(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def seats_of(home: Unit, on: date):
    """The primary seat of everybody in office."""
    rows = Appointment.objects.in_force(on).filter(
        is_primary=True, unit__path__startswith=home.path
    )
    return rows.select_related("unit", "person").order_by("pk")


def found_about(home: Unit, quarter: Quarter, on: date, triggers: Collection[str]) -> Found:
    """Person id -> [(trigger, words)] from ratings, work, standards, inspections and cases, as the
    place asks them. One query a trigger, whatever the number of people.
    """
    found: Found = defaultdict(list)
    looks = {
        Trigger.QUARTERS: lambda: _quarters(home, on, found),
        Trigger.YEAR: lambda: _years(home, on, found),
        Trigger.PRODUCT: lambda: _products(home, quarter, found),
        Trigger.STANDARDS: lambda: _standards(home, found),
        Trigger.FINDING: lambda: _findings(home, found),
        Trigger.CASE: lambda: _cases(home, found),
    }
    for trigger, look in looks.items():
        if trigger in triggers:
            look()
    return found


def _quarters(home: Unit, on: date, found: Found) -> None:
    """Proposed this year or the last one, and not dismissed."""
    rows = ReplacementReview.objects.filter(
        unit__path__startswith=home.path, opened_on__year__gte=on.year - 1
    )
    kept = rows.exclude(state=ReviewState.DISMISSED)
    for person, quarters in kept.values_list("person_id", "quarters"):
        words = ", ".join(quarters)
        found[person].append((Trigger.QUARTERS, words))


def _years(home: Unit, on: date, found: Found) -> None:
    rows = RatingDecision.objects.filter(
        level=Band.FAILED,
        rating__round__year__gte=on.year - 1,
        rating__unit__path__startswith=home.path,
    )
    for person, year in rows.values_list("rating__person_id", "rating__round__year"):
        found[person].append((Trigger.YEAR, str(year)))


def _products(home: Unit, quarter: Quarter, found: Found) -> None:
    """Closed sheets of the quarter, and nothing finished in any of them."""
    rows = assessments_of(SYSTEM, quarter, SEE_WORK).filter(
        unit__path__startswith=home.path, state=AssessmentState.CLOSED, not_scored=""
    )
    sums = rows.order_by().values_list("person_id").annotate(sum=Sum("produced"))
    for person, total in sums.order_by("person_id"):
        if not total:
            found[person].append((Trigger.PRODUCT, quarter.label_vi()))


def _standards(home: Unit, found: Found) -> None:
    rows = Verdict.objects.filter(
        unit__path__startswith=home.path, state=GapState.MISSING, ended_on__isnull=True
    )
    for person in rows.order_by("person").values_list("person_id", flat=True).distinct():
        found[person].append((Trigger.STANDARDS, ""))


def _findings(home: Unit, found: Found) -> None:
    """Handed over, and no case about them has ended."""
    ended = Case.objects.filter(finding__isnull=False).exclude(state__in=CONSIDERED)
    rows = Finding.objects.filter(
        unit__path__startswith=home.path, state=FindingState.HANDED_OVER, person__isnull=False
    ).exclude(pk__in=ended.values("finding"))
    for person, text in rows.values_list("person_id", "text"):
        found[person].append((Trigger.FINDING, text))


def _cases(home: Unit, found: Found) -> None:
    rows = Case.objects.filter(home=home, state__in=CONSIDERED, person__isnull=False)
    for person in rows.values_list("person_id", flat=True):
        found[person].append((Trigger.CASE, ""))
