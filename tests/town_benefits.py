"""Policies in the town: those that ship, one of the place being drafted, cases in every state, a
rearrangement with somebody unanswered, lists of payments.
"""

from datetime import date, timedelta

from thenchot.benefits.models import Affected, Case, PaymentItem, Policy
from thenchot.benefits.services import cases, finding, payments, policies, rearrangements
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role

ASK = {"ask": "rearranged", "params": {}}
LINE = {"formula": "fixed", "name": "Hỗ trợ một lần", "params": {"amount": 5_000_000}}


def of_benefits(world, home, people) -> dict:
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    policies.adopt_policies(officer, unit_id=home.pk)
    policy = own_policy(officer, home)
    draft = policies.new_version(officer, policy_id=policy.pk)
    moved = rearrangements.open_rearrangement(
        officer,
        unit_id=home.pk,
        kind="village",
        name=f"Nhập tổ dân phố {home.name}",
        decision=f"12/NQ-HĐND {home.name}",
        decided_on=today(),
    )
    rearrangements.gather_people(officer, rearrangement_id=moved.pk, branch_id=home.pk)
    prepared = opened(officer, policy, people["văn phòng đảng ủy"], moved)
    submitted = opened(officer, policy, people["ban xây dựng đảng"], moved)
    cases.submit_case(officer, case_id=submitted.pk)
    waiting = approved(officer, leader, opened(officer, policy, people["ủy ban kiểm tra"], moved))
    gone = talent(officer, leader, home, people["phòng văn hóa"])
    pay(officer, leader, home, "Thu hút", ("talent",))
    cases.note_left(officer, case_id=gone.pk, left_on=today(), reason="Chuyển công tác")
    kept = talent(officer, leader, home, people["ubnd"])
    payment = payments.draw_up_payment(
        officer, unit_id=home.pk, month=today(), budget_line="Sắp xếp", groups=("other",)
    )
    finding.find_entitled(officer, home)
    return {
        "benefit_policy": policy,
        "benefit_shipped": Policy.objects.get(unit=home, code="nd154-thon"),
        "benefit_draft": draft,
        "benefit_condition": draft.conditions.get(),
        "benefit_line": draft.lines.get(),
        "benefit_found": Case.objects.get(policy=policy, person=people["ban thường vụ"]),
        "benefit_prepared": prepared,
        "benefit_submitted": submitted,
        "benefit_approved": waiting,
        "benefit_talent": kept,
        "benefit_left": gone,
        "rearrangement": moved,
        "affected": Affected.objects.get(person=people["ban thường vụ"], rearrangement=moved),
        "payment": payment,
        "payment_item": PaymentItem.objects.get(payment=payment),
    }


def own_policy(officer, home, **more) -> Policy:
    """A fixed amount for whoever a rearrangement touches."""
    said = {
        "code": f"dp-{home.pk}",
        "name": f"Hỗ trợ sau sắp xếp {home.name}",
        "group": "other",
        "area": "policy",
        "level": "commune",
        "basis_number": f"3/NQ-HĐND {home.name}",
        "basis_on": date(2026, 1, 5),
    }
    made = policies.draft_policy(officer, unit_id=home.pk, **{**said, **more})
    policies.add_condition(officer, policy_id=made.pk, **ASK)
    policies.add_line(officer, policy_id=made.pk, **LINE)
    return policies.put_in_force(officer, policy_id=made.pk)


def opened(officer, policy, person, moved=None, **more) -> Case:
    return cases.open_case(
        officer,
        unit_id=moved.unit_id if moved else policy.unit_id,
        policy_id=policy.pk,
        person_id=person.pk,
        rearrangement_id=moved.pk if moved else None,
        **more,
    )


def approved(officer, leader, case, number="128/QĐ-UBND") -> Case:
    cases.submit_case(officer, case_id=case.pk)
    return cases.approve_case(leader, case_id=case.pk, decision=number, decided_on=today())


def talent(officer, leader, home, person, kind="graduate", months=60) -> Case:
    """Approved, with a commitment that began a year ago."""
    policy = Policy.objects.get(unit=home, code="hp-53-2025")
    made = opened(
        officer,
        policy,
        person,
        kind=kind,
        needed_field="Công nghệ thông tin",
        commitment_from=today() - timedelta(days=370),
        commitment_months=months,
    )
    return approved(officer, leader, made)


def pay(officer, leader, home, line: str, groups=()):
    made = payments.draw_up_payment(
        officer, unit_id=home.pk, month=today(), budget_line=line, groups=groups
    )
    return payments.approve_payment(
        leader, payment_id=made.pk, decision="45/QĐ-UBND", approved_on=today()
    )
