"""The watch over personnel procedures: backdated steps, one hand for everything, posts of leaders
taken without a procedure (S2-011). It points at what to look into and concludes nothing.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, Min, OuterRef

from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment, Person
from thenchot.people.queries import not_about_oneself
from thenchot.placement.access import SEE
from thenchot.placement.enums import Irregularity, ProcedureState
from thenchot.placement.models import Procedure, ProcedureStep
from thenchot.placement.rules import watching as rules
from thenchot.platform import policies
from thenchot.policy.parameters import PlacementPolicy

LOOKED_BACK = timedelta(days=366)


@dataclass(frozen=True)
class Irregular:
    """One thing to look into, about one person."""

    pk: int
    kind: str
    unit: Unit
    person: Person
    text: str
    day: date

    @property
    def person_id(self) -> int:
        return self.person.pk


def list_irregular(actor, permission: str = SEE, *, on: date) -> list[Irregular]:
    """Of the last year, the latest first; three queries and the policy once a place."""
    cases = not_about_oneself(Procedure.objects.visible_to(actor, permission), actor)
    found = [*_backdated(cases, on), *_alone(cases, on), *_without(actor, permission, on)]
    return sorted(found, key=lambda one: (one.day, one.pk), reverse=True)


def _backdated(cases, on: date):
    rows = ProcedureStep.objects.filter(
        procedure__in=cases.values("pk"), done_on__gte=on - LOOKED_BACK, recorded_on__isnull=False
    ).select_related("procedure__unit", "procedure__person")
    limits: dict[str, int] = {}
    for step in rows.order_by("pk"):
        case, done_on, recorded_on = step.procedure, step.done_on, step.recorded_on
        if done_on is None or recorded_on is None:
            continue
        path = case.unit.path
        if path not in limits:
            limits[path] = policies.in_force(PlacementPolicy, path=path, on=on).backdate_days
        if rules.is_backdated(done_on, recorded_on, limits[path]):
            days = f"{done_on:%d/%m/%Y} → {recorded_on:%d/%m/%Y}"
            text = f"{case.name}, {step.name}: {days}"
            yield _told(Irregularity.BACKDATED, case, step.pk, text, recorded_on)


def _alone(cases, on: date):
    rows = cases.filter(state=ProcedureState.DECIDED, decided_on__gte=on - LOOKED_BACK)
    rows = rows.select_related("unit", "person").prefetch_related("steps")
    for case in rows.order_by("pk"):
        hands = [step.recorded_by_id for step in case.steps.all()]
        if rules.by_one_hand(case.opened_by_id, hands, case.decided_by_id):
            text = f"{case.name}: {case.decision}"
            yield _told(Irregularity.ALONE, case, case.pk, text, case.decided_on or on)


def _told(kind: str, case: Procedure, pk: int, text: str, day: date) -> Irregular:
    return Irregular(pk, kind, case.unit, case.person, text, day)


def _without(actor, permission: str, on: date):
    """Posts of leaders begun within the year, in places that run procedures here."""
    units = Unit.objects.visible_to(actor, permission)
    decided = Procedure.objects.filter(state=ProcedureState.DECIDED, made_seat=OuterRef("pk"))
    runs = Procedure.objects.visible_to(actor, permission).order_by()
    begun = dict(runs.values_list("unit__path").annotate(first=Min("opened_on")))
    rows = Appointment.objects.filter(
        ~Exists(decided),
        unit__in=units.values("pk"),
        is_primary=True,
        title_ref__is_manager=True,
        valid_from__range=(on - LOOKED_BACK, on),
        valid_to__isnull=True,
    ).select_related("unit", "person")
    for seat in rows.order_by("pk"):
        if _runs_procedures(begun, seat):
            yield Irregular(
                seat.pk,
                Irregularity.WITHOUT,
                seat.unit,
                seat.person,
                seat.title,
                seat.valid_from,
            )


def _runs_procedures(begun: dict[str, date], seat: Appointment) -> bool:
    """Whether the place of the seat had run procedures here by the day it began."""
    return any(
        seat.unit.path.startswith(path) and first <= seat.valid_from
        for path, first in begun.items()
    )
