"""The board counts in SQL what the rule judges one by one: both must say the same, on any day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.registers import chosen

from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.programmes.enums import Standing
from thenchot.programmes.models import Task
from thenchot.programmes.queries import board
from thenchot.programmes.queries.programmes import list_programmes
from thenchot.programmes.queries.standing import conditions, measures, verdict_of
from thenchot.programmes.queries.tasks import (
    get_history,
    get_task_page,
    judged,
)
from thenchot.programmes.registers import TaskRegister
from thenchot.programmes.services import extending, helping, progressing

pytestmark = pytest.mark.django_db
BUILDING = "ban xây dựng đảng"


@pytest.fixture
def lively(given):
    """Something of everything happened."""
    for ref, body in (
        ("1.1", BUILDING),
        ("1.2", "ubnd"),
        ("1.4", BUILDING),
        ("1.5", "ubnd"),
        ("1.6", "mặt trận"),
    ):
        given.accepted(ref, body)
    progressing.finish_task(
        given.head(BUILDING), task_id=given.dated.pk, done_on=today(), note="x", product_number="1"
    )
    progressing.finish_instance(
        given.head("ubnd"),
        task_id=given.quarterly.pk,
        done_on=today(),
        note="x",
        product_number="2",
        instance_id=given.quarterly.instances.first().pk,
    )
    helping.need_task(
        given.officer, task_id=given.undated.pk, needs_id=given.passed_by_committee.pk
    )
    return given


@pytest.mark.parametrize("distance", [-140, -30, 0, 14, 25, 60, 200, 400])
def test_sql_and_rule_agree_on_every_task_on_any_day(lively, distance):
    on = today() + timedelta(days=distance)
    policy = measures(lively.world.ward.path, on)
    for standing, condition in conditions(on=on, **policy).items():
        counted = set(Task.objects.filter(condition).values_list("pk", flat=True))
        judged_so = {
            t.pk for t in Task.objects.all() if verdict_of(t, on=on, **policy).standing == standing
        }
        assert counted == judged_so, standing


def counts(given, **chosen):
    return board.get_counts(given.leader, on=today(), path=given.world.ward.path, **chosen)


def test_what_the_strip_says(lively):
    figures = counts(lively)
    assert (
        figures["dated"],
        figures["dated_done_on_time"],
        figures["dated_late"],
        figures["dated_late_original"],
    ) == (2, 1, 1, 1)
    assert figures["dated_done_share"] == 50
    assert (figures["waiting"], figures["undated"], figures["in_rhythm"], figures["silent"]) == (
        1,
        1,
        1,
        0,
    )


def test_ongoing_open_and_undated_are_never_part_of_the_share_done(lively):
    before = counts(lively)
    progressing.finish_instance(
        lively.head("ubnd"),
        task_id=lively.quarterly.pk,
        done_on=today(),
        note="x",
        product_number="3",
        instance_id=lively.quarterly.instances.filter(done_on=None).first().pk,
    )
    progressing.report_progress(
        lively.head(BUILDING), task_id=lively.ongoing.pk, note="Đã bổ sung hai người"
    )
    after = counts(lively)
    assert (after["dated"], after["dated_done_share"]) == (
        before["dated"],
        before["dated_done_share"],
    )


def test_an_extension_forgives_against_the_date_in_force_only(lively):
    task = lively.passed_by_committee
    asked = extending.ask_extension(
        lively.head("ubnd"), task_id=task.pk, proposed_on=today() + timedelta(days=30), reason="x"
    )
    extending.grant_extension(lively.leader, extension_id=asked.pk, granted_on=asked.proposed_on)
    figures = counts(lively)
    assert (figures["dated_late"], figures["dated_late_original"]) == (0, 1)


def test_periods_are_counted_one_by_one(lively):
    figures = counts(lively)
    total = sum(figures[f"periods_{k}"] for k in ("on_time", "done_late", "late", "ahead"))
    assert total == lively.quarterly.instances.count()
    assert figures["periods_on_time"] + figures["periods_done_late"] == 1


def test_stuck_shows_desk_days_and_what_is_blocked(lively):
    rows = {
        t.ref: t
        for t in board.list_stuck(
            lively.leader, on=today() + timedelta(days=10), path=lively.world.ward.path
        )
    }
    late = rows["1.2"]
    assert (late.desk_unit, late.days_at_desk, late.blocked) == (lively.world.units["ubnd"], 10, 1)
    assert late.verdict.days_late == 40
    assert rows["1.3"].desk_reason == "document"


def test_bodies_answer_for_what_they_lead(lively):
    rows = {
        r["unit__name"]: r
        for r in board.list_bodies(lively.leader, on=today(), path=lively.world.ward.path)
    }
    overdue = lively.quarterly.instances.filter(done_on=None, due_on__lt=today()).count()
    assert rows[lively.world.units["ubnd"].name]["late"] == 1 + overdue  # 1.2, and periods of 1.5
    assert rows[lively.world.units[BUILDING].name]["done"] == 1


def test_the_figures_of_a_head_cover_the_own_unit_only(lively):
    head = lively.head("mặt trận")
    assert board.get_counts(head, on=today(), path=lively.world.ward.path)["dated"] == 0


def test_a_figure_opens_exactly_its_rows(lively):
    for standing in (
        Standing.LATE,
        Standing.DONE_ON_TIME,
        Standing.WAITING,
        Standing.UNDATED,
        Standing.IN_RHYTHM,
    ):
        rows = judged(
            chosen(TaskRegister, lively.leader, standing=standing),
            on=today(),
            path=lively.world.ward.path,
        )
        assert {r.verdict.standing for r in rows} == {standing}


@pytest.mark.parametrize(
    ("words", "found"), [("ra soat", 1), ("RÀ SOÁT vị trí", 1), ("khong co", 0), ("cap uy", 1)]
)
def test_search_needs_no_accents_and_every_word(given, words, found):
    assert len(chosen(TaskRegister, given.leader, q=words)) == found


def test_a_filter_by_unit_and_part(given):
    unit = given.world.units["phòng văn hóa"]
    helped = chosen(TaskRegister, given.leader, unit=unit.pk, part="coordinate")
    assert [task.ref for task in helped] == ["1.1"]
    assert not chosen(TaskRegister, given.leader, unit=unit.pk, part="lead")


def test_the_page_of_a_task_has_everything_and_the_history_the_rest(lively):
    task = get_task_page(lively.leader, lively.passed_by_committee.pk, on=today())
    assert [d.task.ref for d in task.holds_up] == ["1.6"]
    history = get_history(lively.leader, lively.passed_by_committee.pk)
    assert [p.ref for p in history.served] == ["1.2"]
    assert history.desks[0].unit == lively.world.units["ubnd"]


@pytest.mark.parametrize(
    "role", [Role.OFFICER, Role.LEADER, Role.CLERK, Role.INSPECTOR, Role.GUEST]
)
def test_who_reads_the_commune_reads_every_task(given, role):
    assert Task.objects.visible_to(given.world.actor(role)).count() == 6


def test_the_administrator_sees_no_task(given):
    assert not Task.objects.visible_to(given.world.actor(Role.ADMIN)).exists()


def test_a_coordinating_unit_sees_its_task_before_anybody_accepts_it(given):
    assert {t.ref for t in Task.objects.visible_to(given.head("phòng văn hóa"))} == {"1.1"}


class TestOneFigure:
    """What is late is counted once: strip, list, list of programmes, bodies, programme."""

    @pytest.fixture
    def late(self, lively):
        """A recurring task past the day of its open period, beside the dated one."""
        Task.objects.filter(pk=lively.quarterly.pk).update(due_on=today() - timedelta(days=3))
        return lively

    def test_every_page_counts_the_same_late_tasks(self, late):
        actor, path = late.leader, late.world.ward.path
        (programme,) = list_programmes(actor, on=today(), path=path)
        listed = chosen(TaskRegister, actor, standing="late")
        figures = counts(late, programme_id=programme.pk)
        assert late.quarterly in listed
        assert counts(late)["late"] == figures["late"] == programme.late_count == len(listed)
        assert figures["late"] == figures["dated_late"] + 1

    def test_the_figure_leads_to_the_tasks_it_counts(self, late):
        page = late.world.client(Role.LEADER).get(reverse("board")).content.decode()
        assert f'href="{reverse("task_list")}?standing=late"' in page


def test_silence_begins_when_a_task_is_given_out_and_not_when_its_document_was_signed(given):
    ongoing = Task.objects.filter(timing="ongoing").first()
    ongoing.given_on, ongoing.heard_on = today() - timedelta(days=165), None
    ongoing.save()
    policy = measures(given.world.ward.path, today())
    verdict = verdict_of(ongoing, on=today(), **policy)
    assert (verdict.standing, verdict.silent_days) == (Standing.IN_RHYTHM, 0)
    later = verdict_of(ongoing, on=today() + timedelta(days=200), **policy)
    assert (later.standing, later.silent_days) == (Standing.SILENT, 200)
