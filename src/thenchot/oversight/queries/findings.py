"""Findings, those of one person or unit, and the ladder of warnings."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from thenchot.kernel.periods import months_after
from thenchot.organisation.models import Unit
from thenchot.oversight.access import SEE, SEE_REMEDIES
from thenchot.oversight.enums import MINOR
from thenchot.oversight.models import Finding, Inspection
from thenchot.oversight.rules.planning import climbs
from thenchot.people.models import Person
from thenchot.people.queries import not_about_oneself
from thenchot.platform import policies
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import OversightPolicy

TOLD = Q(inspection__notified_on__isnull=False)  # the conclusion was told
BESIDE = ("inspection__unit", "inspection__subject", "unit", "person", "task")


def list_findings(actor, permission=SEE_REMEDIES):
    """The latest first; never those about oneself. Who remedies reads them once they were told."""
    rows = not_about_oneself(Finding.objects.visible_to(actor, permission), actor)
    if not actor.has(SEE):
        rows = rows.filter(TOLD)
    return rows.select_related(*BESIDE).order_by("-found_on", "-pk")


def get_finding(actor, pk: int) -> Finding:
    found = list_findings(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def findings_of(inspection: Inspection):
    rows = Finding.objects.filter(inspection=inspection)
    return rows.select_related(*BESIDE).order_by("pk")


def panel_rows(actor, person: Person) -> list[Finding]:
    """About one person; on the own page only what was told: of concluded inspections."""
    rows = Finding.objects.filter(person=person).select_related("inspection__subject")
    if not actor.has(SEE) or person.account_id == actor.account_id:
        rows = rows.filter(TOLD)
    return list(rows.order_by("-found_on", "-pk")[:10])


def found_in(actor, person: Person, first: date, last: date) -> list[Finding]:
    """About one person in a stretch of time, as far as the actor may read (S3-053)."""
    rows = Finding.objects.filter(person=person, found_on__range=(first, last))
    if not actor.has(SEE) or person.account_id == actor.account_id:
        rows = rows.filter(TOLD)
    return list(rows.select_related("inspection__subject").order_by("found_on", "pk"))


@dataclass
class Warned:
    """A person or a unit with minor findings that are many together."""

    pk: int
    unit: Unit
    person: Person | None
    findings: list[Finding] = field(default_factory=list)
    since: date | None = None

    @property
    def count(self) -> int:
        return len(self.findings)

    @property
    def whom(self) -> str:
        return self.person.full_name if self.person else self.unit.name

    @property
    def told(self) -> str:
        return "; ".join(f"{one.text} ({one.found_on:%d/%m/%Y})" for one in self.findings)


def warned(findings, on: date) -> list[Warned]:
    """The ladder (S4-071): minor findings on the same person, or on the same unit without a
    person, within the months of the policy of the place that inspects. One query, and the policy
    once a place.
    """
    limits: dict[str, OversightPolicy] = {}
    groups: dict[tuple, list[Finding]] = defaultdict(list)
    rows = findings.filter(level__in=MINOR, found_on__lte=on).order_by("found_on", "pk")
    for row in rows:
        path = row.inspection.unit.path
        if path not in limits:
            limits[path] = policies.in_force(OversightPolicy, path=path, on=on)
        if months_after(row.found_on, limits[path].warn_months) > on:
            groups[_key(row)].append(row)
    return [
        _warned(rows)
        for rows in groups.values()
        if climbs(len(rows), limits[rows[0].inspection.unit.path].warn_count)
    ]


def _key(row: Finding) -> tuple[str, Any]:
    return ("person", row.person_id) if row.person_id else ("unit", row.unit_id)


def _warned(rows: list[Finding]) -> Warned:
    first = rows[0]
    return Warned(rows[-1].pk, first.unit, first.person, rows, rows[-1].found_on)


def list_warned(actor, permission: str, on: date) -> list[Warned]:
    return warned(list_findings(actor, permission), on)
