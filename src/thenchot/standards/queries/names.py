"""Who stands how to a set: the names behind every figure, scoped like the files they come from."""

from django.db.models import Exists, F, OuterRef

from thenchot.standards.access import SEE_GAPS
from thenchot.standards.enums import GapState
from thenchot.standards.law import law_of
from thenchot.standards.models import Requirement, Shortfall, StandardSet, Verdict


def list_verdicts(actor, chosen: StandardSet):
    """By given name."""
    rows = Verdict.objects.visible_to(actor, SEE_GAPS).standing().filter(set=chosen)
    return rows.select_related("person", "unit", "title").order_by("person__sort_key", "person_id")


def of_title(rows, title: int):
    """0: those whose title is not named."""
    return rows.filter(title_id=title) if title else rows.filter(title__isnull=True)


def of_requirement(rows, chosen: StandardSet, requirement: Requirement, state: str = ""):
    """Of whom it is asked; `state`: how they stand to it."""
    short = Shortfall.objects.standing().filter(person=OuterRef("person"), requirement=requirement)
    asked = rows.annotate(hit=F("asked").bitand(law_of([chosen]).bits[requirement.pk])).filter(
        hit__gt=0
    )
    if state == GapState.MET:
        return asked.filter(~Exists(short))
    return asked.filter(Exists(short.filter(state=state))) if state else asked


def with_shortfalls(verdicts, chosen: StandardSet) -> list[Verdict]:
    """Each with `lacks`: what is not met, in the order of the set. One query for all of them."""
    verdicts = list(verdicts)
    rows = Shortfall.objects.standing().filter(
        person__in=[v.person_id for v in verdicts], requirement__set=chosen
    )
    by_person: dict[int, list[Shortfall]] = {}
    for row in rows.select_related("requirement").order_by("requirement__position", "pk"):
        by_person.setdefault(row.person_id, []).append(row)
    for verdict in verdicts:
        verdict.lacks = by_person.get(verdict.person_id, [])
    return verdicts
