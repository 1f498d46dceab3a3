"""Policies: those that ship and one of the ward; a rearrangement whose people are answered but for
one; allowances found, two approved and paid; somebody talented with a commitment.
"""

from datetime import date, timedelta

from thenchot.benefits.enums import CaseState, Group
from thenchot.benefits.models import Affected, Case, Policy
from thenchot.benefits.services import cases, finding, payments, policies, rearrangements
from thenchot.kernel.decision import Refused
from thenchot.people.models import Appointment, Person
from thenchot.platform.clock import today
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE, day_of
from thenchot.web.demo.tree import FOUNDED

OWN = {
    "code": "ho-tro-sap-xep",
    "name": "Hỗ trợ thêm của phường cho người thôi việc sau sắp xếp",
    "group": Group.OTHER,
    "area": "policy",
    "level": "commune",
    "basis_number": "14/NQ-HĐND",
    "article": "Điều 2",
    "note": "Phường hỗ trợ thêm, ngoài chế độ của Trung ương.",
}
TOUCHED = 5
DECISION = "612/QĐ-UBND"


def grant_benefits(officer, leader, home, on: date) -> None:
    if on - TAKEN_IN_BEFORE < FOUNDED:
        return
    policies.adopt_policies(officer, unit_id=home.pk)
    own = _own_policy(officer, home, on)
    _rearrange(officer, leader, home, own, on)
    _talent(officer, leader, home, on)
    finding.find_entitled(officer, home)
    _allowances(officer, leader, home, on)


def _own_policy(officer, home, on: date) -> Policy:
    begun = on.replace(month=1, day=5)
    made = policies.draft_policy(officer, unit_id=home.pk, basis_on=begun, opens_on=begun, **OWN)
    policies.add_condition(officer, policy_id=made.pk, ask="rearranged", params={})
    policies.add_line(
        officer,
        policy_id=made.pk,
        formula="base_salaries",
        name="Hỗ trợ hằng tháng trong thời gian tìm việc",
        params={"times": 100},
    )
    policies.add_line(
        officer, policy_id=made.pk, formula="fixed", name="Một lần", params={"amount": 10_000_000}
    )
    return policies.put_in_force(officer, policy_id=made.pk)


def _rearrange(officer, leader, home, own: Policy, on: date) -> None:
    """Staff of the ward: two receive the own policy, others got another post, one still waits."""
    decided = on - timedelta(days=45)
    with day_of(decided):
        moved = rearrangements.open_rearrangement(
            officer,
            unit_id=home.pk,
            kind="body",
            name="Sắp xếp lại tổ giúp việc của các phòng",
            decision=DECISION,
            decided_on=decided,
        )
        for person in _staff(home, on)[:TOUCHED]:
            rearrangements.add_affected(officer, rearrangement_id=moved.pk, person_id=person)
    rows = list(Affected.objects.filter(rearrangement=moved).order_by("pk"))
    for row in rows[:2]:
        made = cases.open_case(
            officer,
            unit_id=home.pk,
            policy_id=own.pk,
            person_id=row.person_id,
            rearrangement_id=moved.pk,
        )
        cases.submit_case(officer, case_id=made.pk)
    for row in rows[2:-1]:
        rearrangements.answer_none(officer, affected_id=row.pk, reason="Đã bố trí vị trí khác")
    case = Case.objects.filter(policy=own).order_by("pk").first()
    if case:
        cases.approve_case(leader, case_id=case.pk, decision="702/QĐ-UBND", decided_on=today())


def _staff(home, on: date) -> list[int]:
    seats = Appointment.objects.in_force(on).filter(
        unit__path__startswith=home.path, is_primary=True, title_ref__rank="staff"
    )
    return list(seats.order_by("-pk").values_list("person", flat=True)[:30])


def _talent(officer, leader, home, on: date) -> None:
    """The youngest, recruited a while ago for a field of the need list."""
    young = Person.objects.filter(pk__in=_staff(home, on), born_on__isnull=False)
    person = young.order_by("-born_on", "pk").first()
    policy = Policy.objects.get(unit=home, code="hp-53-2025")
    if person is None:
        return
    with day_of(on - timedelta(days=60)):
        try:
            made = cases.open_case(
                officer,
                unit_id=home.pk,
                policy_id=policy.pk,
                person_id=person.pk,
                kind="graduate",
                needed_field="Công nghệ thông tin, theo danh mục nhu cầu năm của phường",
                commitment_from=today(),
                commitment_months=60,
            )
        except Refused:
            return
        cases.submit_case(officer, case_id=made.pk)
        cases.approve_case(leader, case_id=made.pk, decision="655/QĐ-UBND", decided_on=today())
        _pay(officer, leader, home, "Thu hút người có tài năng", Group.TALENT)


def _allowances(officer, leader, home, on: date) -> None:
    """Three go up; two are approved and stand in the list of this month."""
    found = Case.objects.filter(unit=home, group=Group.LEADERSHIP, state=CaseState.FOUND)
    for number, case in enumerate(found.order_by("pk")[:3]):
        cases.prepare_case(
            officer,
            case_id=case.pk,
            pay=case.pay,
            pay_source=case.pay_source,
            begins_on=case.begins_on,
            ends_on=case.ends_on,
        )
        cases.submit_case(officer, case_id=case.pk)
        if number:
            cases.approve_case(leader, case_id=case.pk, decision="718/QĐ-UBND", decided_on=on)
    approved = Case.objects.filter(unit=home, state=CaseState.APPROVED, group=Group.LEADERSHIP)
    if approved.exists():
        payments.draw_up_payment(
            officer,
            unit_id=home.pk,
            month=on,
            budget_line="Phụ cấp chức vụ",
            groups=(Group.LEADERSHIP,),
        )


def _pay(officer, leader, home, line: str, group: Group) -> None:
    made = payments.draw_up_payment(
        officer, unit_id=home.pk, month=today(), budget_line=line, groups=(group,)
    )
    payments.approve_payment(
        leader, payment_id=made.pk, decision="660/QĐ-UBND", approved_on=today()
    )
