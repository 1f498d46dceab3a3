"""What is reminded in training, and when it ends."""

from datetime import date

import pytest
from tests.standards.conftest import HEADS, make_set

from thenchot.standards.services.counting import count_all
from thenchot.training import alerts
from thenchot.training.models import Topic
from thenchot.training.services import drawing, enrolling, planning

pytestmark = pytest.mark.django_db


def messages(found) -> list[str]:
    return [one.message for one in found]


class TestPlanOfNextYear:
    def test_from_december_until_it_goes_up(self, training):
        assert list(alerts.plan_due(date(2026, 11, 30))) == []
        (found,) = alerts.plan_due(date(2026, 12, 1))
        assert "năm 2027" in found.message
        assert found.since == date(2026, 12, 1)
        plan = training.drawn()
        assert len(list(alerts.plan_due(date(2026, 12, 10)))) == 1
        planning.submit_plan(training.officer, plan_id=plan.pk)
        assert list(alerts.plan_due(date(2026, 12, 10))) == []

    def test_nothing_where_no_subjects_are_kept(self, training):
        Topic.objects.all().update(unit=training.world.other_ward)
        found = messages(alerts.plan_due(date(2026, 12, 1)))
        assert len(found) == 1
        assert "Tân Lập" in found[0]


class TestGaps:
    def test_told_per_unit_until_a_plan_takes_them_up(self, training):
        assert len(list(alerts.gaps_without_class(date(2026, 11, 10)))) == 7
        plan = training.plan()
        drawing.count_needs(training.officer, plan_id=plan.pk)
        assert list(alerts.gaps_without_class(date(2026, 11, 10))) == []

    def test_one_subject_for_two_sets_answers_both(self, training):
        row = {"code": "again", "kind": "level", "paper": "theory", "level": "middle"}
        make_set(training.world.ward, [row | {"addressees": HEADS}], code="hai")
        count_all()
        plan = training.plan()
        drawing.count_needs(training.officer, plan_id=plan.pk)
        assert list(alerts.gaps_without_class(date(2026, 11, 10))) == []

    def test_or_somebody_is_sent(self, training):
        training.send(training.enrol(training.open(ends_on=date(2026, 11, 20))))
        assert len(list(alerts.gaps_without_class(date(2026, 11, 10)))) == 6


class TestYearlySubject:
    def test_who_has_not_learnt_it_towards_the_end_of_the_year(self, training):
        assert list(alerts.untrained_this_year(date(2026, 9, 30))) == []
        (found,) = alerts.untrained_this_year(date(2026, 11, 10))
        assert "7/7" in found.message


class TestResults:
    def test_due_after_the_last_day_and_late_after_the_days_of_the_policy(self, training):
        sent = training.send(training.enrol(training.open()))
        assert list(alerts.results_due(date(2026, 11, 9))) == []
        (found,) = alerts.results_due(date(2026, 11, 10))
        assert found.severity == "act"
        (late,) = alerts.results_due(date(2026, 12, 10))
        assert late.severity == "late"
        training.record(sent)
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        assert list(alerts.results_due(date(2026, 12, 10))) == []
