"""Breaches at work, and how they move from quarter to quarter."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from thenchot.discipline.access import SEE_BREACHES
from thenchot.discipline.models import WorkBreach
from thenchot.kernel.periods import Quarter
from thenchot.people.models import Person
from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.models import Assessment

QUARTERS = 8


def list_breaches(actor, permission=SEE_BREACHES):
    rows = WorkBreach.objects.visible_to(actor, permission)
    return rows.select_related("unit", "person", "case").order_by("-happened_on", "-pk")


def get_breach(actor, pk: int) -> WorkBreach:
    """In the actor's units, or the own one."""
    rows = WorkBreach.objects.select_related("unit", "person", "case").filter(pk=pk)
    seen = rows & WorkBreach.objects.visible_to(actor, SEE_BREACHES)
    own = rows.filter(person__account__isnull=False, person__account=actor.account_id)
    found = seen.first() or own.first()
    if found is None:
        raise NotVisible
    return found


def panel_rows(actor, person: Person) -> list[WorkBreach]:
    rows = WorkBreach.objects.filter(person=person).select_related("unit", "person")
    return list(rows.order_by("-happened_on", "-pk")[:10])


def breaches_beside(actor, assessment: Assessment) -> Mapping[str, Any] | None:
    """By the person of a sheet in its period: for the person, and whoever may read them there."""
    person = assessment.person
    own = person.account_id is not None and person.account_id == actor.account_id
    if not own and not actor.may(SEE_BREACHES, assessment.unit.path):
        return None
    period = (assessment.starts_on, assessment.ends_on)
    rows = list(
        WorkBreach.objects.filter(person=person, happened_on__range=period).order_by("happened_on")
    )
    return {"rows": rows} if rows else None


@dataclass(frozen=True)
class OfQuarter:
    """How many breaches of each kind happened in a quarter (S3-006)."""

    pk: str
    label: str
    counts: Counter

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def trend(actor, permission: str, on: date) -> list[OfQuarter]:
    """The last quarters, the latest first; one query."""
    quarters = [Quarter.of(on)]
    while len(quarters) < QUARTERS:
        quarters.append(quarters[-1].previous())
    first = quarters[-1].start
    rows = WorkBreach.objects.visible_to(actor, permission)
    rows = rows.filter(happened_on__gte=first, happened_on__lte=on)
    counts: dict[Quarter, Counter] = {one: Counter() for one in quarters}
    for day, kind in rows.order_by().values_list("happened_on", "kind"):
        counts[Quarter.of(day)][kind] += 1
    return [OfQuarter(f"{one.year}-Q{one.index}", one.label_vi(), counts[one]) for one in quarters]
