"""The gaps of one person, for the page and the panel of the file: own ones always, others by
permission.
"""

from dataclasses import dataclass
from datetime import date

from thenchot.kernel.decision import Decision, Refused
from thenchot.people.models import Person
from thenchot.people.queries import get_person, place_of
from thenchot.platform.scope.actor import NotVisible, missing
from thenchot.standards.access import SEE_GAPS
from thenchot.standards.enums import GapState
from thenchot.standards.evaluation import Gap, Judged, judge_person
from thenchot.standards.models import Exemption, Requirement, StandardSet


@dataclass
class Shown:
    """One requirement with everything that explains it."""

    gap: Gap
    requirement: Requirement
    exemption: Exemption | None = None

    @property
    def may_be_exempted(self) -> bool:
        return self.exemption is None and self.gap.state == GapState.MISSING


@dataclass
class PersonSet:
    """What one set asks of the person. `axes`: name of the axis and its requirements."""

    set: StandardSet
    state: str
    axes: list[tuple[str, list[Shown]]]


def may_read_gaps(actor, person: Person) -> bool:
    return bool(actor.account_id and person.account_id == actor.account_id) or bool(
        actor.may(SEE_GAPS, place_of(person))
    )


def get_readable(actor, pk: int) -> Person:
    """404 outside of the scope, 403 with the reason inside."""
    person = get_person(actor, pk)
    if not may_read_gaps(actor, person):
        raise Refused(Decision.no(missing(SEE_GAPS)))
    return person


def get_exemption(actor, pk: int) -> Exemption:
    rows = Exemption.objects.visible_to(actor)
    found = rows.select_related("person__registered_in", "requirement").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def sheets_of(person: Person, on: date, said: date | None = None) -> tuple[Judged, list[PersonSet]]:
    """Every set that asks something of the person on a day."""
    judged = judge_person(person.pk, on, said=said)
    sets = {
        row.pk: row
        for row in StandardSet.objects.filter(pk__in=judged.set_ids).select_related("unit")
    }
    rows = {
        row.pk: row
        for row in Requirement.objects.filter(
            pk__in=[gap.demand.standard.key for gap in judged.gaps]
        )
    }
    free = _exemptions(person, on)
    shown = [Shown(gap, rows[gap.demand.standard.key]) for gap in judged.gaps]
    for one in shown:
        owner = sets[one.gap.set_id]
        one.exemption = free.get((owner.unit_id, owner.code, one.requirement.code))
    return judged, [
        PersonSet(sets[pk], str(judged.overall(pk)), _axes(sets[pk], shown))
        for pk in judged.set_ids
    ]


def _exemptions(person: Person, on: date) -> dict:
    rows = Exemption.objects.in_force(on).filter(person=person).select_related("requirement__set")
    return {
        (row.requirement.set.unit_id, row.requirement.set.code, row.requirement.code): row
        for row in rows
    }


def _axes(owner: StandardSet, shown: list[Shown]) -> list[tuple[str, list[Shown]]]:
    mine = [one for one in shown if one.gap.set_id == owner.pk]
    named = [
        (name, [one for one in mine if one.requirement.axis == code]) for code, name in owner.axes
    ]
    return [(name, rows) for name, rows in named if rows]
