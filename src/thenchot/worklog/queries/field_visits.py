"""Days among the people: how often each, by quarter; what one found."""

from django.db.models import Count, Q, QuerySet

from thenchot.kernel.periods import Quarter
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.access import SEE
from thenchot.worklog.enums import FieldVisitKind
from thenchot.worklog.models import FieldVisit


def all_field_visits(actor, quarter: Quarter, permission) -> QuerySet[FieldVisit]:
    """What everybody wrote, by unit and name, then by day."""
    return (
        _of_quarter(actor, quarter, permission)
        .select_related("person", "unit")
        .order_by("unit__path", "person__sort_key", "person", "happened_on", "pk")
    )


def seats(actor, quarter: Quarter, on, permission) -> QuerySet[Appointment]:
    """People by unit and name, in the seats of the quarter's last day, or of today."""
    own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
    found = Appointment.objects.in_force(min(quarter.end, max(on, quarter.start))).filter(
        own | Q(unit__in=Unit.objects.visible_to(actor, permission).values("pk")), is_primary=True
    )
    return found.select_related("person", "unit").order_by("unit__path", "person__sort_key", "pk")


def count(actor, quarter: Quarter, seats: list[Appointment], permission) -> None:
    """How often each went (`went`: kind -> times), those who never did too. One query."""
    people = [seat.person_id for seat in seats]
    visits = _of_quarter(actor, quarter, permission).filter(person__in=people)
    times = {kind: Count("pk", filter=Q(kind=kind)) for kind in FieldVisitKind}
    found = {row["person"]: row for row in visits.order_by().values("person").annotate(**times)}
    for seat in seats:
        row = found.get(seat.person_id, {})
        seat.went = {kind: row.get(kind, 0) for kind in FieldVisitKind}


def get_field_visit(actor, pk: int) -> FieldVisit:
    visit = FieldVisit.objects.visible_to(actor, SEE).select_related("person").filter(pk=pk).first()
    if visit is None:
        raise NotVisible(f"field visit {pk}")
    return visit


def field_visits_of(actor, quarter: Quarter, person_id: int | None) -> QuerySet[FieldVisit]:
    """Of one person the actor sees; of oneself when nobody is named."""
    rows = _of_quarter(actor, quarter).select_related("person", "unit")
    return (
        rows.filter(person=person_id)
        if person_id
        else rows.filter(person__account=actor.account_id or 0)
    )


def _of_quarter(actor, quarter: Quarter, permission=SEE) -> QuerySet[FieldVisit]:
    return FieldVisit.objects.visible_to(actor, permission).filter(
        happened_on__gte=quarter.start, happened_on__lte=quarter.end
    )
