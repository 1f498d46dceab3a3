"""Hard tasks: one person answers for each; what solved it is kept; nobody praises oneself."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.worklog.models import HardTask
from thenchot.worklog.services import hard_tasks

TODAY = date(2026, 11, 2)
DUE = date(2026, 11, 20)

pytestmark = pytest.mark.django_db


def refusal(do) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.decision.reasons[0].rule


def opened(office, by="head", responsible="an", **more):
    said = {
        "unit_id": office.unit.pk,
        "name": "Đất chợ cũ",
        "difficulty": "Tồn đọng từ năm 2009",
        "due_on": DUE,
    }
    return hard_tasks.open_hard_task(
        office.actor(by),
        responsible_id=responsible and office.people[responsible].pk,
        **said | more,
    )


class TestOpening:
    def test_one_person_answers_for_it(self, office):
        made = opened(office)
        assert (made.responsible, made.state, made.opened_on, made.solved_by) == (
            office.people["an"],
            "open",
            TODAY,
            None,
        )

    @pytest.mark.parametrize(
        "more, rule",
        [
            ({"name": ""}, "hard.text"),
            ({"difficulty": " "}, "hard.text"),
            ({"due_on": TODAY - timedelta(days=1)}, "hard.past"),
        ],
    )
    def test_what_is_lacking_is_said(self, office, more, rule):
        assert refusal(lambda: opened(office, **more)) == rule
        assert not HardTask.objects.exists()

    def test_due_today_is_no_past(self, office):
        assert opened(office, due_on=TODAY).due_on == TODAY

    def test_who_may_open_where(self, office):
        assert refusal(lambda: opened(office, by="an")) == "worklog.keep_hard"
        with pytest.raises(NotVisible):
            opened(office, unit_id=office.world.other_ward.pk)
        with pytest.raises(NotVisible):
            opened(office, unit_id=office.world.units["mặt trận"].pk)

    def test_a_stranger_cannot_be_named(self, office):
        stranger = office.world.other_people["mặt trận"]
        with pytest.raises(NotVisible):
            hard_tasks.open_hard_task(
                office.actor("leader"),
                unit_id=office.unit.pk,
                name="x",
                difficulty="y",
                due_on=DUE,
                responsible_id=stranger.pk,
            )

    def test_a_task_of_a_programme_one_does_not_see_is_not_there(self, office):
        with pytest.raises(NotVisible):
            opened(office, task_id=987_654)


class TestScope:
    def test_own_unit_and_what_one_answers_for(self, office):
        mine, other = (
            opened(office),
            opened(
                office, by="leader", unit_id=office.world.units["mặt trận"].pk, responsible="binh"
            ),
        )
        seen = {
            name: set(HardTask.objects.visible_to(office.actor(name), "worklog.see_log"))
            for name in ("an", "binh", "head", "leader")
        }
        assert seen == {
            "an": {mine},
            "binh": {mine, other},
            "head": {mine},
            "leader": {mine, other},
        }
        stranger = office.world.actor(Role.LEADER, office.world.other_ward)
        assert not HardTask.objects.visible_to(stranger, "worklog.see_log").exists()
        with pytest.raises(NotVisible):
            hard_tasks.drop_hard_task(stranger, hard_id=mine.pk, outcome="x")


class TestEnding:
    def test_solved_keeps_who_and_how(self, office):
        done = hard_tasks.solve_hard_task(
            office.actor("head"), hard_id=opened(office).pk, outcome="Họp ba bên, lập biên bản"
        )
        assert (done.state, done.solved_by, done.ended_on, done.outcome) == (
            "solved",
            office.people["an"],
            TODAY,
            "Họp ba bên, lập biên bản",
        )
        assert (
            Event.objects.get(name="hard_task_solved").facts["solved_by"] == office.people["an"].pk
        )

    def test_nobody_says_so_of_oneself(self, office):
        own = opened(office, responsible="head")
        assert (
            refusal(
                lambda: hard_tasks.solve_hard_task(
                    office.actor("head"), hard_id=own.pk, outcome="x"
                )
            )
            == "hard.own"
        )
        assert (
            hard_tasks.solve_hard_task(
                office.actor("leader"), hard_id=own.pk, outcome="x"
            ).solved_by
            == office.people["head"]
        )

    def test_solved_by_nobody_is_not_solved(self, office):
        assert (
            refusal(
                lambda: hard_tasks.solve_hard_task(
                    office.actor("head"), hard_id=opened(office, responsible=None).pk, outcome="x"
                )
            )
            == "hard.nobody"
        )

    def test_the_person_who_answers_does_not_end_it(self, office):
        found = opened(office)
        assert (
            refusal(
                lambda: hard_tasks.drop_hard_task(office.actor("an"), hard_id=found.pk, outcome="x")
            )
            == "worklog.keep_hard"
        )

    def test_an_end_says_how_and_is_an_end(self, office):
        head, found = office.actor("head"), opened(office)
        assert (
            refusal(lambda: hard_tasks.solve_hard_task(head, hard_id=found.pk, outcome=" "))
            == "hard.outcome"
        )
        dropped = hard_tasks.drop_hard_task(head, hard_id=found.pk, outcome="Cấp trên đã thu hồi")
        assert (dropped.state, dropped.solved_by) == ("dropped", None)
        assert (
            refusal(lambda: hard_tasks.solve_hard_task(head, hard_id=found.pk, outcome="x"))
            == "hard.ended"
        )

    def test_the_database_holds_it_too(self, office):
        found = opened(office)
        for wrong in (
            {"state": "solved"},
            {"state": "solved", "ended_on": TODAY, "outcome": "x"},
            {"state": "dropped", "ended_on": TODAY},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                HardTask.objects.filter(pk=found.pk).update(**wrong)


class TestChanging:
    def test_another_person_another_day_and_what_stood_before(self, office):
        found = opened(office)
        hard_tasks.change_hard_task(
            office.actor("head"),
            hard_id=found.pk,
            responsible_id=office.people["binh"].pk,
            due_on=DUE + timedelta(days=9),
        )
        facts = Event.objects.get(name="hard_task_changed").facts
        assert (facts["responsible"], facts["responsible_before"]) == (
            office.people["binh"].pk,
            office.people["an"].pk,
        )
        assert HardTask.objects.get().responsible == office.people["binh"]

    def test_an_old_day_may_stay_a_new_one_lies_ahead(self, office, monkeypatch):
        found = opened(office)
        monkeypatch.setenv("THENCHOT_TODAY", "2026-12-01")
        change = {"hard_id": found.pk, "responsible_id": None}
        assert (
            hard_tasks.change_hard_task(office.actor("head"), due_on=DUE, **change).responsible
            is None
        )
        assert (
            refusal(
                lambda: hard_tasks.change_hard_task(
                    office.actor("head"), due_on=DUE + timedelta(days=1), **change
                )
            )
            == "hard.past"
        )
