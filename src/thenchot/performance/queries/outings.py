"""Days among the people: how often each, by quarter; what one found."""

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet

from thenchot.kernel.periods import Quarter
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.performance.access import SEE
from thenchot.performance.enums import OutingKind
from thenchot.performance.models import Outing


def counts(actor, quarter: Quarter, on, number, size: int):
    """A page of people with how often they went (`outings`), those who never did too: in the order of units and names."""
    own = Q(person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
    seats = Appointment.objects.in_force(min(quarter.end, max(on, quarter.start))).filter(
        own | Q(unit__in=Unit.objects.visible_to(actor, SEE).values("pk")), is_primary=True
    )
    page = Paginator(seats.select_related("person", "unit").order_by("unit__path", "person__sort_key", "pk"), size).get_page(number)
    went = _of_quarter(actor, quarter).filter(person__in=[seat.person_id for seat in page]).order_by().values("person")
    found = {row["person"]: row for row in went.annotate(**{kind: Count("pk", filter=Q(kind=kind)) for kind in OutingKind})}
    for seat in page:
        seat.outings = [found.get(seat.person_id, {}).get(kind, 0) for kind in OutingKind]
    return page


def outings_of(actor, quarter: Quarter, person_id: int | None) -> QuerySet[Outing]:
    """Of one person the actor sees; of oneself when nobody is named."""
    rows = _of_quarter(actor, quarter).select_related("person", "unit")
    return rows.filter(person=person_id) if person_id else rows.filter(person__account=actor.account_id or 0)


def _of_quarter(actor, quarter: Quarter) -> QuerySet[Outing]:
    return Outing.objects.visible_to(actor, SEE).filter(happened_on__gte=quarter.start, happened_on__lte=quarter.end)
