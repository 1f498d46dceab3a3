"""Policies as the actor may see them, and as the rules read them."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q

from thenchot.benefits.access import SEE_POLICIES
from thenchot.benefits.enums import PolicyState
from thenchot.benefits.models import Policy, PolicyCondition, PolicyLine
from thenchot.benefits.rules.conditions import Condition
from thenchot.benefits.rules.facts import Money
from thenchot.benefits.rules.formulas import Clause
from thenchot.benefits.rules.resolving import resolved
from thenchot.benefits.wording import condition_words, titles_called
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import BenefitsPolicy

BIG = "big"
NOT_READ = "Phần chưa đọc được của văn bản"


def list_policies(actor, permission=SEE_POLICIES):
    """Those in force first; with how many cases each has."""
    rows = Policy.objects.visible_to(actor, permission).select_related("unit")
    counted = Count("cases", filter=~Q(cases__state="withdrawn"), distinct=True)
    return rows.annotate(case_count=counted).order_by("state", "group", "name", "-version", "pk")


def get_policy(actor, pk: int) -> Policy:
    rows = Policy.objects.visible_to(actor, SEE_POLICIES).select_related("unit")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def _get_part(actor, model, pk: int):
    policies = Policy.objects.visible_to(actor, SEE_POLICIES).values("pk")
    rows = model.objects.filter(policy__in=policies, is_dropped=False)
    found = rows.select_related("policy__unit").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def get_condition(actor, pk: int) -> PolicyCondition:
    return _get_part(actor, PolicyCondition, pk)


def get_line(actor, pk: int) -> PolicyLine:
    return _get_part(actor, PolicyLine, pk)


def versions_of(policy: Policy) -> list[Policy]:
    rows = Policy.objects.filter(unit=policy.unit_id, code=policy.code).exclude(pk=policy.pk)
    return list(rows.order_by("-version"))


def in_force_in(home: Unit) -> list[Policy]:
    """Those that serve a place, with their conditions and lines; of one code the nearest. Three
    queries.
    """
    rows = Policy.objects.serving(home).filter(state=PolicyState.IN_FORCE)
    found = rows.select_related("unit").prefetch_related(*parts()).order_by("pk")
    nearest = {one.code: one for one in sorted(found, key=lambda one: len(one.unit.path))}
    return sorted(nearest.values(), key=lambda one: one.pk)


def parts() -> tuple[Prefetch, Prefetch]:
    """Conditions and lines that stand, as `standing_conditions`, `standing_lines`."""
    return (
        Prefetch("conditions", standing(PolicyCondition), to_attr="standing_conditions"),
        Prefetch("lines", standing(PolicyLine), to_attr="standing_lines"),
    )


def standing(model):
    return model.objects.filter(is_dropped=False).order_by("pk")


def with_parts(pk: int) -> Policy:
    """A policy whose scope was asked already, with its parts."""
    return Policy.objects.select_related("unit").prefetch_related(*parts()).get(pk=pk)


def values_in_force(path: str, on: date) -> dict[str, Any]:
    """Values of the packs by their names, as a policy calls them."""
    policy = policies.in_force(BenefitsPolicy, path=path, on=on)
    values = {one.name: getattr(policy, one.name) for one in fields(policy)}
    is_big = policy.leadership_place == BIG
    values["leadership"] = policy.leadership_big if is_big else policy.leadership_other
    return values


def money_of(values: dict[str, Any]) -> Money:
    return Money(
        values["base_salary"],
        values["minimum_wage"],
        values["full_months"],
        values["odd_half"],
        values["round_to"],
    )


def conditions_of(policy: Policy, values: dict[str, Any]) -> list[Condition]:
    """With their words; titles cost one query."""
    rows = [(one.ask, resolved(one.params, values)) for one in policy.standing_conditions]
    titles = titles_in(params for _, params in rows)
    return [Condition(ask, params, condition_words(ask, params, titles)) for ask, params in rows]


def clauses_of(policy: Policy, values: dict[str, Any]) -> list[Clause]:
    return [
        Clause(one.formula, resolved(one.params, values), one.name) for one in policy.standing_lines
    ]


def titles_in(params: Iterable[dict]) -> dict[str, str]:
    """Names of the titles that conditions or lines mention; no query where there are none."""
    codes = {code for one in params for code in (*one.get("titles", ()), *one.get("table", ()))}
    return titles_called(codes) if codes else {}
