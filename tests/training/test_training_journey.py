"""From a missing standard to the paper in the file: the whole way, by services."""

from datetime import date

import pytest

from thenchot.kernel.decision import Refused
from thenchot.people.models import Qualification
from thenchot.platform.scope.actor import SYSTEM
from thenchot.standards.models import Shortfall
from thenchot.standards.services.counting import rejudge
from thenchot.training.enums import EnrolmentState, NeedKind, NeedState, PlanState
from thenchot.training.forms.classes import ClassForm
from thenchot.training.models import Enrolment
from thenchot.training.queries.coverage import coverage_of
from thenchot.training.queries.plans import lines_of
from thenchot.training.services import classes, drawing, enrolling, planning, topics

pytestmark = pytest.mark.django_db
HEADS = 7  # of the bodies of the ward


def state_of_gap(person) -> list[str]:
    rejudge(person.pk)
    return [str(one.state) for one in Shortfall.objects.standing().filter(person=person)]


class TestNeeds:
    def test_a_gap_and_a_round_that_is_due_become_needs(self, training):
        plan = training.plan()
        drawn = drawing.count_needs(training.officer, plan_id=plan.pk)
        kinds = [need.kind for need in plan.needs.all()]
        assert (kinds.count(NeedKind.GAP), kinds.count(NeedKind.ROUND)) == (HEADS, HEADS)
        assert (drawn.added, drawn.gone, drawn.unmatched) == (2 * HEADS, 0, 0)

    def test_the_shorter_course_closes_the_gap(self, training):
        plan = training.plan()
        drawing.count_needs(training.officer, plan_id=plan.pk)
        gaps = plan.needs.filter(kind=NeedKind.GAP)
        assert {need.topic for need in gaps} == {training.topics["theory"]}

    def test_counted_again_only_what_changed_changes(self, training):
        plan = training.drawn()
        person = training.person("mặt trận")
        need = plan.needs.get(person=person, kind=NeedKind.GAP)
        planning.leave_out_need(training.officer, need=need, reason="Sắp nghỉ hưu")
        again = drawing.count_needs(training.officer, plan_id=plan.pk)
        need.refresh_from_db()
        assert (again.added, again.gone) == (0, 0)
        assert need.state == NeedState.LEFT_OUT

    def test_a_gap_that_closed_meanwhile_goes(self, training):
        plan = training.plan()
        drawing.count_needs(training.officer, plan_id=plan.pk)
        person = training.person("mặt trận")
        Qualification.objects.create(person=person, kind="theory", level="middle")
        rejudge(person.pk)
        assert drawing.count_needs(training.officer, plan_id=plan.pk).gone == 1
        assert plan.needs.get(person=person, kind=NeedKind.GAP).state == NeedState.GONE

    def test_classes_hold_everybody(self, training):
        plan = training.drawn()
        assert not plan.needs.filter(state=NeedState.OPEN).exists()
        assert [(line.classes, line.seats) for line in plan.lines.all()] == [(1, HEADS)] * 2

    def test_a_unit_asks_for_one_of_its_people(self, training):
        plan = training.plan()
        head = training.actor("head", "mặt trận")
        need = drawing.ask_for_need(
            head,
            plan_id=plan.pk,
            person_id=training.person("mặt trận").pk,
            topic_id=training.topics["longer"].pk,
            reason="Nguồn quy hoạch",
        )
        assert (need.kind, need.state) == (NeedKind.ASKED, NeedState.OPEN)
        drawing.count_needs(training.officer, plan_id=plan.pk)
        need.refresh_from_db()
        assert need.state == NeedState.OPEN


class TestPlan:
    def test_it_does_not_go_up_with_a_need_without_answer(self, training):
        plan = training.plan()
        drawing.count_needs(training.officer, plan_id=plan.pk)
        planning.add_line(
            training.officer,
            plan_id=plan.pk,
            topic_id=training.topics["theory"].pk,
            name="Lớp",
            seats=10,
            hours=8,
        )
        with pytest.raises(Refused, match="chưa xếp lớp"):
            planning.submit_plan(training.officer, plan_id=plan.pk)

    def test_an_empty_plan_does_not_go_up(self, training):
        with pytest.raises(Refused, match="chưa có lớp nào"):
            planning.submit_plan(training.officer, plan_id=training.plan().pk)

    def test_nobody_approves_the_own_plan(self, training):
        plan = training.drawn()
        planning.submit_plan(training.officer, plan_id=plan.pk)
        with pytest.raises(Refused):
            planning.approve_plan(training.officer, plan_id=plan.pk, decision="1")

    def test_the_next_version_replaces_it_when_approved(self, training):
        former = training.approved()
        made = planning.revise_plan(training.officer, plan_id=former.pk)
        assert (made.version, made.needs.count()) == (2, former.needs.count())
        assert {need.line.plan_id for need in made.needs.all()} == {made.pk}
        planning.submit_plan(training.officer, plan_id=made.pk)
        planning.approve_plan(training.leader, plan_id=made.pk, decision="13-KH/ĐU")
        former.refresh_from_db()
        assert former.state == PlanState.REPLACED

    def test_sent_back_it_can_be_changed_again(self, training):
        plan = training.drawn()
        planning.submit_plan(training.officer, plan_id=plan.pk)
        planning.return_plan(training.leader, plan_id=plan.pk, note="Thiếu kinh phí")
        plan.refresh_from_db()
        assert (plan.state, plan.note) == (PlanState.DRAFT, "Thiếu kinh phí")

    def test_one_plan_a_year(self, training):
        training.plan()
        with pytest.raises(Refused, match="Đã có kế hoạch"):
            training.plan()


class TestClass:
    def test_a_planned_class_proposes_those_who_are_placed(self, training):
        plan = training.approved()
        line = plan.lines.get(topic=training.topics["theory"])
        said = {"form": "online", "place": "", "lecturer": "", "cost": None, "provider": ""}
        held = classes.open_planned(
            training.officer,
            line_id=line.pk,
            name="Lớp 1",
            starts_on=date(2027, 3, 1),
            ends_on=date(2027, 3, 5),
            hours=40,
            seats=4,
            **said,
        )
        assert held.enrolments.filter(state=EnrolmentState.PROPOSED).count() == 4
        second = classes.open_planned(
            training.officer,
            line_id=line.pk,
            name="Lớp 2",
            starts_on=date(2027, 4, 1),
            ends_on=date(2027, 4, 5),
            hours=40,
            seats=4,
            **said,
        )
        assert second.enrolments.count() == HEADS - 4

    def test_a_new_version_takes_over_what_was_opened(self, training):
        former = training.approved()
        line = former.lines.get(topic=training.topics["theory"])
        said = {
            "starts_on": date(2027, 3, 1),
            "ends_on": date(2027, 3, 5),
            "hours": 40,
            "seats": HEADS,
        }
        classes.open_planned(training.officer, line_id=line.pk, name="Lớp 1", **said)
        made = planning.revise_plan(training.officer, plan_id=former.pk)
        planning.submit_plan(training.officer, plan_id=made.pk)
        planning.approve_plan(training.leader, plan_id=made.pk, decision="13-KH/ĐU")
        fresh = lines_of(made).get(topic=training.topics["theory"])
        assert fresh.opened == 1
        again = classes.open_planned(training.officer, line_id=fresh.pk, name="Lớp 2", **said)
        assert not again.enrolments.exists()

    def test_more_seats_give_places_to_those_who_wait(self, training):
        held = training.open(seats=1)
        training.enrol(held)
        second = training.enrol(held, "ubnd")
        said = ClassForm.values_of(held) | {"seats": 2}
        classes.change_class(training.officer, class_id=held.pk, **said)
        second.refresh_from_db()
        assert second.state == EnrolmentState.PROPOSED

    def test_no_class_from_a_plan_that_is_not_approved(self, training):
        line = training.drawn().lines.first()
        with pytest.raises(Refused, match="chưa được duyệt"):
            classes.open_planned(
                training.officer,
                line_id=line.pk,
                name="x",
                starts_on=date(2027, 3, 1),
                ends_on=date(2027, 3, 5),
                seats=4,
                hours=8,
            )

    def test_beyond_the_seats_one_waits_and_moves_up(self, training):
        held = training.open(seats=1)
        first, second = training.enrol(held), training.enrol(held, "ubnd")
        assert second.state == EnrolmentState.WAITING
        enrolling.withdraw_person(training.officer, enrolment_id=first.pk, reason="Ốm")
        second.refresh_from_db()
        assert second.state == EnrolmentState.PROPOSED

    def test_nobody_twice(self, training):
        held = training.open()
        training.enrol(held)
        with pytest.raises(Refused, match="đã có trong lớp"):
            training.enrol(held)


class TestGap:
    def test_it_is_in_training_from_the_decision_and_closes_when_verified(self, training):
        person = training.person("mặt trận")
        assert state_of_gap(person) == ["missing"]
        sent = training.send(training.enrol(training.open(ends_on=date(2026, 11, 20))))
        assert state_of_gap(person) == ["in_training"]
        training.record(sent)
        assert state_of_gap(person) == ["in_training"]
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        assert state_of_gap(person) == []
        row = Qualification.objects.get(person=person)
        assert (row.level, row.number, row.is_studying) == ("middle", "TC-01", False)
        assert row.source == "Lớp: Lớp trung cấp lý luận chính trị"

    def test_whoever_recorded_it_does_not_verify(self, training):
        sent = training.record(training.send(training.enrol(training.open())))
        with pytest.raises(Refused, match="không tự xác nhận"):
            enrolling.verify_result(training.officer, enrolment_id=sent.pk)

    def test_nobody_verifies_the_own_result(self, training):
        person = training.person("mặt trận")
        person.account = training.world.account("leader")
        person.save(update_fields=["account"])
        sent = training.record(training.send(training.enrol(training.open())))
        with pytest.raises(Refused, match="của mình"):
            enrolling.verify_result(training.leader, enrolment_id=sent.pk)

    def test_withdrawn_the_file_no_longer_says_studying(self, training):
        person = training.person("mặt trận")
        sent = training.send(training.enrol(training.open(ends_on=date(2026, 11, 20))))
        enrolling.withdraw_person(training.officer, enrolment_id=sent.pk, reason="Điều động")
        assert state_of_gap(person) == ["missing"]
        assert not Qualification.objects.filter(person=person).exists()

    def test_failed_the_gap_is_open_again(self, training):
        person = training.person("mặt trận")
        sent = training.send(training.enrol(training.open(ends_on=date(2026, 11, 20))))
        enrolling.record_failure(training.officer, enrolment_id=sent.pk, reason="Bỏ học")
        assert state_of_gap(person) == ["missing"]

    def test_a_wrong_result_is_sent_back_and_recorded_anew(self, training):
        sent = training.record(training.send(training.enrol(training.open())))
        enrolling.return_result(training.leader, enrolment_id=sent.pk, reason="Sai số hiệu")
        training.record(Enrolment.objects.get(pk=sent.pk), certificate="TC-02")
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        assert Qualification.objects.get(person=sent.person).number == "TC-02"


class TestAttendance:
    def test_too_few_sessions_are_no_completion(self, training):
        held = training.open()
        classes.add_session(
            training.officer, class_id=held.pk, on=date(2026, 11, 2), part="morning"
        )
        sent = training.send(training.enrol(held))
        with pytest.raises(Refused, match="0/1 buổi"):
            training.record(sent)

    def test_a_class_ends_when_everybody_has_a_result(self, training):
        held = training.open()
        sent = training.send(training.enrol(held))
        with pytest.raises(Refused, match="1 người chưa có kết quả"):
            classes.close_class(training.officer, class_id=held.pk)
        training.record(sent)
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        assert classes.close_class(training.officer, class_id=held.pk).state == "closed"


class TestCoverage:
    def test_distinct_people_over_those_the_subject_is_for(self, training):
        held = training.open("reception")
        sent = training.record(training.send(training.enrol(held)))
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        again = training.open("reception", name="Lớp hai")
        twice = training.record(training.send(training.enrol(again)))
        enrolling.verify_result(training.leader, enrolment_id=twice.pk)
        (row,) = coverage_of(training.world.ward, 2026)
        assert (row.figure.trained, row.figure.population) == (1, HEADS)

    def test_a_class_of_the_city_counts_in_the_ward(self, training):
        world = training.world
        of_city = topics.add_topic(
            SYSTEM,
            unit_id=world.city.pk,
            code="chung",
            name="Chuyên đề của thành phố",
            group="service",
            audience="officials",
            hours=8,
        )
        training.topics["chung"] = of_city
        held = training.open("chung", unit_id=world.city.pk, actor=SYSTEM)
        sent = enrolling.propose_person(
            SYSTEM, class_id=held.pk, person_id=training.person("ubnd").pk
        )
        training.record(training.send(sent))
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        found = {row.name: row.figure.trained for row in coverage_of(world.ward, 2026)}
        assert found == {"Chuyên đề của thành phố": 1, "Chuyên đề reception": 0}

    def test_a_yearly_subject_begins_anew_each_january(self, training, monkeypatch):
        sent = training.record(training.send(training.enrol(training.open("reception"))))
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        monkeypatch.setenv("THENCHOT_TODAY", "2027-01-05")
        (row,) = coverage_of(training.world.ward, 2027)
        assert row.figure.trained == 0
