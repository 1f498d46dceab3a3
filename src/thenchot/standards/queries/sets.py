"""One set, one requirement, the lists of them."""

from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible
from thenchot.standards.access import EDIT
from thenchot.standards.enums import GapState, SetState
from thenchot.standards.models import Foreseen, Requirement, StandardSet
from thenchot.standards.shipped import ShippedSet, shipped_sets


def get_set(actor, pk: int) -> StandardSet:
    found = (
        StandardSet.objects.visible_to(actor)
        .select_related("unit", "previous", "issued_by")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def get_requirement(actor, pk: int) -> Requirement:
    found = Requirement.objects.visible_to(actor).select_related("set__unit").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def list_sets(actor):
    return (
        StandardSet.objects.visible_to(actor)
        .select_related("unit")
        .order_by("unit__path", "code", "-version")
    )


def list_in_force(actor, on, permission=None) -> list[StandardSet]:
    """For a choice on a page of figures."""
    sets = StandardSet.objects.visible_to(actor, permission).filter(state=SetState.ISSUED)
    return list(sets.in_force(on).select_related("unit").order_by("unit__path", "code"))


def list_adoptable(actor) -> list[tuple[Unit, list[ShippedSet]]]:
    """Communes and provinces over which the actor drafts, each with the shipped sets it has not
    begun.
    """
    homes = list(
        Unit.objects.homes_of(actor.paths_for(EDIT))
        .under(actor.paths_for(EDIT))
        .order_by("path")[:20]
    )
    begun = set(StandardSet.objects.filter(unit__in=homes).values_list("unit_id", "code"))
    free = [
        (home, [one for one in shipped_sets().values() if (home.pk, one.code) not in begun])
        for home in homes
    ]
    return [(home, sets) for home, sets in free if sets]


def by_axis(found: StandardSet) -> list[tuple[str, list[Requirement]]]:
    """Name of each axis that has any, and its requirements."""
    rows = list(found.requirements.standing())
    named = [(name, [row for row in rows if row.axis == code]) for code, name in found.axes]
    return [(name, group) for name, group in named if group]


def list_foreseen(actor, draft: StandardSet, permission: str):
    """Requirements of a draft that people would not meet, by given name; none where no draft was
    previewed or the names are not for this actor.
    """
    if draft.state != SetState.DRAFT or draft.foreseen_at is None or not actor.has(permission):
        return None
    rows = Foreseen.objects.visible_to(actor, permission).filter(set=draft, run=draft.foreseen_run)
    return rows.select_related("person", "requirement", "unit").order_by(
        "person__sort_key", "requirement__position", "pk"
    )


def newly_short(rows):
    """Those who did not lack it until now."""
    return rows.filter(state=GapState.MISSING).exclude(before=GapState.MISSING)
