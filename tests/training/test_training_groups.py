"""Whom subjects are for: fields of work, reporters, the four groups; what science courses mark."""

from datetime import date

import pytest
from django.urls import reverse
from tests.registers import answer_of, rows_of_excel
from tests.worlds import signed_in

from thenchot.kernel.decision import Refused
from thenchot.people.enums import Sex
from thenchot.people.filing.changing import change_items
from thenchot.people.models import Appointment, Particulars
from thenchot.platform.policies.services import confirm_value, enter_value
from thenchot.platform.scope.actor import SYSTEM
from thenchot.training import alerts
from thenchot.training.models import Topic
from thenchot.training.queries.coverage import coverage_of
from thenchot.training.services import drawing, enrolling, planning, speakers, topics

pytestmark = pytest.mark.django_db


def name_reporter(training, unit="mặt trận", **more):
    said = {"kind": "reporter", "decision": "7-QĐ/ĐU", "valid_from": date(2025, 11, 10)}
    return speakers.name_speaker(
        training.officer, person_id=training.person(unit).pk, **{**said, **more}
    )


def figures(training, group=""):
    found = coverage_of(training.world.ward, 2026, group)
    return {one.topic.code: (one.figure.trained, one.figure.population) for one in found}


class TestFields:
    @pytest.fixture
    def land(self, training):
        seat = Appointment.objects.get(person=training.person("mặt trận"))
        seat.title = "Công chức địa chính - đất đai"
        seat.save(update_fields=["title"])
        return topics.add_topic(
            training.officer,
            unit_id=training.world.ward.pk,
            code="land",
            name="Địa chính chuyên sâu",
            group="field",
            audience="field",
            work_field="Địa chính",
            post_words="đất đai, địa chính",
            hours=16,
        )

    def test_who_in_the_field_lacks_it(self, training, land):
        assert figures(training)["land"] == (0, 1)
        url = reverse("training_learners", args=[land.pk])
        text = signed_in(training.world.account("officer")).get(url).content.decode()
        assert training.person("mặt trận").full_name in text
        assert training.person("ubnd").full_name not in text

    def test_the_plan_takes_them_up(self, training, land):
        plan = training.drawn()
        assert [need.person for need in plan.needs.filter(topic=land)] == [
            training.person("mặt trận")
        ]

    def test_the_six_fields_ship_and_a_place_adds_its_own(self, training, land):
        topics.adopt_topics(training.officer, unit_id=training.world.ward.pk)
        fields = set(Topic.objects.filter(audience="field").values_list("work_field", flat=True))
        assert len(fields) == 6

    def test_a_field_without_its_words_is_refused_on_the_form(self, training):
        said = {
            "unit": training.world.ward.pk,
            "code": "x",
            "name": "Xây dựng",
            "group": "field",
            "audience": "field",
            "cycle": "once",
            "ability": "duty",
            "hours": 8,
        }
        browser = signed_in(training.world.account("officer"))
        answer = browser.post(reverse("training_topic_new"), said)
        assert "Cần ghi khi chuyên đề dành cho một lĩnh vực." in answer.content.decode()
        assert not Topic.objects.filter(code="x").exists()


class TestReporters:
    def test_due_a_year_after_the_last_course(self, training):
        name_reporter(training)
        (found,) = alerts.speakers_due(date(2026, 11, 10))
        assert "1 báo cáo viên" in found.message
        topic = training.topics["reception"]
        topics.change_topic(training.officer, topic_id=topic.pk, audience="speakers")
        sent = training.record(training.send(training.enrol(training.open("reception"))))
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        assert list(alerts.speakers_due(date(2026, 11, 10))) == []
        assert len(list(alerts.speakers_due(date(2027, 11, 9)))) == 1

    def test_they_are_a_group_of_coverage(self, training):
        topic = training.topics["reception"]
        topics.change_topic(training.officer, topic_id=topic.pk, audience="speakers")
        assert "reception" not in figures(training)
        name_reporter(training)
        assert figures(training)["reception"] == (0, 1)

    def test_a_lecturer_has_no_turn(self, training):
        name_reporter(training, kind="trainer")
        assert list(alerts.speakers_due(date(2027, 11, 10))) == []
        (row,) = rows_of_excel(
            answer_of(training.world.account("officer"), "training_speaker_list")
        )
        assert (row["Là"], row["Kỳ tới"]) == ("giảng viên kiêm chức", None)

    def test_nobody_twice_and_ended_not_any_more(self, training):
        made = name_reporter(training)
        with pytest.raises(Refused, match="đã được công nhận"):
            name_reporter(training)
        speakers.end_speaker(training.officer, speaker_id=made.pk, valid_to=date(2026, 11, 9))
        assert list(alerts.speakers_due(date(2026, 11, 10))) == []

    def test_the_filter_finds_whose_turn_it_is(self, training):
        name_reporter(training)
        name_reporter(training, "ubnd", valid_from=date(2026, 11, 1))
        browser = signed_in(training.world.account("officer"))
        text = browser.get(reverse("training_speaker_list"), {"due": "on"}).content.decode()
        assert training.person("mặt trận").full_name in text
        assert training.person("ubnd").full_name not in text


class TestFourGroups:
    @pytest.fixture
    def groups(self, training):
        """One of each, and each alone."""
        for unit, items in {
            "mặt trận": {"in_science": True},
            "ubnd": {"in_religious_area": True},
        }.items():
            change_items(SYSTEM, person_id=training.person(unit).pk, **items)
        young = training.person("ban xây dựng đảng")
        young.born_on = date(1990, 1, 1)
        young.save(update_fields=["born_on"])
        woman = training.person("phòng văn hóa")
        woman.sex = Sex.FEMALE
        woman.save(update_fields=["sex"])
        return {
            "science": training.person("mặt trận"),
            "religious": training.person("ubnd"),
            "young": young,
            "women": woman,
        }

    @pytest.mark.parametrize("group", ["science", "religious", "young", "women"])
    def test_coverage_of_one_group(self, training, groups, group):
        assert figures(training, group) == {"reception": (0, 1)}
        topic = training.topics["reception"]
        answer = signed_in(training.world.account("officer")).get(
            reverse("training_learners", args=[topic.pk]), {"group": group}
        )
        assert [row.person for row in answer.context["register"].records] == [groups[group]]

    @pytest.mark.parametrize("group", ["science", "religious", "young", "women"])
    def test_needs_and_classes_of_one_group(self, training, groups, group):
        plan, held = training.drawn(), training.open()
        training.send(training.enrol(held, "mặt trận"))
        browser = signed_in(training.world.account("officer"))
        needs = browser.get(reverse("training_needs", args=[plan.pk]), {"group": group})
        people = {need.person for need in needs.context["register"].records}
        assert people == {groups[group]}
        classes = browser.get(reverse("training_class_list"), {"group": group})
        found = list(classes.context["register"].records)
        assert found == ([held] if group == "science" else [])
        learners = browser.get(reverse("training_class", args=[held.pk]), {"group": group})
        assert len(learners.context["register"].records) == len(found)


class TestScienceCourse:
    def learn(self, training):
        topics.change_topic(
            training.officer, topic_id=training.topics["longer"].pk, counts_as_science=True
        )
        sent = training.record(training.send(training.enrol(training.open("longer"))))
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        items = Particulars.objects.filter(person=sent.person).first()
        return items and items.in_science

    def test_it_marks_nobody_by_default(self, training):
        assert not self.learn(training)

    def test_it_counts_where_the_policy_of_the_place_says_so(self, training):
        ward = training.world.ward
        value = enter_value(
            training.officer,
            path=ward.path,
            key="training.science_course_counts",
            value=True,
            basis="Kết luận số 5",
            valid_from=date(2026, 1, 1),
        )
        confirm_value(training.leader, value_id=value.pk)
        assert self.learn(training) is True


class TestKindsOfPlan:
    def project(self, training, kind="project", **more):
        said = {"name": "Đề án", "first_year": 2026, "last_year": 2030}
        return planning.draw_up_plan(
            training.officer, unit_id=training.world.ward.pk, kind=kind, **{**said, **more}
        )

    def test_a_project_is_late_until_it_is_approved(self, training):
        plan = self.project(training, due_on=date(2026, 6, 30))
        assert list(alerts.plans_due_by_a_day(date(2026, 5, 29))) == []
        (soon,) = alerts.plans_due_by_a_day(date(2026, 6, 1))
        (late,) = alerts.plans_due_by_a_day(date(2026, 7, 1))
        assert (soon.severity, late.severity) == ("act", "late")
        drawing.count_needs(training.officer, plan_id=plan.pk)
        drawing.propose_classes(training.officer, plan_id=plan.pk)
        planning.submit_plan(training.officer, plan_id=plan.pk)
        planning.approve_plan(training.leader, plan_id=plan.pk, decision="3-ĐA/TU")
        assert list(alerts.plans_due_by_a_day(date(2026, 7, 1))) == []

    def test_it_does_not_stand_for_the_plan_of_the_year(self, training):
        self.project(training)
        self.project(training, kind="training", last_year=2026)
        assert len(list(alerts.plan_due(date(2026, 12, 1)))) == 1

    def test_political_education_takes_its_subjects_alone(self, training):
        plan = self.project(training, kind="political", last_year=2026)
        drawing.count_needs(training.officer, plan_id=plan.pk)
        assert {need.topic.group for need in plan.needs.all()} == {"theory"}

    def test_the_list_shows_its_last_day(self, training):
        self.project(training, due_on=date(2026, 6, 30))
        browser = signed_in(training.world.account("officer"))
        text = browser.get(reverse("training_plan_list")).content.decode()
        assert "30/06/2026" in text
        assert "2026–2030" in text
