"""Quick opinions: whom one may ask, what stands, how long answers take."""

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Q, QuerySet

from thenchot.organisation.enums import UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import home_of
from thenchot.people.models import Appointment, Person
from thenchot.people.queries import people_of
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.access import ASK_OPINION, SEE
from thenchot.worklog.enums import OpinionState
from thenchot.worklog.models import OpinionRequest

TOOK = ExpressionWrapper(F("answered_at") - F("sent_at"), output_field=DurationField())
BELOW_A_COMMUNE = (
    Q(parent__kind=UnitKind.COMMUNE)
    | Q(parent__parent__kind=UnitKind.COMMUNE)
    | Q(parent__parent__parent__kind=UnitKind.COMMUNE)
)


def list_opinions(actor, permission=SEE) -> QuerySet[OpinionRequest]:
    """Those that wait first."""
    rows = OpinionRequest.objects.visible_to(actor, permission).select_related(
        "from_unit", "unit", "person", "asked_by", "answered_by"
    )
    return rows.order_by(
        F("decided_at").asc(nulls_first=True),
        F("answered_at").asc(nulls_first=True),
        "due_on",
        "-pk",
    )


def response_figures(actor) -> dict:
    """How many wait, how many of them too long, how long answers took on average."""
    waits = Q(state=OpinionState.SENT)
    found = (
        OpinionRequest.objects.visible_to(actor, SEE)
        .order_by()
        .aggregate(
            waiting=Count("pk", filter=waits),
            late=Count("pk", filter=waits & Q(due_on__lt=today())),
            took=Avg(TOOK, filter=Q(answered_at__isnull=False)),
        )
    )
    return found | {
        "hours": None if found["took"] is None else round(found["took"].total_seconds() / 3600)
    }


def get_opinion(actor, pk: int) -> OpinionRequest:
    found = list_opinions(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def seat_of(actor) -> Unit:
    """From where one asks: the unit of the own seat, else of the first grant."""
    seats = (
        Appointment.objects.filter(person__account=actor.account_id).in_force(today())
        if actor.account_id
        else Appointment.objects.none()
    )
    seat = seats.select_related("unit").order_by("-is_primary", "pk").first()
    paths = actor.paths_for(ASK_OPINION)
    return seat.unit if seat and actor.sees(seat.unit.path) else Unit.objects.get(path=paths[0])


def units_to_ask(source: Unit) -> QuerySet[Unit]:
    """Of the commune; of a province its own bodies and the communes, not what lies inside of
    these.
    """
    home = home_of(source)
    units = Unit.objects.under([home.path]).in_force(today()).order_by("path")
    return units.exclude(BELOW_A_COMMUNE) if home.kind == UnitKind.PROVINCE else units


def addressed(
    actor, source: Unit, unit_id: int | None, person_id: int | None
) -> tuple[Unit, Person | None]:
    """The unit, and the person where one is asked; NotVisible outside of the own commune."""
    units = units_to_ask(source)
    seat = (
        people_of(units.values("pk")).filter(person=person_id).order_by("-is_primary").first()
        if person_id
        else None
    )
    unit = seat.unit if seat else units.filter(pk=unit_id).first()
    if unit is None or (person_id and seat is None):
        raise NotVisible
    return unit, seat and seat.person
