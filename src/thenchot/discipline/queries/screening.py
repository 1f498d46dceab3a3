"""Who stands on the screening list, and what is found about everybody of a place in a quarter."""

from collections import defaultdict
from datetime import date

from thenchot.discipline.access import SEE
from thenchot.discipline.enums import CaseState, Trigger
from thenchot.discipline.models import Case, Screening
from thenchot.kernel.periods import Quarter
from thenchot.organisation.models import Unit
from thenchot.oversight.enums import FindingState
from thenchot.oversight.models import Finding
from thenchot.people.models import Appointment
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.rating.enums import ReviewState
from thenchot.rating.models import RatingDecision, ReplacementReview
from thenchot.standards.enums import GapState
from thenchot.standards.models import Verdict
from thenchot.worklog.enums import Band
from thenchot.worklog.queries.no_product import without_product

Found = dict[int, list[tuple[str, str]]]


def list_screenings(actor, permission=SEE):
    rows = Screening.objects.visible_to(actor, permission)
    rows = rows.exclude(person__account__isnull=False, person__account=actor.account_id)
    return rows.select_related("unit", "person").order_by(
        "-quarter", "unit__path", "person__sort_key", "pk"
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


def found_about(home: Unit, quarter: Quarter, on: date) -> Found:
    """Person id -> [(trigger, words)] from ratings, work, standards, inspections and cases. Five
    queries, whatever the number of people.
    """
    found: Found = defaultdict(list)
    _quarters(home, found)
    _years(home, on, found)
    _products(home, quarter, found)
    _standards(home, found)
    _findings(home, found)
    _cases(home, found)
    return found


def _quarters(home: Unit, found: Found) -> None:
    rows = ReplacementReview.objects.filter(unit__path__startswith=home.path)
    kept = rows.exclude(state=ReviewState.DISMISSED)
    for person, quarters in kept.values_list("person_id", "quarters"):
        words = ", ".join(quarters)
        found[person].append((Trigger.QUARTERS, f"không hoàn thành các quý {words}"))


def _years(home: Unit, on: date, found: Found) -> None:
    rows = RatingDecision.objects.filter(
        level=Band.FAILED,
        rating__round__year__gte=on.year - 1,
        rating__unit__path__startswith=home.path,
    )
    for person, year in rows.values_list("rating__person_id", "rating__round__year"):
        found[person].append((Trigger.YEAR, f"không hoàn thành nhiệm vụ năm {year}"))


def _products(home: Unit, quarter: Quarter, found: Found) -> None:
    rows = without_product(SYSTEM, quarter).filter(unit__path__startswith=home.path)
    for person in rows.order_by("person").values_list("person_id", flat=True).distinct():
        found[person].append((Trigger.PRODUCT, f"không có sản phẩm trong {quarter.label_vi()}"))


def _standards(home: Unit, found: Found) -> None:
    rows = Verdict.objects.filter(
        unit__path__startswith=home.path, state=GapState.MISSING, ended_on__isnull=True
    )
    for person in rows.order_by("person").values_list("person_id", flat=True).distinct():
        found[person].append((Trigger.STANDARDS, "chưa đạt tiêu chuẩn của vị trí đang giữ"))


def _findings(home: Unit, found: Found) -> None:
    rows = Finding.objects.filter(
        unit__path__startswith=home.path, state=FindingState.HANDED_OVER, person__isnull=False
    )
    for person, text in rows.values_list("person_id", "text"):
        found[person].append((Trigger.FINDING, text))


def _cases(home: Unit, found: Found) -> None:
    rows = Case.objects.filter(home=home, state=CaseState.OPEN, person__isnull=False)
    for person in rows.values_list("person_id", flat=True):
        found[person].append((Trigger.CASE, "đang bị xem xét kỷ luật"))
