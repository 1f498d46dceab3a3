"""The pages of one policy and of one case; their papers."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.benefits import prints
from thenchot.benefits.access import EXPORT, SEE
from thenchot.benefits.actions.cases import CASE, CASES
from thenchot.benefits.actions.policies import POLICIES, POLICY
from thenchot.benefits.enums import CaseState, Part, PolicyState
from thenchot.benefits.labels import CASE_TONES, PART, POLICY_TONES
from thenchot.benefits.listings import (
    AmountListing,
    CheckListing,
    ConditionListing,
    LineListing,
    OwnPaidListing,
    PaidListing,
    VersionListing,
)
from thenchot.benefits.models import Case, PaymentItem
from thenchot.benefits.queries.cases import get_case, get_payment
from thenchot.benefits.queries.facts import known_of
from thenchot.benefits.queries.policies import (
    conditions_of,
    get_policy,
    titles_in,
    values_in_force,
    versions_of,
    with_parts,
)
from thenchot.benefits.registers.cases import until_of
from thenchot.benefits.registers.policies import how_sure
from thenchot.benefits.rules.conditions import checks
from thenchot.benefits.rules.resolving import resolved
from thenchot.benefits.services.working_out import facts_of
from thenchot.benefits.wording import condition_words, line_words
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require


@require_safe
def benefit_policy(request, pk):
    """Who is entitled to what, by which document; other versions."""
    policy = with_parts(get_policy(request.actor, pk).pk)
    values = values_in_force(policy.unit.path, today())
    conditions, lines = policy.standing_conditions, policy.standing_lines
    params = {one: resolved(one.params, values) for one in (*conditions, *lines)}
    titles = titles_in(params.values())
    for one in conditions:
        one.policy, one.words = policy, condition_words(one.ask, params[one], titles)
    for one in lines:
        one.policy, one.words = policy, line_words(one.formula, params[one], titles)
    others = versions_of(policy)
    context = {
        "policy": policy,
        "list_name": POLICIES,
        "sure": how_sure(policy),
        "state": (policy.get_state_display(), POLICY_TONES.get(PolicyState(policy.state), "")),
        "offers": POLICY.offers(request.actor, policy),
        "conditions": ConditionListing(conditions, request=request, only=_shown(policy, "words")),
        "lines": LineListing(lines, request=request, only=_shown(policy, "name", "words")),
        "versions": VersionListing(others, request=request) if others else None,
    }
    return render(request, "benefits/policy.html", context)


def _shown(policy, *names: str) -> list[str]:
    """Buttons stand only in a draft."""
    return [*names, "step"] if policy.state == PolicyState.DRAFT else list(names)


@require_safe
def benefit_case(request, pk):
    """The arithmetic, the conditions, what was paid: for whoever handles it, and for the person."""
    case = get_case(request.actor, pk)
    request.actor.reads.append(case.person)
    is_own = case.person.account_id == request.actor.account_id
    items = list(PaymentItem.objects.filter(case=case, is_dropped=False).select_related("payment"))
    paid = (OwnPaidListing if is_own else PaidListing)(items, request=request)
    context = {
        "case": case,
        "list_name": CASES,
        "is_own": is_own and not request.actor.has(SEE),
        "state": (case.get_state_display(), CASE_TONES.get(CaseState(case.state), "")),
        "offers": CASE.offers(request.actor, case),
        "checks": CheckListing(_checks(case), request=request),
        "amounts": AmountListing(_amounts(case), request=request),
        "paid": paid if items else None,
        "until": until_of(case),
        "may_print": bool(request.actor.may(EXPORT, case.unit.path)),
    }
    return render(request, "benefits/case.html", context)


def _checks(case: Case):
    """As they stand today, with the figures of the case."""
    on = today()
    policy, values = with_parts(case.policy_id), values_in_force(case.unit.path, on)
    known = known_of(case.unit, [case.person_id], on, case.leaves_on)[case.person_id]
    return checks(conditions_of(policy, values), facts_of(case, known))


def _amounts(case: Case) -> list[dict]:
    often = {True: PART[Part.MONTH], False: PART[Part.ONCE]}
    return [line | {"often": often[line["is_monthly"]]} for line in case.lines]


@require_safe
def benefit_case_paper(request, pk):
    """The decision on a case, with its lines."""
    case = get_case(request.actor, pk)
    require(request.actor, EXPORT, case.unit.path)
    request.actor.reads.append(case.person)
    return prints.decision_answer(case)


@require_safe
def payment_paper(request, pk):
    """The list of a month as the office signs it."""
    payment = get_payment(request.actor, pk)
    require(request.actor, EXPORT, payment.unit.path)
    return prints.payment_answer(request.actor, payment)


@require_safe
def payment_sheet(request, pk):
    """The same list as a workbook, with its head and its sum."""
    payment = get_payment(request.actor, pk)
    require(request.actor, EXPORT, payment.unit.path)
    return prints.payment_sheet_answer(request.actor, payment)
