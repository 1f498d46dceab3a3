"""From a policy to a payment: who is found, what is refused, how an amount comes about, what is
never paid twice, what is paid back.
"""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import town_benefits as town
from tests.benefits.conftest import DAY, PAY
from tests.worlds import person_who_signs_in, staff

from thenchot.benefits.models import Affected, Case, PaymentItem, Policy
from thenchot.benefits.queries.cases import get_case, own_cases
from thenchot.benefits.services import cases, finding, payments, policies, rearrangements
from thenchot.benefits.shipped import shipped_policies
from thenchot.kernel.decision import Refused
from thenchot.organisation.models import Title
from thenchot.people.filing import changing
from thenchot.people.models import Appointment, Person
from thenchot.people.services import link_account, transfer
from thenchot.placement.models import Procedure
from thenchot.platform.audit.models import Event
from thenchot.platform.policies.services import confirm_value, enter_value
from thenchot.platform.scope.actor import SYSTEM, NotVisible

pytestmark = pytest.mark.django_db
NEAR, FAR, SEVERANCE = "nd178-2-5", "nd178-5-10", "nd178-thoi-viec"


class TestPolicies:
    def test_all_that_ship_are_in_force_once(self, benefits):
        assert Policy.objects.filter(state="in_force").count() == len(shipped_policies())
        assert policies.adopt_policies(benefits.officer, unit_id=benefits.ward.pk) == 0

    def test_a_place_writes_its_own_and_a_second_version(self, benefits):
        first = benefits.own()
        case = benefits.case(first.code, "ubnd", benefits.moved("ubnd"))
        second = policies.new_version(benefits.officer, policy_id=first.pk)
        line = second.lines.get()
        policies.drop_line(benefits.officer, line_id=line.pk)
        policies.add_line(
            benefits.officer,
            policy_id=second.pk,
            formula="fixed",
            name="Hỗ trợ",
            params={"amount": 9_000_000},
        )
        policies.put_in_force(benefits.officer, policy_id=second.pk)
        first.refresh_from_db()
        assert (first.state, second.version) == ("replaced", 2)
        again = benefits.prepare(case, pay=None, pay_source="")
        assert (again.policy_id, again.once) == (first.pk, 5_000_000)
        other = benefits.case(first.code, "mặt trận", benefits.moved("mặt trận", decision="8"))
        assert (other.policy_id, other.once) == (second.pk, 9_000_000)

    def test_what_is_in_force_is_not_edited(self, benefits):
        with pytest.raises(Refused, match="soạn phiên bản mới"):
            policies.change_policy(benefits.officer, policy_id=benefits.policy(NEAR).pk, name="x")

    def test_a_policy_says_who_and_how_much(self, benefits):
        said = {"code": "x", "name": "x", "group": "other", "level": "commune"}
        said |= {"basis_number": "1", "basis_on": DAY}
        made = policies.draft_policy(benefits.officer, unit_id=benefits.ward.pk, **said)
        with pytest.raises(Refused, match="ai được hưởng"):
            policies.put_in_force(benefits.officer, policy_id=made.pk)
        policies.add_condition(benefits.officer, policy_id=made.pk, **town.ASK)
        with pytest.raises(Refused, match="mức hưởng"):
            policies.put_in_force(benefits.officer, policy_id=made.pk)
        with pytest.raises(Refused, match="đã có điều kiện"):
            policies.add_condition(benefits.officer, policy_id=made.pk, **town.ASK)

    def test_a_value_that_no_pack_has_is_refused(self, benefits):
        made = policies.new_version(benefits.officer, policy_id=benefits.policy(NEAR).pk)
        policies.add_line(
            benefits.officer,
            policy_id=made.pk,
            formula="fixed",
            name="x",
            params={"amount": "@nothing"},
        )
        with pytest.raises(Refused, match="nothing"):
            policies.put_in_force(benefits.officer, policy_id=made.pk)

    def test_a_stranger_sees_none(self, benefits):
        stranger = benefits.world.actor("officer", benefits.world.other_ward)
        with pytest.raises(NotVisible):
            policies.end_policy(stranger, policy_id=benefits.policy(NEAR).pk)


class TestWindow:
    def test_no_new_case_after_the_last_day(self, benefits):
        with pytest.raises(Refused, match="thôi nhận hồ sơ mới từ sau 31/08/2025"):
            benefits.case(NEAR, "ubnd", benefits.moved("ubnd"))

    def test_nobody_is_found_after_it(self, benefits):
        benefits.moved("ubnd")
        benefits.find()
        assert benefits.found(NEAR) == []

    def test_a_document_extends_it(self, benefits):
        benefits.extend(NEAR)
        assert benefits.case(NEAR, "ubnd", benefits.moved("ubnd")).state == "prepared"
        assert Event.objects.filter(name="benefit_window_kept").exists()


class TestFinding:
    def test_with_the_reason_and_the_arithmetic(self, benefits):
        benefits.extend(NEAR, FAR)
        changing.add_row(
            benefits.officer,
            person_id=benefits.person("ubnd").pk,
            section="salary",
            rank="01.003",
            coefficient="4.98",
            valid_from=date(2025, 1, 1),
        )
        benefits.moved("ubnd")
        benefits.find()
        (case,) = benefits.found(NEAR)
        assert case.state == "found"
        assert "còn 49 tháng" in case.reason
        assert case.pay == 12_599_400
        lines = [line["amount"] for line in case.lines]
        # 49 months; 4 years and a month: 4.5 × 5; 25 years of insurance: 5 + 2.5
        assert lines == [617_370_600, 283_486_500, 94_495_500]
        assert case.once == sum(lines)
        assert case.values["retire_near_rates"] == [100, 50]
        assert benefits.found(FAR) == []

    def test_twice_finds_nothing_new(self, benefits):
        benefits.extend(NEAR)
        benefits.moved("ubnd")
        first = benefits.find()
        assert first.added
        assert benefits.find() == finding.Found(0, 0)

    def test_who_was_refused_or_withdrawn_is_not_found_again(self, benefits):
        benefits.extend(NEAR)
        benefits.moved("ubnd")
        benefits.find()
        (case,) = benefits.found(NEAR)
        cases.withdraw_case(benefits.officer, case_id=case.pk, reason="Ở lại làm việc")
        benefits.find()
        assert [one.state for one in benefits.found(NEAR)] == ["withdrawn"]

    def test_a_failed_year_finds_the_downsizing_policy(self, benefits):
        benefits.rated("ubnd", "failed")
        benefits.find()
        (case,) = benefits.found("nd154-2-5")
        assert case.once is None  # the text was not read in full
        assert "kế toán ghi mức hưởng" in case.lines[-1]["words"]

    def test_the_supplement_follows_the_rating(self, benefits):
        for unit, level in (
            ("ubnd", "good"),
            ("mặt trận", "completed"),
            ("ban thường vụ", "failed"),
        ):
            benefits.kind(unit, "civil_servant")
            benefits.rated(unit, level)
            changing.add_row(
                benefits.officer,
                person_id=benefits.person(unit).pk,
                section="salary",
                rank="01.003",
                amount=PAY,
                valid_from=date(2025, 1, 1),
            )
        benefits.find()
        found = {case.person_id: case for case in benefits.found("hp-tntt-cong-chuc")}
        assert {case.monthly for case in found.values()} == {8_000_000, 6_000_000}
        assert benefits.person("ban thường vụ").pk not in found
        (one, *_) = found.values()
        assert (one.ref, one.begins_on, one.ends_on) == (
            "2026",
            date(2026, 1, 1),
            date(2026, 12, 31),
        )

    def test_the_province_and_the_ward_never_find_somebody_twice(self, benefits):
        city = benefits.world.city
        policies.adopt_policies(benefits.world.actor("officer", city), unit_id=city.pk)
        benefits.titled("phòng văn hóa", "division_head")
        stranger = benefits.world.other_people["phòng văn hóa"]
        head = Title.objects.get(unit=None, code="division_head")
        Appointment.objects.filter(person=stranger).update(title_ref=head)
        for home in finding.search_due(DAY):
            finding.find_entitled(SYSTEM, home)
        found = {case.person_id: case for case in benefits.found("nd07-phu-cap")}
        assert len(found) == len(benefits.found("nd07-phu-cap")) == 2
        own = found[benefits.person("phòng văn hóa").pk]
        assert (own.unit, own.policy.unit) == (benefits.ward, benefits.ward)  # the nearest
        other = found[stranger.pk]
        assert (other.unit, other.policy.unit) == (benefits.world.other_ward, city)

    @pytest.mark.parametrize("size", [1, 40])
    def test_costs_the_same_for_one_and_for_many(self, benefits, size):
        benefits.extend(NEAR, FAR, SEVERANCE)
        unit = benefits.world.units["ubnd"]
        people = staff(benefits.world, unit, [f"Nguyễn Văn {n}" for n in range(size)])
        moved = benefits.moved()
        rearrangements.gather_people(benefits.officer, rearrangement_id=moved.pk, branch_id=unit.pk)
        Person.objects.filter(pk__in=[one.pk for one in people]).update(
            born_on=date(1969, 1, 15), sex="m"
        )
        with CaptureQueriesContext(connection) as captured:
            benefits.find()
        assert len(captured) <= 40


class TestAllowances:
    def test_a_new_post_finds_what_it_brings(self, benefits):
        benefits.titled("phòng văn hóa", "division_head")
        benefits.find()
        (case,) = benefits.found("nd07-phu-cap")
        assert case.monthly == 632_500  # 0.25 × 2,530,000
        assert case.begins_on == date(2026, 1, 1)

    def test_the_higher_table_where_the_place_says_so(self, benefits):
        value = enter_value(
            benefits.officer,
            path=benefits.ward.path,
            key="benefits.leadership_place",
            value="big",
            basis="Quy chế",
            valid_from=DAY,
        )
        confirm_value(benefits.leader, value_id=value.pk)
        benefits.titled("phòng văn hóa", "division_head")
        benefits.find()
        assert benefits.found("nd07-phu-cap")[0].monthly == 885_500  # 0.35

    def test_a_transfer_to_less_keeps_the_higher_one_six_months(self, benefits):
        benefits.titled("phòng văn hóa", "division_head")
        benefits.find()
        person = benefits.person("phòng văn hóa")
        deputy = Title.objects.get(unit=None, code="division_deputy")
        seat = transfer(
            benefits.officer,
            person_id=person.pk,
            unit_id=benefits.world.units["ubnd"].pk,
            title=deputy.name,
            title_ref_id=deputy.pk,
            valid_from=DAY,
        )
        Procedure.objects.create(
            unit=benefits.ward,
            kind="transfer",
            name="Điều động",
            source="NĐ 170",
            effect="moves",
            person=person,
            opened_on=DAY,
            made_seat=seat,
        )
        found = benefits.find()
        (case,) = benefits.found("nd07-phu-cap")
        assert (found.added, found.ended) == (0, 1)
        assert case.ends_on == date(2027, 5, 31)

    def test_who_leaves_the_post_loses_it_that_day(self, benefits):
        benefits.titled("phòng văn hóa", "division_head")
        benefits.find()
        rows = Appointment.objects.filter(person=benefits.person("phòng văn hóa"))
        rows.update(valid_to=date(2026, 11, 30))
        benefits.find()
        assert benefits.found("nd07-phu-cap")[0].ends_on == date(2026, 11, 30)


class TestCases:
    def test_from_found_to_paid(self, benefits):
        benefits.extend(NEAR)
        benefits.moved("ubnd")
        benefits.find()
        case = benefits.prepare(benefits.found(NEAR)[0])
        assert case.once == 490_000_000 + 225_000_000 + 75_000_000
        assert case.pay_source == "Bảng lương tháng 12/2026"
        benefits.approve(case)
        payment = town.pay(benefits.officer, benefits.leader, benefits.ward, "Chi sắp xếp")
        case.refresh_from_db()
        assert (case.state, payment.items.get().amount) == ("paid", case.once)

    @pytest.mark.parametrize(
        ("decided", "once"),
        [(date(2026, 1, 1), 490_000_000), (date(2025, 12, 31), 245_000_000)],
    )
    def test_twelve_months_after_the_decision(self, benefits, decided, once):
        benefits.extend(NEAR)
        case = benefits.case(NEAR, "ubnd", benefits.moved("ubnd", decided_on=decided))
        assert benefits.prepare(case).lines[0]["amount"] == once

    def test_the_pay_is_of_a_paper_or_of_the_file(self, benefits):
        benefits.extend(NEAR)
        case = benefits.case(NEAR, "ubnd", benefits.moved("ubnd"))
        assert case.once is None
        with pytest.raises(Refused, match="nguồn số liệu lương"):
            benefits.prepare(case, pay_source="")
        with pytest.raises(Refused, match="chưa tính được tiền"):
            cases.submit_case(benefits.officer, case_id=case.pk)

    def test_leaving_on_a_day_outside_of_the_policy_is_refused(self, benefits):
        benefits.extend(NEAR)
        case = benefits.case(NEAR, "ubnd", benefits.moved("ubnd"))
        with pytest.raises(Refused, match="còn 19 tháng"):
            benefits.prepare(case, leaves_on=date(2029, 7, 1))

    def test_the_accountant_writes_the_amount_with_its_basis(self, benefits):
        benefits.rated("ubnd", "failed")
        benefits.find()
        case = benefits.prepare(benefits.found("nd154-2-5")[0])
        with pytest.raises(Refused, match="căn cứ"):
            cases.override_amount(benefits.clerk, case_id=case.pk, once=5, monthly=0, basis=" ")
        cases.override_amount(
            benefits.clerk, case_id=case.pk, once=300_000_000, monthly=0, basis="Bảng tính 3"
        )
        approved = benefits.approve(case)
        assert (approved.once, approved.override_basis) == (300_000_000, "Bảng tính 3")

    def test_nobody_has_two_policies_for_leaving(self, benefits):
        benefits.extend(NEAR)
        benefits.rated("ubnd", "failed")
        moved = benefits.moved("ubnd")
        benefits.find()
        first, other = benefits.found(NEAR)[0], benefits.found("nd154-2-5")[0]
        benefits.prepare(first)
        with pytest.raises(Refused, match="một người chỉ hưởng một"):
            benefits.prepare(other)
        with pytest.raises(Refused, match="một người chỉ hưởng một"):
            benefits.case("nd154-2-5", "ubnd", moved)
        benefits.approve(first)
        other.refresh_from_db()
        assert other.state == "withdrawn"

    def test_the_database_holds_it_too(self, benefits):
        benefits.extend(NEAR)
        moved = benefits.moved("ubnd")
        benefits.case(NEAR, "ubnd", moved)
        policy, person = benefits.policy("nd154-2-5"), benefits.person("ubnd")
        said = {"unit": benefits.ward, "group": "leaving", "found_on": DAY, "state": "prepared"}
        with pytest.raises(IntegrityError), transaction.atomic():
            Case.objects.create(policy=policy, person=person, **said)

    def test_nor_the_same_one_twice(self, benefits):
        policy = benefits.own()
        moved = benefits.moved("ubnd")
        benefits.case(policy.code, "ubnd", moved)
        with pytest.raises(Refused, match="đã có hồ sơ theo chính sách này"):
            benefits.case(policy.code, "ubnd", moved)

    def test_a_condition_that_is_not_met_says_which(self, benefits):
        with pytest.raises(Refused, match="không có tên trong danh sách chịu tác động"):
            benefits.case(benefits.own().code, "ubnd")

    def test_the_second_person_approves(self, benefits):
        case = benefits.case(benefits.own().code, "ubnd", benefits.moved("ubnd"))
        cases.submit_case(benefits.officer, case_id=case.pk)
        Case.objects.filter(pk=case.pk).update(submitted_by=benefits.leader.account_id)
        with pytest.raises(Refused, match="không tự duyệt"):
            cases.approve_case(benefits.leader, case_id=case.pk, decision="1", decided_on=DAY)

    def test_nobody_handles_the_own_case(self, benefits):
        policy, moved = benefits.own(), benefits.moved("ubnd")
        person, account = benefits.person("ubnd"), benefits.officer.account_id
        link_account(SYSTEM, person_id=person.pk, account_id=account)
        with pytest.raises(Refused, match="chính mình"):
            benefits.case(policy.code, "ubnd", moved)

    def test_what_is_monthly_begins_with_the_decision_unless_said(self, benefits):
        policy = benefits.own(code="thang")
        draft = policies.new_version(benefits.officer, policy_id=policy.pk)
        policies.add_line(
            benefits.officer,
            policy_id=draft.pk,
            formula="base_salaries",
            name="Hằng tháng",
            params={"times": 50},
        )
        policies.put_in_force(benefits.officer, policy_id=draft.pk)
        case = benefits.approve(benefits.case("thang", "ubnd", benefits.moved("ubnd")))
        assert (case.monthly, case.begins_on) == (1_265_000, DAY)

    def test_returned_it_is_prepared_again(self, benefits):
        case = benefits.case(benefits.own().code, "ubnd", benefits.moved("ubnd"))
        cases.submit_case(benefits.officer, case_id=case.pk)
        back = cases.return_case(benefits.leader, case_id=case.pk, reason="Thiếu bảng lương")
        assert (back.state, back.returned_for) == ("prepared", "Thiếu bảng lương")
        cases.submit_case(benefits.officer, case_id=case.pk)
        case.refresh_from_db()
        assert case.returned_for == ""

    def test_an_approved_one_is_not_withdrawn(self, benefits):
        case = benefits.case(benefits.own().code, "ubnd", benefits.moved("ubnd"))
        benefits.approve(case)
        with pytest.raises(Refused, match="không rút"):
            cases.withdraw_case(benefits.officer, case_id=case.pk, reason="x")


LEAVING = (NEAR, "nd154-2-5", SEVERANCE)
STEPS = st.lists(
    st.tuples(st.sampled_from(LEAVING), st.sampled_from(("open", "withdraw", "submit", "approve"))),
    max_size=12,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_whatever_is_done_nobody_has_two_exclusive_policies(benefits, steps):
    assert benefits.officer and benefits.clerk and benefits.leader  # made before what is undone
    with transaction.atomic():
        benefits.extend(NEAR, SEVERANCE)
        moved = benefits.moved("ubnd")
        for policy, step in steps:
            with suppress(Refused):
                _take(benefits, moved, policy, step)
            rows = Case.objects.filter(group="leaving")
            assert rows.filter(state__in=["prepared", "submitted", "approved"]).count() <= 1
        transaction.set_rollback(True)


def _take(benefits, moved, policy: str, step: str) -> None:
    case = Case.objects.filter(policy__code=policy).exclude(state="withdrawn").first()
    if step == "open":
        case = benefits.case(policy, "ubnd", moved)
        benefits.prepare(case)
        cases.override_amount(benefits.clerk, case_id=case.pk, once=5, monthly=0, basis="x")
    elif case and step == "withdraw":
        cases.withdraw_case(benefits.officer, case_id=case.pk, reason="x")
    elif case and step == "submit":
        cases.submit_case(benefits.officer, case_id=case.pk)
    elif case:
        cases.approve_case(benefits.leader, case_id=case.pk, decision="1", decided_on=DAY)


class TestAffected:
    def answers(self, moved) -> set:
        rows = Affected.objects.filter(rearrangement=moved)
        return {(row.case_id, row.no_policy) for row in rows}

    def test_everybody_of_a_unit_is_on_the_list_once(self, benefits):
        moved = benefits.moved("ubnd")
        added = rearrangements.gather_people(
            benefits.officer, rearrangement_id=moved.pk, branch_id=benefits.world.units["ubnd"].pk
        )
        assert added == 1  # the head of the division below
        with pytest.raises(Refused, match="đã có tên"):
            rearrangements.add_affected(
                benefits.officer, rearrangement_id=moved.pk, person_id=benefits.person("ubnd").pk
            )

    def test_a_case_is_the_answer_until_it_is_refused(self, benefits):
        moved = benefits.moved("ubnd")
        case = benefits.case(benefits.own().code, "ubnd", moved)
        assert self.answers(moved) == {(case.pk, "")}
        cases.submit_case(benefits.officer, case_id=case.pk)
        cases.refuse_case(benefits.leader, case_id=case.pk, reason="Đã bố trí việc khác")
        ((answer, reason),) = self.answers(moved)
        assert answer is None
        assert reason.endswith("Đã bố trí việc khác")

    def test_withdrawn_the_person_waits_again(self, benefits):
        moved = benefits.moved("ubnd")
        case = benefits.case(benefits.own().code, "ubnd", moved)
        cases.withdraw_case(benefits.officer, case_id=case.pk, reason="Nhầm")
        assert self.answers(moved) == {(None, "")}

    def test_or_why_there_is_none(self, benefits):
        moved = benefits.moved("ubnd")
        row = Affected.objects.get(rearrangement=moved)
        rearrangements.answer_none(benefits.officer, affected_id=row.pk, reason="Bố trí lại")
        assert self.answers(moved) == {(None, "Bố trí lại")}
        case = benefits.case(benefits.own().code, "ubnd", moved)
        assert self.answers(moved) == {(case.pk, "")}
        with pytest.raises(Refused, match="đã có hồ sơ"):
            rearrangements.answer_none(benefits.officer, affected_id=row.pk, reason="x")

    def test_the_same_decision_has_one_list(self, benefits):
        benefits.moved()
        with pytest.raises(Refused, match="đã có danh sách"):
            benefits.moved()


class TestTalent:
    def talent(self, benefits, unit="ubnd", **more) -> Case:
        return town.talent(
            benefits.officer, benefits.leader, benefits.ward, benefits.person(unit), **more
        )

    def test_support_is_worked_out_by_kind(self, benefits):
        case = self.talent(benefits, kind="professor")
        assert (case.once, case.monthly) == (500_000_000, 21_240_000)

    def test_ten_years_left_are_asked_of_others(self, benefits):
        with pytest.raises(Refused, match="còn 49 tháng"):
            self.talent(benefits, kind="graduate")

    def test_a_step_that_was_not_read_is_written_by_hand(self, benefits):
        Person.objects.filter(pk=benefits.person("ubnd").pk).update(born_on=date(1995, 1, 1))
        with pytest.raises(Refused, match="chưa tính được tiền"):
            self.talent(benefits, kind="master")

    def test_five_years_are_promised(self, benefits):
        with pytest.raises(Refused, match="cam kết 59 tháng"):
            self.talent(benefits, kind="professor", months=59)

    def test_who_leaves_early_pays_back_the_share_left(self, benefits):
        case = self.talent(benefits, kind="professor")
        town.pay(benefits.officer, benefits.leader, benefits.ward, "Thu hút")
        left = cases.note_left(
            benefits.officer, case_id=case.pk, left_on=DAY, reason="Chuyển cơ quan"
        )
        paid = 500_000_000 + 12 * 21_240_000
        assert left.repay == paid * 48 // 60
        cases.note_repaid(benefits.clerk, case_id=case.pk, repaid_on=DAY)
        with pytest.raises(Refused, match="chờ hoàn trả"):
            cases.note_repaid(benefits.clerk, case_id=case.pk, repaid_on=DAY)

    def test_what_left_is_not_paid_any_more(self, benefits):
        case = self.talent(benefits, kind="professor")
        cases.note_left(benefits.officer, case_id=case.pk, left_on=DAY, reason="x")
        with pytest.raises(Refused, match="Không có khoản nào"):
            town.pay(benefits.officer, benefits.leader, benefits.ward, "Thu hút")


class TestPayments:
    def draw(self, benefits, month=DAY, line="Chi sắp xếp", **more):
        return payments.draw_up_payment(
            benefits.clerk, unit_id=benefits.ward.pk, month=month, budget_line=line, **more
        )

    def test_a_month_is_paid_once(self, benefits):
        case = town.talent(
            benefits.officer,
            benefits.leader,
            benefits.ward,
            benefits.person("ubnd"),
            kind="professor",
        )
        first = self.draw(benefits)
        parts = sorted(first.items.values_list("part", flat=True))
        assert parts == ["month"] * 12 + ["once"]  # with the arrears from January on
        with pytest.raises(Refused, match="Không có khoản nào"):
            self.draw(benefits, line="Mục khác")
        later = self.draw(benefits, month=DAY + timedelta(days=31))
        assert later.items.get().amount == case.monthly

    def test_the_database_holds_it_too(self, benefits):
        benefits.approve(benefits.case(benefits.own().code, "ubnd", benefits.moved("ubnd")))
        item = self.draw(benefits).items.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            PaymentItem.objects.create(payment=item.payment, case=item.case, part="once", amount=1)

    def test_what_is_dropped_another_list_pays(self, benefits):
        benefits.approve(benefits.case(benefits.own().code, "ubnd", benefits.moved("ubnd")))
        payment = self.draw(benefits)
        payments.drop_item(benefits.clerk, item_id=payment.items.get().pk)
        with pytest.raises(Refused, match="không còn dòng nào"):
            payments.approve_payment(
                benefits.leader, payment_id=payment.pk, decision="1", approved_on=DAY
            )
        assert self.draw(benefits, line="Mục khác").items.count() == 1

    def test_months_outside_of_the_case_are_not_paid(self, benefits):
        benefits.titled("phòng văn hóa", "division_head")
        benefits.find()
        case = benefits.prepare(
            benefits.found("nd07-phu-cap")[0],
            pay=None,
            pay_source="",
            leaves_on=None,
            insured_months=None,
            begins_on=date(2026, 3, 1),
            ends_on=date(2026, 5, 31),
        )
        benefits.approve(case)
        with pytest.raises(Refused, match="Không có khoản nào"):
            self.draw(benefits, month=date(2026, 2, 1))
        items = self.draw(benefits, month=date(2026, 6, 9)).items.order_by("month")
        assert [item.month.month for item in items] == [3, 4, 5]
        assert {item.amount for item in items} == {585_000}  # 0.25 × 2,340,000 until June

    def test_arrears_are_paid_at_the_base_salary_of_their_month(self, benefits):
        benefits.titled("phòng văn hóa", "division_head")
        benefits.find()
        case = benefits.prepare(
            benefits.found("nd07-phu-cap")[0],
            pay=None,
            pay_source="",
            leaves_on=None,
            insured_months=None,
            begins_on=date(2026, 1, 1),
        )
        benefits.approve(case)
        items = self.draw(benefits).items.order_by("month")
        assert [item.amount for item in items] == [585_000] * 6 + [632_500] * 6

    def test_what_was_written_by_hand_is_paid_as_written(self, benefits):
        benefits.titled("phòng văn hóa", "division_head")
        benefits.find()
        case = benefits.prepare(
            benefits.found("nd07-phu-cap")[0],
            pay=None,
            pay_source="",
            leaves_on=None,
            insured_months=None,
            begins_on=date(2026, 6, 1),
        )
        cases.override_amount(
            benefits.clerk, case_id=case.pk, once=0, monthly=700_000, basis="Bảng tính"
        )
        benefits.approve(case)
        amounts = set(self.draw(benefits).items.values_list("amount", flat=True))
        assert amounts == {700_000}

    def test_the_second_person_approves(self, benefits):
        benefits.approve(benefits.case(benefits.own().code, "ubnd", benefits.moved("ubnd")))
        payment = self.draw(benefits)
        payment.drawn_by_id = benefits.leader.account_id
        payment.save()
        with pytest.raises(Refused, match="không tự duyệt"):
            payments.approve_payment(
                benefits.leader, payment_id=payment.pk, decision="1", approved_on=DAY
            )


class TestOwnPage:
    def test_a_person_sees_the_own_case_and_nobody_elses(self, benefits):
        moved = benefits.moved("ubnd", "mặt trận")
        code = benefits.own().code
        own, other = (benefits.case(code, unit, moved) for unit in ("ubnd", "mặt trận"))
        actor = person_who_signs_in(benefits.world, "ubnd", "staff")
        assert get_case(actor, own.pk) == own
        assert list(own_cases(actor)) == [own]
        with pytest.raises(NotVisible):
            get_case(actor, other.pk)
