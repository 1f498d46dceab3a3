"""Who has a conclusion that holds, and the file of one person."""

from collections.abc import Collection
from datetime import date

from thenchot.clearance import rules
from thenchot.clearance.access import KEEP
from thenchot.clearance.enums import Part, Standing
from thenchot.clearance.models import Conclusion
from thenchot.clearance.rules import Concluded
from thenchot.kernel.decision import Reason
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment, Person
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import ClearancePolicy

Standings = dict[int, dict[str, Standing]]


def standings(people: Collection[int], on: date) -> Standings:
    """Person id -> part -> how it stands on the day; one query."""
    rows: dict[int, dict[str, list[Concluded]]] = {}
    found = Conclusion.objects.filter(person__in=people).order_by("requested_on", "pk")
    fields = ("person_id", "part", "outcome", "valid_to")
    for person, part, outcome, valid_to in found.values_list(*fields):
        rows.setdefault(person, {}).setdefault(part, []).append(Concluded(outcome, valid_to))
    return {
        person: {part: rules.standing(rows.get(person, {}).get(part, []), on) for part in Part}
        for person in people
    }


def without_conclusion(people: Collection[int], path: str, on: date) -> dict[int, Reason]:
    """The gate: for whom a part that the place asks for has no conclusion that holds."""
    parts = policies.in_force(ClearancePolicy, path=path, on=on).parts
    return {
        person: rules.CLOSED
        for person, stands in standings(people, on).items()
        if any(stands[part] != Standing.CLEAR for part in parts)
    }


def list_people(actor, permission=KEEP):
    """The primary seat of everybody in office under the actor's branches."""
    units = Unit.objects.visible_to(actor, permission).values("pk")
    seats = Appointment.objects.in_force(today()).filter(is_primary=True, unit__in=units)
    return seats.select_related("person", "unit").order_by("person__sort_key", "pk")


def get_person(actor, pk: int) -> Person:
    found = Person.objects.visible_to(actor, KEEP).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def conclusions_of(person: Person):
    rows = Conclusion.objects.filter(person=person).select_related("person")
    return rows.order_by("-requested_on", "-pk")


def get_conclusion(actor, pk: int) -> Conclusion:
    found = (
        Conclusion.objects.visible_to(actor, KEEP).select_related("person").filter(pk=pk).first()
    )
    if found is None:
        raise NotVisible
    return found
