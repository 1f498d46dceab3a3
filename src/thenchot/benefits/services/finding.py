"""Entitled people are found by the program, with the reason and the arithmetic; a person goes on
from there.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.db.models import Q

from thenchot.benefits.access import EDIT
from thenchot.benefits.enums import OVER, TAKEN, CaseState, Group, PolicyState
from thenchot.benefits.models import Case, Policy
from thenchot.benefits.queries.changes import SEAT, leadership_table, posts_of, seats_of
from thenchot.benefits.queries.facts import Known, known_of, people_of_place
from thenchot.benefits.queries.policies import conditions_of, in_force_in, values_in_force
from thenchot.benefits.rules.allowances import Span, spans
from thenchot.benefits.rules.conditions import checks, is_entitled
from thenchot.benefits.rules.running import may_take_new
from thenchot.benefits.services.working_out import work_out
from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require

BY_HAND = (Group.TALENT, Group.LEADERSHIP)  # begun by a person, or found by the posts
BATCH = 500


@dataclass(frozen=True)
class Found:
    """What a search came to: new cases, and monthly ones that got an end."""

    added: int
    ended: int


@transaction.atomic
def find_entitled(actor, home: Unit) -> Found:
    """Everybody in office, and everybody a rearrangement touches, against every policy in force
    whose days are open. What is there stays as it is, also when it was refused or withdrawn.
    """
    require(actor, EDIT, home.path)
    on = today()
    policies = in_force_in(home)
    open_ones = [one for one in policies if may_take_new(on, one.opens_on, one.closes_on)]
    known = known_of(home, people_of_place(home, on), on)
    there = _Existing(home, known)
    fresh = [*_by_conditions(home, open_ones, known, there, on)]
    values = values_in_force(home.path, on)
    held = _held(policies, known.keys() | there.in_posts, values)
    fresh += _by_posts(home, open_ones, known, held, there, on)
    made = Case.objects.bulk_create(fresh, batch_size=BATCH)
    found = Found(len(made), _end_allowances(home, held))
    if found != Found(0, 0):
        record(
            actor,
            "benefits_found",
            subject=home,
            unit_path=home.path,
            added=found.added,
            ended=found.ended,
        )
    return found


class _Existing:
    """Cases that are there: by person, code of the policy and ref; who leaves under another, whose
    posts bring an allowance.
    """

    def __init__(self, home: Unit, people: Collection[int]):
        rows = Case.objects.filter(person__in=people)
        self.keys = set(rows.values_list("person", "policy__code", "ref"))
        leaving = rows.filter(group=Group.LEAVING, state__in=TAKEN)
        self.leaving = set(leaving.values_list("person", flat=True))
        posts = Case.objects.filter(unit=home, group=Group.LEADERSHIP).exclude(state__in=OVER)
        self.in_posts = set(posts.values_list("person", flat=True))

    def has(self, person: int, policy: Policy, ref: str) -> bool:
        if policy.group == Group.LEAVING and person in self.leaving:
            return True
        return (person, policy.code, ref) in self.keys


def _by_conditions(
    home: Unit, policies: Iterable[Policy], known: dict[int, Known], there: _Existing, on: date
) -> Iterator[Case]:
    """One case a person and policy; of what is paid by the rating, one a year."""
    values = values_in_force(home.path, on)
    for policy in policies:
        if policy.group in BY_HAND:
            continue
        conditions = conditions_of(policy, values)
        ref = str(on.year) if policy.group == Group.SUPPLEMENT else ""
        for person, one in known.items():
            if there.has(person, policy, ref):
                continue
            if not is_entitled(checks(conditions, one.facts)):
                continue
            case = _case(home, policy, one, ref, on)
            if policy.group == Group.SUPPLEMENT:
                case.begins_on, case.ends_on = _months_of_year(policy, on)
            work_out(case, policy, one.facts, on)
            yield case


def _months_of_year(policy: Policy, on: date) -> tuple[date, date]:
    first, last = date(on.year, 1, 1), date(on.year, 12, 31)
    return max(first, policy.opens_on or first), min(last, policy.closes_on or last)


def _case(home: Unit, policy: Policy, one: Known, ref: str, on: date) -> Case:
    is_leaving = policy.group == Group.LEAVING
    return Case(
        unit=home,
        policy=policy,
        group=policy.group,
        person=one.person,
        ref=ref,
        rearrangement_id=one.rearrangement if is_leaving else None,
        found_on=on,
        leaves_on=one.facts.leaves_on if is_leaving else None,
        insured_months=one.facts.insured_months if is_leaving else None,
        pay=one.facts.pay,
        pay_source=one.pay.words[:300] if one.pay else "",
    )


# Leadership allowances follow the posts


def _held(policies: Iterable[Policy], people: Collection[int], values) -> dict[int, list[Span]]:
    table = leadership_table(policies, values)
    posts = posts_of(seats_of(people), table)
    return {person: spans(rows, values["kept_months"]) for person, rows in posts.items()}


def _by_posts(
    home: Unit,
    policies: Iterable[Policy],
    known: dict[int, Known],
    held: dict[int, list[Span]],
    there: _Existing,
    on: date,
) -> Iterator[Case]:
    """One case for each allowance somebody is due today."""
    found = [one for one in policies if one.group == Group.LEADERSHIP]
    for policy in found:
        for person, one in known.items():
            span = _due(held.get(person, ()), on)
            if span is None or there.has(person, policy, f"{SEAT}{span.key}"):
                continue
            case = _case(home, policy, one, f"{SEAT}{span.key}", on)
            case.begins_on, case.ends_on = _since(span, policy), span.ends
            work_out(case, policy, replace(one.facts, title=span.title, title_name=span.name), on)
            if case.monthly:
                yield case


def _due(rows: Iterable[Span], on: date) -> Span | None:
    """Of the day, if it brings anything."""
    for span in rows:
        if span.coefficient and span.begins <= on and (span.ends is None or on <= span.ends):
            return span
    return None


def _since(span: Span, policy: Policy) -> date:
    """Arrears from the start in post, not from before the policy."""
    return max(span.begins, policy.opens_on or span.begins)


def _end_allowances(home: Unit, held: dict[int, list[Span]]) -> int:
    """Allowances end with the post, or when what was kept runs out; an earlier end written by hand
    stays.
    """
    ends = {
        (person, f"{SEAT}{span.key}"): span.ends for person, rows in held.items() for span in rows
    }
    rows = Case.objects.filter(unit=home, group=Group.LEADERSHIP).exclude(state__in=OVER)
    changed = []
    for case in rows:
        last = ends.get((case.person_id, case.ref))
        if last and (case.ends_on is None or case.ends_on > last):
            case.ends_on = last
            changed.append(case)
    Case.objects.bulk_update(changed, ["ends_on"], batch_size=BATCH)
    return len(changed)


def search_due(on: date) -> Iterator[Unit]:
    """Places that keep policies, their own or of above."""
    homes = Unit.objects.filter(kind__in=HOMES, valid_to__isnull=True).order_by("path")
    paths = set(
        Policy.objects.filter(state=PolicyState.IN_FORCE).values_list("unit__path", flat=True)
    )
    return (home for home in homes if any(home.path.startswith(path) for path in paths))


def withdraw_others(case: Case, reason: str) -> int:
    """Whoever leaves under one policy is not found under another any more."""
    if case.group != Group.LEAVING:
        return 0
    rows = Case.objects.filter(person=case.person_id, group=Group.LEAVING, state=CaseState.FOUND)
    return rows.filter(~Q(pk=case.pk)).update(state=CaseState.WITHDRAWN, ended_for=reason)
