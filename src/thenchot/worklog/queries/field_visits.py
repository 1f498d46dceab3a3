"""Days among the people: how often each, by quarter; what one found."""

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet

from thenchot.kernel.periods import Quarter
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.worklog.access import SEE
from thenchot.worklog.enums import FieldVisitKind
from thenchot.worklog.models import FieldVisit


def counts(actor, quarter: Quarter, on, number, size: int):
    """A page of people with how often they went (`field_visits`), those who never did too: in the
    order of units and names.
    """
    page = Paginator(_seats(actor, quarter, on, SEE), size).get_page(number)
    _count(page, _of_quarter(actor, quarter).filter(person__in=[seat.person_id for seat in page]))
    return page


def all_counts(actor, quarter: Quarter, on, permission) -> list[Appointment]:
    """Everybody of `counts`. Two queries."""
    seats = list(_seats(actor, quarter, on, permission))
    _count(seats, _of_quarter(actor, quarter, permission))
    return seats


def all_field_visits(actor, quarter: Quarter, permission) -> QuerySet[FieldVisit]:
    """What everybody of `all_counts` wrote, by unit and name, then by day."""
    return (
        _of_quarter(actor, quarter, permission)
        .select_related("person", "unit")
        .order_by("unit__path", "person__sort_key", "person", "happened_on", "pk")
    )


def _seats(actor, quarter: Quarter, on, permission) -> QuerySet[Appointment]:
    own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
    seats = Appointment.objects.in_force(min(quarter.end, max(on, quarter.start))).filter(
        own | Q(unit__in=Unit.objects.visible_to(actor, permission).values("pk")), is_primary=True
    )
    return seats.select_related("person", "unit").order_by("unit__path", "person__sort_key", "pk")


def _count(seats, field_visits: QuerySet[FieldVisit]) -> None:
    went = field_visits.order_by().values("person")
    found = {
        row["person"]: row
        for row in went.annotate(
            **{kind: Count("pk", filter=Q(kind=kind)) for kind in FieldVisitKind}
        )
    }
    for seat in seats:
        seat.field_visits = [found.get(seat.person_id, {}).get(kind, 0) for kind in FieldVisitKind]


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
