"""Warnings of daily work: whom they tell, from which day on, and that they end."""

from datetime import UTC, date, datetime, timedelta

import pytest

from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.registry import AccountAudience, Audience
from thenchot.platform.alerts.services import run
from thenchot.worklog.alerts import daily
from thenchot.worklog.alerts.hard_tasks import hard_tasks as alerts_of_hard_tasks
from thenchot.worklog.models import PlanLine
from thenchot.worklog.services import hard_tasks, opinions, planning

pytestmark = pytest.mark.django_db
DUE = date(2026, 10, 20)


def line(office, name, on=date(2026, 10, 12)):
    made = planning.propose_line(
        office.actor(name),
        assessment_id=office.assessment(name).pk,
        name="Đề án",
        output="Đề án",
        due_on=DUE,
    )
    PlanLine.objects.filter(pk=made.pk).update(
        proposed_at=datetime(on.year, on.month, on.day, 3, tzinfo=UTC)
    )
    return made


class TestPlans:
    @pytest.mark.parametrize("day, count", [(14, 0), (15, 1)])
    def test_three_days_and_once_for_a_unit(self, office, day, count):
        line(office, "an"), line(office, "binh")
        found = list(daily.plans_waiting(date(2026, 10, day)))
        assert len(found) == count
        assert [
            one.message.endswith("2 việc tự đề xuất trong kế hoạch cá nhân chờ trả lời")
            for one in found
        ] == [True] * count
        assert [(one.audience, one.since) for one in found] == [
            ((Audience("head", office.unit.path),), date(2026, 10, 12))
        ] * count

    def test_of_a_head_the_one_above_is_told(self, office):
        line(office, "head")
        (one,) = daily.plans_waiting(date(2026, 10, 20))
        assert one.audience == (Audience("head", office.world.units["ubnd"].path),)

    def test_answered_it_ends(self, office):
        line(office, "an")
        planning.accept_plan(office.actor("head"), assessment_id=office.assessment("an").pk)
        assert list(daily.plans_waiting(date(2026, 10, 20))) == []


class TestHardTasks:
    def opened(self, office, responsible):
        said = {
            "unit_id": office.unit.pk,
            "name": "Chợ cũ",
            "difficulty": "Từ 2009",
            "due_on": date(2026, 11, 20),
        }
        return hard_tasks.open_hard_task(
            office.actor("head"),
            responsible_id=responsible and office.people[responsible].pk,
            **said,
        )

    def test_nobody_answers_for_it(self, office):
        self.opened(office, None)
        (one,) = alerts_of_hard_tasks(date(2026, 11, 2))
        assert (one.severity, one.detail, one.audience) == (
            "act",
            "nobody",
            (Audience("head", office.unit.path),),
        )

    @pytest.mark.parametrize("on, count", [(date(2026, 11, 20), 0), (date(2026, 11, 21), 1)])
    def test_past_its_day_whoever_answers_for_it_is_told_too(self, office, on, count):
        self.opened(office, "an")
        found = list(alerts_of_hard_tasks(on))
        assert [one.severity for one in found] == ["late"] * count
        assert all(
            AccountAudience((office.accounts["an"].pk,)) in one.audience and one.since == on
            for one in found
        )

    def test_ended_it_is_quiet(self, office):
        hard_tasks.drop_hard_task(
            office.actor("head"), hard_id=self.opened(office, None).pk, outcome="Thu hồi"
        )
        assert list(alerts_of_hard_tasks(date(2027, 1, 1))) == []


class TestOpinions:
    @pytest.mark.parametrize(
        "on, severity, is_head_told",
        [(date(2026, 11, 4), "act", False), (date(2026, 11, 5), "late", True)],
    )
    def test_whom_it_asks_and_when_it_is_late_their_head(self, office, on, severity, is_head_told):
        opinions.ask_opinion(
            office.actor("an"), question="Bí mật?", person_id=office.people["binh"].pk
        )
        (one,) = daily.opinions(on)
        told = (AccountAudience((office.accounts["binh"].pk,)),)
        assert (one.severity, one.audience) == (
            severity,
            told + ((Audience("head", office.unit.path),) if is_head_told else ()),
        )
        assert "Bí mật" not in one.message

    def test_of_a_person_without_an_account_the_head_is_told_at_once(self, office):
        opinions.ask_opinion(
            office.actor("an"), question="?", person_id=office.world.people["mặt trận"].pk
        )
        (one,) = daily.opinions(date(2026, 11, 2))
        assert one.audience == (Audience("head", office.world.units["mặt trận"].path),)

    def test_a_unit_is_told_through_its_head_and_an_answer_ends_it(self, office):
        asked = opinions.ask_opinion(office.actor("leader"), question="?", unit_id=office.unit.pk)
        day = date(2026, 11, 2) + timedelta(days=9)
        (one,) = daily.opinions(day)
        assert one.audience == (Audience("head", office.unit.path),)
        run(day)
        assert Alert.objects.get(rule="opinion_waiting").state == "open"
        opinions.answer_opinion(office.actor("head"), request_id=asked.pk, answer="x")
        run(day)
        assert Alert.objects.get(rule="opinion_waiting").state != "open"
