"""A task, document or case that is given to somebody else goes over: it never counts for two."""

from datetime import date

import pytest
from tests.office import make_task

from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now
from thenchot.platform.scope.roles import Role
from thenchot.programmes.models import Task
from thenchot.scoring.services import marking, self_reporting
from thenchot.worklog.models import Work
from thenchot.worklog.rules.list_import import ExistingLine, Move, handed_over
from thenchot.worklog.services import list_importing
from thenchot.worklog.services.gathering import gather_open
from thenchot.worklog.sources import DOCUMENTS, Item


@pytest.fixture(autouse=True)
def on_the_last_day(monkeypatch):
    """Everything here is due on the twentieth of October."""
    monkeypatch.setenv("THENCHOT_TODAY", "2026-10-20")


def there(*, is_open=True, is_finished=False, is_fixed=False, is_overdue=False):
    return ExistingLine(1, is_open, is_finished, is_fixed, is_overdue)


class TestTheRule:
    @pytest.mark.parametrize(
        ("former", "move"),
        [
            ([there()], (Move.UPDATE, 0)),
            ([there(is_overdue=True)], (Move.NEW, None)),
            ([there(is_overdue=True), there()], (Move.UPDATE, 1)),
            ([there(is_finished=True)], (Move.LEAVE, 0)),
            ([there(is_finished=True, is_open=False)], (Move.LEAVE, 0)),
            ([there(is_fixed=True)], (Move.NEW, None)),
            ([there(is_open=False)], (Move.NEW, None)),
            ([there(is_fixed=True), there()], (Move.UPDATE, 1)),
            ([there(), there(is_finished=True)], (Move.LEAVE, 1)),
        ],
    )
    def test_each_case(self, former, move):
        assert handed_over(former) == move


@pytest.mark.django_db
class TestALine:
    @pytest.fixture
    def take(self, office):
        def run(*names, done=None, source_id="12/CV", dry_run=False):
            items = [
                Item(
                    source_id,
                    office.people[name].pk,
                    "Trả lời kiến nghị",
                    product="VB",
                    due_on=date(2026, 10, 20),
                    done_on=done,
                    row=at,
                )
                for at, name in enumerate(names, 2)
            ]
            return list_importing.import_items(
                office.world.actor(Role.CLERK),
                home=office.world.ward,
                source=DOCUMENTS,
                items=items,
                dry_run=dry_run,
            )

        return run

    def holders(self, office) -> list[tuple]:
        names = {person.pk: name for name, person in office.people.items()}
        return [
            (names[w.assessment.person_id], w.assigned, w.done)
            for w in Work.objects.filter(dropped_at=None)
            .select_related("assessment")
            .order_by("pk")
        ]

    def test_goes_over_to_the_new_person(self, office, take):
        take("an")
        pk = Work.objects.get().pk
        report = take("binh", dry_run=True)
        assert "trước do Lê Văn An xử lý, chuyển dòng" in report.lines[0].details and self.holders(
            office
        ) == [("an", 1, 0)]
        take("binh")
        assert self.holders(office) == [("binh", 1, 0)] and Work.objects.get().pk == pk
        told = {
            event.subject_id: event.facts
            for event in Event.objects.filter(name="sheet_took_in").order_by("seq")
        }
        assert (
            told[str(office.assessment("an").pk)]["handed_over"] == 1
            and told[str(office.assessment("binh").pk)]["updated"] == 1
        )

    def test_and_back_and_again_without_doubling(self, office, take):
        for name in ("an", "binh", "an", "an", "binh"):
            take(name)
            assert self.holders(office) == [(name, 1, 0)]

    def test_named_together_each_keeps_a_line(self, office, take):
        take("an", "binh")
        take("an", "binh")
        assert self.holders(office) == [("an", 1, 0), ("binh", 1, 0)]

    def test_given_to_two_one_line_goes_and_one_begins(self, office, take):
        take("an")
        take("binh", "head")
        assert self.holders(office) == [("binh", 1, 0), ("head", 1, 0)]

    def test_what_was_finished_does_not_count_a_second_time(self, office, take):
        take("an", done=date(2026, 10, 19))
        report = take("binh", done=date(2026, 10, 19))
        assert (
            self.holders(office) == [("an", 1, 1)]
            and "đã tính cho Lê Văn An" in report.lines[0].details
        )

    def test_given_back_it_stays_there_and_the_new_person_begins_another(self, office, take):
        take("an")
        self_reporting.give_back(
            office.actor("an"),
            work_id=Work.objects.get().pk,
            quantity=1,
            reason="Chuyển người khác",
        )
        take("binh", done=date(2026, 10, 20))
        assert self.holders(office) == [("an", 1, 0), ("binh", 1, 1)]

    def test_overdue_it_stays_assigned_there_and_the_new_person_begins_another(
        self, office, take, monkeypatch
    ):
        take("an")
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-21")
        take("binh")
        take("binh")
        assert self.holders(office) == [("an", 1, 0), ("binh", 1, 0)]

    def test_closed_it_stays_closed(self, office, take):
        take("an")
        office.confirm("an")
        before = office.close("an")
        take("binh")
        after = office.assessment("an")
        assert (after.result, after.total) == (before.result, before.total) and self.holders(
            office
        ) == [("an", 1, 0), ("binh", 1, 0)]


@pytest.mark.django_db
class TestATask:
    @pytest.fixture
    def task(self, office) -> Task:
        task = make_task(office)
        Task.objects.filter(pk=task.pk).update(
            timing="dated",
            due_on=date(2026, 10, 20),
            original_due_on=date(2026, 10, 20),
            responsible=office.people["an"],
        )
        gather_open()
        return task

    def give(self, office, task, name):
        Task.objects.filter(pk=task.pk).update(responsible=office.people[name])
        gather_open([office.people[name].pk])

    def standing(self) -> set[str]:
        return set(
            Work.objects.filter(dropped_at=None, source="programmes.task").values_list(
                "assessment__person__full_name", flat=True
            )
        )

    def test_leaves_the_former_sheet(self, office, task):
        assert self.standing() == {"Lê Văn An"}
        self.give(office, task, "binh")
        assert self.standing() == {"Trần Thị Bình"}
        assert (
            Event.objects.filter(name="work_gathered", subject_id=str(office.assessment("an").pk))
            .last()
            .facts["left"]
            == 1
        )

    def test_overdue_it_stays_there_too(self, office, task, monkeypatch):
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-21")
        self.give(office, task, "binh")
        assert self.standing() == {"Lê Văn An", "Trần Thị Bình"}

    def test_comes_back(self, office, task):
        self.give(office, task, "binh")
        self.give(office, task, "an")
        assert (
            self.standing() == {"Lê Văn An"}
            and Work.objects.filter(source="programmes.task").count() == 2
        )

    def test_a_second_run_changes_nothing(self, office, task):
        self.give(office, task, "binh")
        assert gather_open() == 0

    def test_what_was_confirmed_stays_for_the_head_to_look_at(self, office, task):
        Work.objects.update(confirmed_at=now())
        self.give(office, task, "binh")
        assert self.standing() == {"Lê Văn An", "Trần Thị Bình"}

    def test_a_closed_sheet_is_never_touched(self, office, task):
        marking.convert_work(
            office.actor("head"), work_id=Work.objects.get().pk, product_id=office.products["vb"].pk
        )
        office.confirm("an")
        office.close("an")
        self.give(office, task, "binh")
        assert self.standing() == {"Lê Văn An", "Trần Thị Bình"}
