from datetime import timedelta

import pytest

from thenchot.kernel.decision import Refused
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.programmes.enums import Desk
from thenchot.programmes.models import Task
from thenchot.programmes.services import helping, progressing

pytestmark = pytest.mark.django_db
BUILDING = "ban xây dựng đảng"


def raise_one(given, desk, ref="1.1", body=BUILDING):
    return helping.raise_difficulty(
        given.head(body),
        task_id=given.task(ref).pk,
        text="Thiếu kinh phí",
        desk_id=desk.pk,
        proposal="Cấp bù",
    )


def test_a_difficulty_moves_the_task_to_the_named_desk(given):
    given.accepted("1.1", BUILDING)
    difficulty = raise_one(given, given.world.units["ubnd"])
    task = given.dated
    assert (task.desk_unit, task.desk_reason) == (given.world.units["ubnd"], Desk.ANSWER)
    assert difficulty.due_on > today()


def test_the_clock_of_an_answer_runs_in_working_days(given, the_day):
    given.accepted("1.1", BUILDING)
    the_day(today() - timedelta(days=today().weekday()) + timedelta(days=4))  # a Friday
    difficulty = raise_one(given, given.world.units["ubnd"])
    assert (difficulty.due_on - difficulty.raised_on).days >= 7  # five working days span a weekend


def test_the_named_desk_sees_the_task_it_had_no_part_in(given):
    given.accepted("1.1", BUILDING)
    front = given.head("mặt trận")
    assert not Task.objects.visible_to(front).filter(pk=given.dated.pk).exists()
    raise_one(given, given.world.units["mặt trận"])
    assert Task.objects.visible_to(front).filter(pk=given.dated.pk).exists()


def test_only_the_named_desk_answers_and_the_task_comes_back(given):
    given.accepted("1.1", BUILDING)
    difficulty = raise_one(given, given.world.units["ubnd"])
    with pytest.raises(Refused):
        helping.answer_difficulty(
            given.head(BUILDING), difficulty_id=difficulty.pk, answer="Tự trả lời"
        )
    helping.answer_difficulty(given.head("ubnd"), difficulty_id=difficulty.pk, answer="Đã cấp bù")
    assert given.dated.desk_unit == given.world.units[BUILDING]
    assert [(s.unit, s.until is None) for s in given.dated.stays.all()][-1] == (
        given.world.units[BUILDING],
        True,
    )


def test_a_commune_may_ask_a_body_of_the_city(given):
    from tests.worlds import _unit

    office = _unit(given.world.city, "Sở Nội vụ", "agency", "government")
    given.accepted("1.1", BUILDING)
    assert raise_one(given, office).desk == office
    with pytest.raises(Refused):
        raise_one(given, given.world.other_units["ubnd"])


def test_an_open_difficulty_stands_in_the_way_of_done(given):
    given.accepted("1.1", BUILDING)
    raise_one(given, given.world.units["ubnd"])
    with pytest.raises(Refused) as refused:
        progressing.finish_task(
            given.head(BUILDING),
            task_id=given.dated.pk,
            done_on=today(),
            note="x",
            product_number="1",
        )
    assert [r.rule for r in refused.value.decision.reasons] == ["difficulty"]


def test_a_task_that_needs_another_waits_at_the_desk_of_the_other(given):
    given.accepted("1.1", BUILDING)
    from thenchot.programmes.services import receiving

    receiving.clarify_task(
        given.head(BUILDING),
        task_id=given.dated.pk,
        responsible_id=given.world.people[BUILDING].pk,
        responsibility="a",
        product="b",
        authority="c",
    )
    helping.need_task(given.officer, task_id=given.dated.pk, needs_id=given.passed_by_committee.pk)
    assert (given.dated.desk_unit, given.dated.desk_reason) == (
        given.world.units["ubnd"],
        Desk.OTHER_TASK,
    )
    with pytest.raises(Refused) as refused:
        progressing.finish_task(
            given.head(BUILDING),
            task_id=given.dated.pk,
            done_on=today(),
            note="x",
            product_number="1",
        )
    assert [r.rule for r in refused.value.decision.reasons] == ["needs"]


def test_when_the_needed_task_is_done_the_waiting_one_comes_back(given):
    given.accepted("1.1", BUILDING)
    given.accepted("1.6", "mặt trận")
    helping.need_task(given.officer, task_id=given.dated.pk, needs_id=given.undated.pk)
    progressing.finish_task(
        given.head("mặt trận"),
        task_id=given.undated.pk,
        done_on=today(),
        note="Xong",
        product_number="1",
    )
    assert given.dated.desk_unit == given.world.units[BUILDING]


def test_two_tasks_cannot_wait_for_each_other_however_long_the_circle(given):
    a, b, c = given.dated, given.passed_by_committee, given.undated
    helping.need_task(given.officer, task_id=a.pk, needs_id=b.pk)
    helping.need_task(given.officer, task_id=b.pk, needs_id=c.pk)
    with pytest.raises(Refused) as refused:
        helping.need_task(given.officer, task_id=c.pk, needs_id=a.pk)
    assert refused.value.decision.reasons[0].rule == "circle"


def test_a_released_need_no_longer_holds(given):
    link = helping.need_task(given.officer, task_id=given.dated.pk, needs_id=given.undated.pk)
    with pytest.raises(Refused):
        helping.release_need(given.officer, dependency_id=link.pk, note="")
    helping.release_need(given.officer, dependency_id=link.pk, note="Không còn liên quan")
    assert given.dated.desk_reason == Desk.ACCEPT


def test_heads_do_not_tie_tasks_together(given):
    with pytest.raises(Refused):
        helping.need_task(given.head(BUILDING), task_id=given.dated.pk, needs_id=given.ongoing.pk)


def test_a_leader_over_the_desk_may_answer(given):
    given.accepted("1.1", BUILDING)
    difficulty = raise_one(given, given.world.units["ubnd"])
    assert (
        helping.answer_difficulty(
            given.world.actor(Role.LEADER), difficulty_id=difficulty.pk, answer="Đồng ý"
        ).state
        == "answered"
    )
