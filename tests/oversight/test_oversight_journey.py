"""From a plan to a remedy that is confirmed: what goes, what is refused and why."""

from datetime import date, timedelta

import pytest
from tests import town_oversight as town
from tests.oversight.conftest import DAY

from thenchot.kernel.decision import Refused
from thenchot.oversight.models import Finding, PlanLine
from thenchot.oversight.queries.findings import list_findings, list_warned, panel_rows
from thenchot.oversight.queries.inspections import list_inspections
from thenchot.oversight.queries.plans import coverage
from thenchot.oversight.services import findings, inspections, plans, social
from thenchot.people.filing import changing
from thenchot.people.models import Person
from thenchot.people.services import link_account
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible, actor_for
from thenchot.programmes.models import Task

pytestmark = pytest.mark.django_db


def approved(oversight, *units):
    plan = oversight.plan()
    for unit in units:
        town.line(oversight.inspector, plan, oversight.unit(unit))
    return plans.approve(oversight.leader, plan_id=plan.pk, decision="12-KH/ĐU", decided_on=DAY)


class TestPlan:
    def test_nobody_approves_the_own_plan_nor_an_empty_one(self, oversight):
        plan = oversight.plan()
        with pytest.raises(Refused):
            plans.approve(oversight.inspector, plan_id=plan.pk, decision="1", decided_on=DAY)
        with pytest.raises(Refused, match="chưa có nội dung"):
            plans.approve(oversight.leader, plan_id=plan.pk, decision="1", decided_on=DAY)

    def test_a_plan_in_force_changes_by_an_addition_only(self, oversight):
        plan = approved(oversight, "phòng văn hóa")
        with pytest.raises(Refused, match="Bổ sung"):
            town.line(oversight.inspector, plan, oversight.unit("mặt trận"))
        more = plans.amend(oversight.inspector, plan_id=plan.pk, basis="Nghị quyết của Đảng ủy")
        town.line(oversight.inspector, more, oversight.unit("mặt trận"))
        assert [line.subject_id for line in more.lines.all()] == [
            oversight.unit("phòng văn hóa").pk,
            oversight.unit("mặt trận").pk,
        ]
        plans.approve(oversight.leader, plan_id=more.pk, decision="13-KH/ĐU", decided_on=DAY)
        plan.refresh_from_db()
        assert plan.state == "replaced"

    def test_one_line_becomes_one_inspection(self, oversight):
        line = approved(oversight, "phòng văn hóa").lines.get()
        inspections.begin_planned(oversight.inspector, line_id=line.pk, **town.decision())
        with pytest.raises(Refused, match="đã có quyết định"):
            inspections.begin_planned(oversight.inspector, line_id=line.pk, **town.decision())

    def test_a_line_of_a_draft_that_is_dropped_is_gone(self, oversight):
        plan = oversight.plan()
        line = town.line(oversight.inspector, plan, oversight.unit("mặt trận"))
        plans.drop_line(oversight.inspector, line_id=line.pk)
        assert PlanLine.objects.filter(pk=line.pk, is_dropped=True).exists()
        with pytest.raises(Refused, match="chưa có nội dung"):
            plans.approve(oversight.leader, plan_id=plan.pk, decision="1", decided_on=DAY)

    def test_units_that_nothing_reaches_are_told(self, oversight):
        approved(oversight, "phòng văn hóa")
        oversight.inspection("mặt trận")
        found = {
            one.unit.name: (one.planned, one.done)
            for one in coverage(oversight.inspector, "oversight.see", DAY.year)
        }
        assert found[oversight.unit("phòng văn hóa").name] == (1, 0)
        assert found[oversight.unit("mặt trận").name] == (0, 1)
        assert found[oversight.unit("ubnd").name] == (0, 0)


class TestInspection:
    def test_days_are_worked_out_from_the_decision(self, oversight):
        """20/11/2026 is a Friday and 24/11 a day off; five working days end on 30/11 (golden)."""
        found = oversight.inspection()
        assert (found.announce_by, found.due_on) == (date(2026, 11, 30), date(2026, 12, 20))

    def test_its_steps_go_one_after_the_other(self, oversight):
        found = oversight.inspection()
        with pytest.raises(Refused, match="chưa có trưởng đoàn"):
            inspections.announce(oversight.inspector, inspection_id=found.pk, announced_on=DAY)
        with pytest.raises(Refused, match="chưa đến lượt"):
            inspections.take_report(oversight.inspector, inspection_id=found.pk, reported_on=DAY)
        found = oversight.run(found, "notified")
        inspections.close(oversight.inspector, inspection_id=found.pk, closed_on=DAY)
        found.refresh_from_db()
        assert found.stage == "closed"

    def test_half_of_the_members_conclude_nothing(self, oversight):
        found = oversight.run(oversight.inspection(), "verified")
        said = {"outcome": "good", "conclusion": "Tốt", "concluded_on": DAY}
        with pytest.raises(Refused, match="chưa quá 50"):
            inspections.conclude(
                oversight.inspector,
                inspection_id=found.pk,
                official=4,
                present=4,
                agreed=2,
                **said,
            )
        found.refresh_from_db()
        assert found.concluded_on is None

    def test_it_is_extended_once(self, oversight):
        found = oversight.inspection()
        of = {"inspection_id": found.pk, "reason": "Chờ tài liệu"}
        inspections.extend(oversight.inspector, until=date(2026, 12, 30), **of)
        with pytest.raises(Refused, match="một lần"):
            inspections.extend(oversight.inspector, until=date(2027, 1, 2), **of)

    def test_a_relative_told_in_the_file_is_not_in_the_team(self, oversight):
        person, kin = oversight.world.people["phòng văn hóa"], oversight.world.people["mặt trận"]
        Person.objects.filter(pk=kin.pk).update(born_on=date(1980, 3, 1))
        changing.add_row(
            oversight.world.actor("officer"),
            person_id=person.pk,
            section="family",
            relation="sibling",
            name=kin.full_name,
            born_year="1980",
        )
        found = oversight.inspection(person=person, form="member")
        with pytest.raises(Refused, match="người thân"):
            town.named(oversight.inspector, found, kin)

    def test_whoever_works_in_the_unit_is_not_in_the_team(self, oversight):
        found = oversight.inspection("phòng văn hóa")
        with pytest.raises(Refused, match="đang công tác ở đơn vị"):
            town.named(oversight.inspector, found, oversight.world.people["phòng văn hóa"])

    def test_a_released_head_makes_room_for_another(self, oversight):
        found = oversight.inspection()
        member = town.named(oversight.inspector, found, oversight.world.people["mặt trận"])
        inspections.release_member(oversight.inspector, member_id=member.pk)
        town.named(oversight.inspector, found, oversight.world.people["ủy ban kiểm tra"])
        assert found.team.filter(left_on__isnull=True).count() == 1

    def test_whoever_is_inspected_never_sees_the_own_case(self, oversight):
        person = oversight.world.people["ủy ban kiểm tra"]
        account = oversight.world.account("inspector")
        link_account(oversight.world.actor("officer"), person_id=person.pk, account_id=account.pk)
        other = oversight.world.actor("leader")
        found = oversight.inspection("ủy ban kiểm tra", person=person, form="member")
        assert not list_inspections(actor_for(account)).exists()
        assert list_inspections(other).get() == found


class TestFinding:
    def test_the_unit_reports_and_the_inspector_confirms(self, oversight):
        found = oversight.inspection()
        one = oversight.finding(found)
        said = {"finding_id": one.pk, "done_on": DAY, "done_note": "Đã rà soát"}
        with pytest.raises(NotVisible):
            findings.report_remedy(oversight.head("phòng văn hóa"), **said)
        with pytest.raises(Refused, match="Chưa thông báo kết luận"):
            findings.report_remedy(oversight.world.actor("officer"), **said)
        oversight.run(found, "notified")
        with pytest.raises(Refused):
            findings.report_remedy(oversight.inspector, **said)
        with pytest.raises(NotVisible):
            findings.report_remedy(oversight.head("mặt trận"), **said)
        findings.report_remedy(oversight.head("phòng văn hóa"), **said)
        findings.send_back(oversight.inspector, finding_id=one.pk, note="Thiếu danh sách")
        findings.report_remedy(oversight.head("phòng văn hóa"), **said)
        done = findings.settle(oversight.inspector, finding_id=one.pk, note="Đạt")
        assert (done.state, done.settled_on) == ("remedied", DAY)

    def test_an_open_finding_keeps_the_inspection_open(self, oversight):
        found = oversight.inspection()
        oversight.finding(found)
        found = oversight.run(found, "notified")
        with pytest.raises(Refused, match="Còn 1 phát hiện"):
            inspections.close(oversight.inspector, inspection_id=found.pk, closed_on=DAY)

    def test_a_remedy_becomes_a_task_once_the_conclusion_is_told(self, oversight):
        from tests.town import given_programme

        programme = given_programme(oversight.world, oversight.world.ward, "Đông Kinh")
        before = Task.objects.filter(programme=programme).count()
        found = oversight.inspection(programme=programme, theme="programme")
        one = oversight.finding(found, as_task=True)
        assert one.task is None
        oversight.run(found, "notified")
        one.refresh_from_db()
        assert one.task.text == one.remedy
        assert one.task.due_on == one.due_on == DAY + timedelta(days=20)
        assert one.task.desk_unit == oversight.unit("phòng văn hóa")
        assert Task.objects.filter(programme=programme).count() == before + 1

    def test_without_a_programme_it_is_refused(self, oversight):
        with pytest.raises(Refused, match="không gắn với chương trình"):
            oversight.finding(oversight.inspection(), as_task=True)
        assert not Finding.objects.exists()

    def test_minor_findings_that_repeat_are_warned_of(self, oversight):
        found = oversight.inspection()
        for _ in range(2):
            oversight.finding(found)
        oversight.finding(found, level="handling")
        assert list_warned(oversight.inspector, "oversight.see", DAY) == []
        oversight.finding(found, level="warning")
        (warned,) = list_warned(oversight.inspector, "oversight.see", DAY)
        assert (warned.count, warned.whom) == (3, "Phòng Văn hóa - Xã hội")
        later = date(2027, 11, 20)
        assert list_warned(oversight.inspector, "oversight.see", later) == []

    def test_what_must_be_handled_is_handed_over(self, oversight):
        one = oversight.finding(oversight.inspection())
        given = findings.hand_over(oversight.inspector, finding_id=one.pk, note="Lặp lại")
        assert (given.level, given.state) == ("handling", "handed_over")
        assert Event.objects.filter(name="finding_handed_over").exists()

    def test_the_own_page_shows_it_only_after_the_notice(self, oversight):
        person = oversight.world.people["phòng văn hóa"]
        account = oversight.world.account("head", oversight.unit("phòng văn hóa"))
        link_account(oversight.world.actor("officer"), person_id=person.pk, account_id=account.pk)
        person.refresh_from_db()
        own = actor_for(account)
        found = oversight.inspection(person=person, form="member")
        oversight.finding(found, person=person)
        assert panel_rows(own, person) == []
        assert not list_findings(own).exists()
        oversight.run(found, "notified")
        assert len(panel_rows(own, person)) == 1


class TestSocial:
    def test_a_recommendation_is_answered_within_its_days(self, oversight):
        front = oversight.head("mặt trận")
        held = social.supervise(
            front,
            unit=oversight.unit("mặt trận"),
            kind="criticism",
            subject=oversight.unit("ubnd"),
            theme="service",
            content="Dự thảo quy chế tiếp công dân",
            held_on=DAY,
        )
        asked = social.recommend(
            front, supervision_id=held.pk, unit=oversight.unit("ubnd"), text="Bổ sung lịch tối"
        )
        assert asked.due_on == date(2026, 12, 14)
        with pytest.raises(NotVisible):
            social.answer(
                oversight.head("phòng văn hóa"),
                recommendation_id=asked.pk,
                answer="accepted",
                answer_text="Vâng",
            )
        told = social.answer(
            oversight.head("ubnd"),
            recommendation_id=asked.pk,
            answer="partly",
            answer_text="Bổ sung một tối mỗi tuần",
        )
        assert (told.answer, told.answered_on) == ("partly", DAY)

    def test_only_a_body_of_the_front_supervises(self, oversight):
        with pytest.raises(NotVisible):
            social.supervise(
                oversight.head("ubnd"),
                unit=oversight.unit("ubnd"),
                kind="supervision",
                subject=oversight.unit("phòng văn hóa"),
                theme="service",
                content="Hồ sơ",
                held_on=DAY,
            )
