"""Inspections as the actor may see them, never the own one before it was told."""

from django.db.models import Count, Q

from thenchot.kernel.text import fold
from thenchot.oversight.access import SEE
from thenchot.oversight.enums import FindingState
from thenchot.oversight.models import Inspection, TeamMember
from thenchot.oversight.rules.planning import Kin
from thenchot.people.models import Person, Relative
from thenchot.people.queries import not_about_oneself
from thenchot.platform.scope.actor import NotVisible

OPEN_FINDINGS = (FindingState.OPEN, FindingState.REPORTED)


def list_inspections(actor, permission=SEE):
    """The latest first, with how many findings and how many are open."""
    is_open = Q(findings__state__in=OPEN_FINDINGS)
    rows = not_about_oneself(Inspection.objects.visible_to(actor, permission), actor)
    return (
        rows.select_related("unit", "subject", "person", "line__plan", "programme")
        .annotate(
            found=Count("findings", distinct=True),
            left=Count("findings", filter=is_open, distinct=True),
        )
        .order_by("-decided_on", "-pk")
    )


def get_inspection(actor, pk: int) -> Inspection:
    found = list_inspections(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def team_of(inspection: Inspection):
    rows = TeamMember.objects.filter(inspection=inspection, left_on__isnull=True)
    return rows.select_related("person", "inspection__unit", "inspection__person").order_by(
        "part", "pk"
    )


def get_member(actor, pk: int) -> TeamMember:
    visible = list_inspections(actor).values("pk")
    rows = TeamMember.objects.filter(inspection__in=visible, left_on__isnull=True)
    found = (
        rows.select_related("person", "inspection__unit", "inspection__person")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def kin_told_by(person: Person) -> set[Kin]:
    """Relatives in the file of somebody: folded name and year of birth."""
    rows = Relative.objects.filter(person=person)
    return {Kin(fold(row.name), int(row.born_year)) for row in rows if row.born_year.isdigit()}


def is_kin(one: Person, other: Person) -> bool:
    """Told in the file of either."""
    return _names(one) in kin_told_by(other) or _names(other) in kin_told_by(one)


def _names(person: Person) -> Kin | None:
    return Kin(fold(person.full_name), person.born_on.year) if person.born_on else None
