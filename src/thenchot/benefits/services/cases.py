"""A case is prepared by one person, approved by another, paid from a list; what was promised under
it is watched.
"""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.benefits.access import APPROVE, COUNT, EDIT, SEE
from thenchot.benefits.enums import OVER, TAKEN, CaseState, CheckState, Group, PolicyState
from thenchot.benefits.models import Affected, Case, Policy, Rearrangement
from thenchot.benefits.queries.cases import paid_to
from thenchot.benefits.queries.facts import known_of, pays_of
from thenchot.benefits.queries.policies import get_policy, values_in_force, with_parts
from thenchot.benefits.rules import running as rules
from thenchot.benefits.rules.conditions import Check, is_barred
from thenchot.benefits.services.finding import withdraw_others
from thenchot.benefits.services.working_out import facts_of, work_out
from thenchot.kernel.decision import Decision, Reason, no, refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import lock_unit
from thenchot.people.models import Person
from thenchot.people.retirement import months_between
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require

WHOLE = "whole"


@transaction.atomic
def open_case(
    actor,
    *,
    unit_id: int,
    policy_id: int,
    person_id: int,
    rearrangement_id: int | None = None,
    leaves_on: date | None = None,
    kind: str = "",
    needed_field: str = "",
    commitment_from: date | None = None,
    commitment_months: int = 0,
) -> Case:
    """By a person, for what the program cannot know. Refused outside of the days of the policy,
    where a condition is not met, and where the person has it already.
    """
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    policy = _policy(actor, home, policy_id)
    person = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    rules.may_act(person.account_id, actor.account_id).or_refuse()
    on = today()
    rules.may_take_new(on, policy.opens_on, policy.closes_on, policy.basis).or_refuse()
    _refuse_twice(policy, person)
    case = Case(
        unit=home,
        policy=policy,
        group=policy.group,
        person=person,
        rearrangement=_rearrangement(actor, home, rearrangement_id),
        state=CaseState.PREPARED,
        found_on=on,
        leaves_on=leaves_on,
        kind=kind,
        needed_field=tidy(nfc(needed_field)),
        commitment_from=commitment_from,
        commitment_months=commitment_months,
        begins_on=_begins(commitment_from, policy.opens_on),
    )
    _count(case, policy, on)
    case.save()
    _answer(case)
    record(actor, "benefit_case_opened", **of_case(case))
    return case


def _begins(committed: date | None, opens_on: date | None) -> date | None:
    """Monthly support begins with the commitment, never before the policy."""
    return max(committed, opens_on) if committed and opens_on else committed


def _policy(actor, home: Unit, policy_id: int) -> Policy:
    policy = get_policy(actor, policy_id)
    if policy.state != PolicyState.IN_FORCE or policy.unit_id not in home.ancestor_ids:
        refuse("benefits.in_force", "Chính sách này không đang áp dụng ở địa phương.")
    return with_parts(policy.pk)


def _rearrangement(actor, home: Unit, pk: int | None) -> Rearrangement | None:
    if pk is None:
        return None
    found = Rearrangement.objects.visible_to(actor, EDIT).filter(pk=pk, unit=home).first()
    if found is None:
        raise NotVisible
    return found


def _refuse_twice(policy: Policy, person: Person, but: int | None = None) -> None:
    """Nobody has one policy twice, or two of those for leaving."""
    rows = Case.objects.filter(person=person).exclude(pk=but).select_related("policy")
    if policy.group == Group.LEAVING:
        other = rows.filter(group=Group.LEAVING, state__in=TAKEN).first()
        if other:
            refuse(
                "benefits.exclusive",
                f"{person.full_name} đã có hồ sơ “{other.policy.name}”: một người chỉ hưởng một "
                "chính sách nghỉ việc. Rút hồ sơ kia trước khi lập hồ sơ này.",
                policy.basis,
            )
    same = rows.filter(policy__code=policy.code, policy__unit=policy.unit_id, ref="")
    if same.exclude(state__in=OVER).exists():
        refuse(
            "benefits.twice",
            f"{person.full_name} đã có hồ sơ theo chính sách này: mở hồ sơ đó.",
        )


def _count(case: Case, policy: Policy, on: date) -> list[Check]:
    """Worked out from the files and from what the case says; refused where a condition is not
    met.
    """
    known = known_of(case.unit, [case.person_id], on, case.leaves_on)[case.person_id]
    if case.pay is None and known.pay:
        case.pay, case.pay_source = known.pay.amount, known.pay.words[:300]
    if case.insured_months is None and case.group == Group.LEAVING:
        case.insured_months = known.facts.insured_months
    found = work_out(case, policy, facts_of(case, known), on)
    if is_barred(found):
        _refuse_unmet(found, policy)
    return found


def _refuse_unmet(found: list[Check], policy: Policy) -> None:
    reasons = [
        Reason("benefits.condition", f"Chưa đạt: {one.name}. {one.detail}".strip(), policy.basis)
        for one in found
        if one.state == CheckState.NOT_MET
    ]
    Decision.no(*reasons).or_refuse()


@transaction.atomic
def prepare_case(
    actor,
    *,
    case_id: int,
    leaves_on: date | None = None,
    insured_months: int | None = None,
    pay: int | None = None,
    pay_source: str = "",
    begins_on: date | None = None,
    ends_on: date | None = None,
) -> Case:
    """Its figures, each from the file or from a paper that is named; the amount is worked out
    anew.
    """
    case = lock_case(actor, case_id, COUNT)
    rules.may_prepare(case.state).or_refuse()
    if begins_on and ends_on and ends_on < begins_on:
        refuse("benefits.days", "Ngày thôi hưởng không trước ngày bắt đầu hưởng.")
    _refuse_twice(case.policy, case.person, but=case.pk)
    case.leaves_on, case.insured_months = leaves_on, insured_months
    case.begins_on, case.ends_on = begins_on, ends_on
    _set_pay(case, pay, tidy(nfc(pay_source)))
    case.state = CaseState.PREPARED
    _count(case, with_parts(case.policy_id), today())
    case.save()
    _answer(case)
    record(actor, "benefit_case_prepared", **of_case(case))
    return case


def _set_pay(case: Case, pay: int | None, source: str) -> None:
    """Of the month before leaving as the file says, unless a paper says otherwise."""
    if pay is None:
        month = case.leaves_on or today()
        of_file = pays_of(case.unit, [case.person_id], month).get(case.person_id)
        case.pay = of_file.amount if of_file else None
        case.pay_source = of_file.words[:300] if of_file else ""
        return
    if pay != case.pay and not source:
        refuse("benefits.pay_source", "Ghi nguồn số liệu lương: bảng lương tháng nào, số nào.")
    case.pay, case.pay_source = pay, source or case.pay_source


@transaction.atomic
def override_amount(actor, *, case_id: int, once: int, monthly: int, basis: str) -> Case:
    """Written by hand, with its basis; the lines stay beside it."""
    case = lock_case(actor, case_id, COUNT)
    if case.state != CaseState.PREPARED:
        refuse("benefits.state", "Chỉ ghi mức hưởng khi hồ sơ đang lập.")
    if not basis.strip():
        refuse("benefits.basis", "Ghi căn cứ của mức hưởng: văn bản, điều, bảng tính.")
    case.once, case.monthly = once, monthly
    case.override_basis, case.override_by_id = tidy(nfc(basis)), actor.account_id
    case.save(update_fields=["once", "monthly", "override_basis", "override_by"])
    record(actor, "benefit_amount_overridden", **of_case(case), basis=case.override_basis)
    return case


@transaction.atomic
def submit_case(actor, *, case_id: int) -> Case:
    case = lock_case(actor, case_id, EDIT)
    rules.may_submit(case.state, case.group, case.once, case.monthly).or_refuse()
    case.state, case.submitted_on = CaseState.SUBMITTED, today()
    case.submitted_by_id, case.returned_for = actor.account_id, ""
    case.save(update_fields=["state", "submitted_on", "submitted_by", "returned_for"])
    _answer(case)
    record(actor, "benefit_case_submitted", **of_case(case))
    return case


@transaction.atomic
def approve_case(actor, *, case_id: int, decision: str, decided_on: date) -> Case:
    """By another person than who submitted it."""
    case = lock_case(actor, case_id, APPROVE)
    rules.may_approve(case.state, case.submitted_by_id, actor.account_id).or_refuse()
    if decided_on > today():
        refuse("benefits.decided_on", "Ngày quyết định không sau hôm nay.")
    case.state, case.decision, case.decided_on = CaseState.APPROVED, tidy(nfc(decision)), decided_on
    case.decided_by_id = actor.account_id
    if case.monthly and case.begins_on is None:
        case.begins_on = decided_on
    case.save(update_fields=["state", "decision", "decided_on", "decided_by", "begins_on"])
    withdraw_others(case, f"Đã duyệt hồ sơ “{case.policy.name}”"[:300])
    record(actor, "benefit_case_approved", **of_case(case), decision=case.decision)
    return case


@transaction.atomic
def return_case(actor, *, case_id: int, reason: str) -> Case:
    """To be prepared again."""
    case = lock_case(actor, case_id, APPROVE)
    rules.may_approve(case.state, case.submitted_by_id, actor.account_id).or_refuse()
    case.state, case.returned_for = CaseState.PREPARED, _reason(reason)
    case.save(update_fields=["state", "returned_for"])
    record(actor, "benefit_case_returned", **of_case(case), reason=case.returned_for)
    return case


@transaction.atomic
def refuse_case(actor, *, case_id: int, reason: str) -> Case:
    """With its ground; the person is answered."""
    case = lock_case(actor, case_id, APPROVE)
    rules.may_approve(case.state, case.submitted_by_id, actor.account_id).or_refuse()
    case.state, case.ended_for = CaseState.REFUSED, _reason(reason)
    case.decided_on, case.decided_by_id = today(), actor.account_id
    case.save(update_fields=["state", "ended_for", "decided_on", "decided_by"])
    answer = f"{case.policy.name}: {case.ended_for}"[:300]
    Affected.objects.filter(case=case).update(case=None, no_policy=answer)
    record(actor, "benefit_case_refused", **of_case(case), reason=case.ended_for)
    return case


@transaction.atomic
def withdraw_case(actor, *, case_id: int, reason: str) -> Case:
    """Before it is approved; whoever is touched by a rearrangement waits for an answer again."""
    case = lock_case(actor, case_id, EDIT)
    rules.may_withdraw(case.state).or_refuse()
    case.state, case.ended_for = CaseState.WITHDRAWN, _reason(reason)
    case.save(update_fields=["state", "ended_for"])
    Affected.objects.filter(case=case).update(case=None)
    record(actor, "benefit_case_withdrawn", **of_case(case), reason=case.ended_for)
    return case


def _reason(reason: str) -> str:
    if not reason.strip():
        refuse("benefits.reason", "Ghi lý do.")
    return tidy(nfc(reason))[:300]


def _answer(case: Case) -> None:
    """The list of affected people that names the person knows what became of it."""
    if case.rearrangement_id:
        rows = Affected.objects.filter(
            rearrangement=case.rearrangement_id, person=case.person_id, case=None
        )
        rows.update(case=case, no_policy="")


# Commitments


@transaction.atomic
def note_left(actor, *, case_id: int, left_on: date, reason: str) -> Case:
    """Somebody supported as talented leaves before the commitment ends: what is paid back, by the
    rule in force.
    """
    case = lock_case(actor, case_id, EDIT)
    may_note_left(case).or_refuse()
    if not case.commitment_from or left_on < case.commitment_from:
        refuse("benefits.left_on", "Ngày nghỉ không trước ngày bắt đầu cam kết.")
    values = values_in_force(case.unit.path, today())
    served = months_between(case.commitment_from, left_on)
    case.repay = rules.repayment(
        paid_to(case),
        case.commitment_months,
        served,
        whole=values["talent_repayment"] == WHOLE,
        round_to=values["round_to"],
    )
    case.left_on, case.left_reason = left_on, _reason(reason)
    case.save(update_fields=["repay", "left_on", "left_reason"])
    record(actor, "benefit_commitment_left", **of_case(case), on=left_on)
    return case


def may_note_left(case: Case) -> Decision:
    if case.state not in (CaseState.APPROVED, CaseState.PAID) or not case.commitment_months:
        return no("benefits.commitment", "Hồ sơ này chưa có cam kết phục vụ đang theo dõi.")
    if case.left_on:
        return no("benefits.left", "Đã ghi nghỉ trước hạn.")
    return Decision.yes()


@transaction.atomic
def note_repaid(actor, *, case_id: int, repaid_on: date) -> Case:
    case = lock_case(actor, case_id, COUNT)
    if not case.repay or case.repaid_on:
        refuse("benefits.repaid", "Không có khoản nào chờ hoàn trả.")
    if repaid_on > today():
        refuse("benefits.repaid_on", "Ngày hoàn trả không sau hôm nay.")
    case.repaid_on = repaid_on
    case.save(update_fields=["repaid_on"])
    record(actor, "benefit_repaid", **of_case(case), on=repaid_on)
    return case


def lock_case(actor, case_id: int, permission: str) -> Case:
    """Visible, not the own one, and kept from changing until the transaction ends."""
    visible = Case.objects.visible_to(actor, SEE).values("pk")
    rows = Case.objects.select_for_update(of=("self",)).filter(pk__in=visible)
    found = rows.select_related("unit", "person", "policy__unit", "rearrangement")
    case = found.filter(pk=case_id).first()
    if case is None:
        raise NotVisible
    require(actor, permission, case.unit.path)
    rules.may_act(case.person.account_id, actor.account_id).or_refuse()
    return case


def of_case(case: Case) -> dict[str, Any]:
    return {
        "subject": case,
        "unit_path": case.unit.path,
        "person": case.person_id,
        "called": case.policy.name,
    }
