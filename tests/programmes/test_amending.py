import pytest
from tests.programmes.conftest import give, text_of

from thenchot.kernel.decision import Refused
from thenchot.programmes.enums import TaskState
from thenchot.programmes.models import Assignment, Programme, Task
from thenchot.programmes.services import amending

pytestmark = pytest.mark.django_db
BUILDING = "ban xây dựng đảng"


def test_an_amended_text_leaves_the_old_one_readable(given):
    old = given.dated.text
    amending.amend_text(
        given.officer, task_id=given.dated.pk, text="Nội dung mới", reason="Theo kết luận"
    )
    change = given.dated.amendments.get()
    assert (given.dated.text, change.old, change.reason) == ("Nội dung mới", old, "Theo kết luận")


def test_no_amendment_without_a_reason(given):
    with pytest.raises(Refused):
        amending.amend_text(given.officer, task_id=given.dated.pk, text="Mới", reason=" ")


def test_a_new_lead_must_accept_and_the_old_one_ends_without_being_deleted(given):
    task = given.accepted("1.1", BUILDING)
    amending.assign_units(
        given.officer,
        task_id=task.pk,
        part="lead",
        unit_ids=[given.world.units["ubnd"].pk],
        reason="Chuyển việc",
    )
    task = given.dated
    assert (task.state, task.desk_unit) == (TaskState.ASSIGNED, given.world.units["ubnd"])
    ended = Assignment.everything.get(task=task, unit=given.world.units[BUILDING])
    assert ended.ended_on is not None and ended.accepted_on is not None
    assert not Task.objects.visible_to(given.head("mặt trận")).filter(pk=task.pk).exists()


def test_a_task_is_never_left_without_a_lead(given):
    with pytest.raises(Refused):
        amending.assign_units(
            given.officer, task_id=given.dated.pk, part="lead", unit_ids=[], reason="Bỏ"
        )


def test_a_cancelled_task_lies_at_nobodys_desk_and_cannot_be_changed(given):
    amending.cancel_task(given.officer, task_id=given.dated.pk, reason="Trùng việc")
    assert (given.dated.state, given.dated.desk_unit) == (TaskState.CANCELLED, None)
    with pytest.raises(Refused):
        amending.amend_text(given.officer, task_id=given.dated.pk, text="x", reason="y")


def second_programme(given, days, **superior):
    rows = (("1.1", "Việc riêng của kế hoạch", "UBND phường", "", "Hằng quý"),)
    text = text_of(**days, rows=rows).replace("08-CTr/ĐU", "09-CTr/ĐU")
    other = give(given.world, text).programme
    if superior:
        Programme.objects.filter(pk=other.pk).update(superior=given.programme)
    return Programme.objects.get(pk=other.pk)


def test_one_task_serves_two_programmes_without_a_copy(given, days):
    other, count = second_programme(given, days), Task.objects.count()
    amending.serve_programme(
        given.officer, task_id=given.dated.pk, programme_id=other.pk, ref="2.2"
    )
    assert Task.objects.count() == count
    assert set(given.dated.programmes.all()) == {given.programme, other}
    # the lead of the task now sees the second programme too, a unit without a part sees neither
    assert set(Programme.objects.visible_to(given.head(BUILDING))) == {given.programme, other}
    assert set(Programme.objects.visible_to(given.head("mặt trận"))) == {given.programme}


def test_a_task_is_traced_to_a_clause_of_the_superior_programme_only(given, days):
    lower = second_programme(given, days, superior=True)
    task, clause = lower.tasks.get(), given.programme.clauses.first()
    amending.trace_to_clause(given.officer, task_id=task.pk, clause_id=clause.pk)
    task.refresh_from_db()
    assert task.superior_clause == clause
    with pytest.raises(Refused):
        amending.trace_to_clause(given.officer, task_id=given.dated.pk, clause_id=clause.pk)


def test_a_head_amends_nothing(given):
    with pytest.raises(Refused):
        amending.cancel_task(given.head(BUILDING), task_id=given.dated.pk, reason="Ngại")
