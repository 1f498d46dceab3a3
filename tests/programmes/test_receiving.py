import pytest

from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.programmes.enums import Desk, TaskState
from thenchot.programmes.services import receiving

pytestmark = pytest.mark.django_db
BUILDING = "ban xây dựng đảng"


def test_a_given_task_lies_at_its_lead_until_it_is_accepted(given):
    task = given.dated
    assert (task.desk_unit, task.desk_reason) == (given.world.units[BUILDING], Desk.ACCEPT)


def test_accepting_starts_the_work_and_asks_for_what_is_unclear(given):
    task = given.accepted("1.1", BUILDING)
    assert (task.state, task.desk_reason) == (TaskState.IN_PROGRESS, Desk.CLARIFY)
    assert task.assignments.get(part="lead").accepted_on is not None
    assert Event.objects.filter(name="task_accepted", subject_id=task.pk).count() == 1


def test_accepting_twice_is_refused(given):
    given.accepted("1.1", BUILDING)
    with pytest.raises(Refused):
        given.accepted("1.1", BUILDING)


@pytest.mark.parametrize("role", [Role.STAFF, Role.INSPECTOR, Role.GUEST])
def test_only_a_head_accepts(given, role):
    actor = given.world.actor(role, given.world.units[BUILDING])
    with pytest.raises(Refused):
        receiving.accept_task(actor, task_id=given.dated.pk)


def test_the_head_of_a_coordinating_unit_sees_the_task_but_cannot_accept_it(given):
    with pytest.raises(Refused):
        receiving.accept_task(given.head("phòng văn hóa"), task_id=given.dated.pk)


def test_a_unit_without_a_part_gets_the_same_answer_as_for_a_missing_task(given):
    with pytest.raises(NotVisible):
        receiving.accept_task(given.head("mặt trận"), task_id=given.dated.pk)
    with pytest.raises(NotVisible):
        receiving.accept_task(given.head("mặt trận"), task_id=999_999)


def test_making_a_task_clear_moves_it_on_to_the_work(given):
    task = given.accepted("1.1", BUILDING)
    person = given.world.people[BUILDING]
    receiving.clarify_task(
        given.head(BUILDING),
        task_id=task.pk,
        responsible_id=person.pk,
        responsibility="Trước Ban",
        product="Báo cáo",
        authority="Trình ký",
    )
    task.refresh_from_db()
    assert (task.responsible, task.desk_reason) == (person, Desk.WORK)


def test_the_responsible_person_sits_in_a_lead_unit(given):
    task = given.accepted("1.1", BUILDING)
    stranger = given.world.people["mặt trận"]
    with pytest.raises(Refused):
        receiving.clarify_task(given.head(BUILDING), task_id=task.pk, responsible_id=stranger.pk)
