"""A case gets its amount: what is known of the person, put to the version of the policy it began
with.
"""

from dataclasses import asdict, replace
from datetime import date

from thenchot.benefits.enums import Group
from thenchot.benefits.models import Case, Policy
from thenchot.benefits.queries.facts import Known
from thenchot.benefits.queries.policies import (
    NOT_READ,
    clauses_of,
    conditions_of,
    money_of,
    values_in_force,
)
from thenchot.benefits.rules.conditions import Check, checks
from thenchot.benefits.rules.facts import Facts
from thenchot.benefits.rules.formulas import Line, worked_out
from thenchot.benefits.rules.resolving import names_in

BY_HAND = "kế toán ghi mức hưởng kèm căn cứ"
FACTS = "facts"  # beside the values of the packs: what was true of the person then


def facts_of(case: Case, known: Known) -> Facts:
    """Of the files, with what the case says."""
    facts = known.facts
    if case.rearrangement:
        decided = case.rearrangement.decided_on
        facts = replace(facts, is_rearranged=True, decided_on=decided)
    told = case.values.get(FACTS)
    if told and case.group == Group.LEADERSHIP:  # of that post, whatever is held today
        facts = replace(facts, title=told["title"], title_name=told["title_name"])
    return replace(
        facts,
        leaves_on=case.leaves_on or facts.leaves_on,
        insured_months=facts.insured_months if case.insured_months is None else case.insured_months,
        pay=case.pay if case.pay is not None else facts.pay,
        kind=case.kind,
        needed_field=case.needed_field,
        committed_months=case.commitment_months,
    )


def work_out(case: Case, policy: Policy, facts: Facts, on: date) -> list[Check]:
    """Its lines and sums, with the values used; the conditions are returned. Nothing is saved.
    `policy` has its parts at hand.
    """
    values = values_in_force(case.unit.path, on)
    found = checks(conditions_of(policy, values), facts)
    total = worked_out(clauses_of(policy, values), facts, money_of(values))
    lines = [asdict(line) for line in total.lines]
    case.once, case.monthly = total.once, total.monthly
    if policy.is_partial:
        lines.append(asdict(Line(NOT_READ, BY_HAND, None)))
        case.once = None
    case.lines, case.counted_on = lines, on
    used = names_in([line.params for line in policy.standing_lines])
    case.values = {name: values[name] for name in sorted(used)}
    case.values[FACTS] = {name: getattr(facts, name) for name in ("title", "title_name", "level")}
    case.override_basis, case.override_by = "", None
    case.reason = reason_of(found)
    return found


def monthly_in(case: Case, policy: Policy, month: date) -> int:
    """What is paid for one month: by the version and the factors of the case, at the base salary
    and the minimum wage of that month. `policy` has its parts at hand.
    """
    agreed = case.monthly or 0
    if case.override_basis:
        return agreed
    values = values_in_force(case.unit.path, month)
    facts = Facts(on=month, pay=case.pay, kind=case.kind, **case.values.get(FACTS, {}))
    total = worked_out(clauses_of(policy, values | case.values), facts, money_of(values))
    return agreed if total.monthly is None else total.monthly


def reason_of(found: list[Check]) -> str:
    """Why somebody is entitled, in one sentence."""
    parts = [f"{one.name}{f' ({one.detail})' if one.detail else ''}" for one in found]
    return "; ".join(parts)[:600]
