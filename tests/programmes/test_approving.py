import pytest

from thenchot.kernel.decision import Refused
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.programmes.enums import Desk, TaskState
from thenchot.programmes.services import approving, progressing

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(given):
    task = given.accepted("1.2", "ubnd")
    progressing.finish_task(
        given.head("ubnd"),
        task_id=task.pk,
        done_on=today(),
        note="Xong",
        product_number="3-TTr/UBND",
    )
    task.refresh_from_db()
    return task


def committee(given):
    return given.world.actor(Role.LEADER, given.world.units["ban thường vụ"])


def test_a_task_to_be_passed_is_not_done_when_its_lead_says_so(given, submitted):
    assert (submitted.state, submitted.done_entered_at) == (TaskState.SUBMITTED, None)
    assert (submitted.desk_unit, submitted.desk_reason) == (
        given.world.units["ban thường vụ"],
        Desk.APPROVE,
    )


def test_passed_it_is_done_on_the_day_of_the_fact(given, submitted):
    task = approving.approve_task(committee(given), task_id=submitted.pk, note="Nhất trí")
    assert (task.state, task.done_on) == (TaskState.DONE, today())


def test_returned_it_is_in_progress_again_with_the_reason_kept(given, submitted):
    task = approving.return_task(committee(given), task_id=submitted.pk, note="Bổ sung phương án 2")
    assert (task.state, task.done_on, task.desk_unit) == (
        TaskState.IN_PROGRESS,
        None,
        given.world.units["ubnd"],
    )
    assert task.approvals.get().note == "Bổ sung phương án 2"
    with pytest.raises(Refused):
        approving.return_task(committee(given), task_id=submitted.pk, note="")


def test_a_returned_task_stands_where_its_lead_last_reported_it(given):
    task = given.accepted("1.2", "ubnd")
    progressing.report_progress(given.head("ubnd"), task_id=task.pk, note="Dự thảo", percent=70)
    progressing.finish_task(
        given.head("ubnd"),
        task_id=task.pk,
        done_on=today(),
        note="Xong",
        product_number="3-TTr/UBND",
    )
    assert approving.return_task(committee(given), task_id=task.pk, note="Bổ sung").percent == 70


def test_a_returned_task_that_was_never_measured_stands_at_nothing(given, submitted):
    assert (
        approving.return_task(committee(given), task_id=submitted.pk, note="Bổ sung").percent == 0
    )


def test_a_second_round_follows_a_return(given, submitted):
    approving.return_task(committee(given), task_id=submitted.pk, note="Bổ sung")
    progressing.finish_task(
        given.head("ubnd"), task_id=submitted.pk, done_on=today(), note="Đã bổ sung"
    )
    assert submitted.approvals.count() == 2


@pytest.mark.parametrize("body", ["ubnd", "ban xây dựng đảng"])
def test_only_a_leader_over_the_approving_body_decides(given, submitted, body):
    actor = given.world.actor(Role.LEADER, given.world.units[body])
    with pytest.raises(Exception):  # noqa: B017 - refused, or not visible for a body without a part
        approving.approve_task(actor, task_id=submitted.pk)
    submitted.refresh_from_db()
    assert submitted.state == TaskState.SUBMITTED


def test_nobody_passes_the_own_work(given):
    task = given.accepted("1.2", "ubnd")
    both = given.leader
    from thenchot.platform.scope.models import Grant

    Grant.objects.create(
        account_id=both.account_id,
        role=Role.HEAD,
        path=given.world.units["ubnd"].path,
        starts_on=today(),
    )
    from thenchot.platform.accounts.models import Account
    from thenchot.platform.scope.actor import actor_for

    both = actor_for(Account.objects.get(pk=both.account_id))
    progressing.finish_task(both, task_id=task.pk, done_on=today(), note="Xong", product_number="1")
    with pytest.raises(Refused) as refused:
        approving.approve_task(both, task_id=task.pk)
    assert refused.value.decision.reasons[0].rule == "own_work"
