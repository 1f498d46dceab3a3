"""Dates in force move by decision or by document; the first date stays for ever."""

from datetime import timedelta

import pytest

from thenchot.documents.services import register_directive
from thenchot.kernel.decision import Refused
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.programmes.enums import Desk, Timing
from thenchot.programmes.services import extending

pytestmark = pytest.mark.django_db
BUILDING = "ban xây dựng đảng"


def rules_of(refused):
    return [reason.rule for reason in refused.value.decision.reasons]


def ask(given, task, body=BUILDING, days=30):
    later = max(task.due_on, today()) + timedelta(days=days)
    return extending.ask_extension(
        given.head(body), task_id=task.pk, proposed_on=later, reason="Chờ thẩm định"
    )


def test_asking_changes_no_date(given):
    task = given.accepted("1.1", BUILDING)
    ask(given, task)
    before = task.due_on
    task.refresh_from_db()
    assert task.due_on == before


def test_granted_the_date_in_force_moves_and_the_first_stays(given):
    task = given.accepted("1.1", BUILDING)
    asked, first = ask(given, task), task.due_on
    extending.grant_extension(given.leader, extension_id=asked.pk, granted_on=asked.proposed_on)
    task.refresh_from_db()
    assert (task.due_on, task.original_due_on) == (asked.proposed_on, first)
    change = task.amendments.get()
    assert (change.old, change.new, change.extension) == (
        first.isoformat(),
        asked.proposed_on.isoformat(),
        asked,
    )


def test_a_second_extension_still_keeps_the_very_first_date(given):
    task = given.accepted("1.1", BUILDING)
    first = task.due_on
    for _ in range(2):
        asked = ask(given, task)
        extending.grant_extension(given.leader, extension_id=asked.pk, granted_on=asked.proposed_on)
        task.refresh_from_db()
    assert task.original_due_on == first
    assert task.amendments.count() == 2


def test_asked_after_the_date_the_delay_stands(given):
    task = given.accepted("1.2", "ubnd")
    assert ask(given, task, "ubnd").asked_late


def test_refused_with_a_reason_the_date_stays(given):
    task = given.accepted("1.1", BUILDING)
    asked = ask(given, task)
    extending.refuse_extension(given.leader, extension_id=asked.pk, note="Việc gấp")
    task.refresh_from_db()
    assert task.due_on == asked.old_due_on


@pytest.mark.parametrize("body", [BUILDING, "phòng văn hóa"])
def test_a_leader_of_a_unit_with_a_part_cannot_decide(given, body):
    """Even with the right role: the lead never decides, nor a coordinating unit."""
    task = given.accepted("1.1", BUILDING)
    asked = ask(given, task)
    actor = given.world.actor(Role.LEADER, given.world.units[body])
    with pytest.raises(Refused) as refused:
        extending.grant_extension(actor, extension_id=asked.pk, granted_on=asked.proposed_on)
    assert rules_of(refused) == ["not_issuer"]


def test_the_delegate_decides_where_the_issuer_itself_is_the_lead(given):
    task = given.accepted("1.3", "ban thường vụ")
    document(given, task, today() + timedelta(days=10))
    task.refresh_from_db()
    asked = ask(given, task, "ban thường vụ")
    issuer = given.world.actor(Role.LEADER, given.world.units["ban thường vụ"])
    with pytest.raises(Refused):
        extending.grant_extension(issuer, extension_id=asked.pk, granted_on=asked.proposed_on)
    assert [u.pk for u in extending.granting_units(task)] == [
        given.world.units["văn phòng đảng ủy"].pk
    ]
    extending.grant_extension(given.leader, extension_id=asked.pk, granted_on=asked.proposed_on)


def test_one_request_at_a_time_and_one_decision(given):
    task = given.accepted("1.1", BUILDING)
    asked = ask(given, task)
    with pytest.raises(Refused):
        ask(given, task)
    extending.grant_extension(given.leader, extension_id=asked.pk, granted_on=asked.proposed_on)
    with pytest.raises(Refused) as refused:
        extending.refuse_extension(given.leader, extension_id=asked.pk, note="Đổi ý")
    assert rules_of(refused) == ["decided"]


def test_an_undated_task_has_nothing_to_extend(given):
    task = given.accepted("1.6", "mặt trận")
    with pytest.raises(Refused) as refused:
        extending.ask_extension(
            given.head("mặt trận"),
            task_id=task.pk,
            proposed_on=today() + timedelta(days=3),
            reason="x",
        )
    assert rules_of(refused) == ["no_date"]


def document(given, task, due_on):
    directive = register_directive(
        given.officer,
        home_id=given.world.ward.pk,
        title="Hướng dẫn bố trí Phó Chủ tịch",
        issuer="Ban Thường vụ Thành ủy",
        number="77-HD/TU",
        issued_on=today(),
    )
    return extending.set_date_by_document(
        given.officer, task_id=task.pk, directive_id=directive.pk, due_on=due_on
    )


def test_the_document_that_comes_gives_an_open_task_its_date(given):
    task = given.open
    assert task.desk_reason == Desk.DOCUMENT
    task = document(given, task, today() + timedelta(days=40))
    assert (task.timing, task.due_on, task.original_due_on) == (
        Timing.DATED,
        today() + timedelta(days=40),
        task.due_on,
    )
    assert task.desk_reason == Desk.ACCEPT
    assert task.amendments.get().directive.number == "77-HD/TU"


def test_an_open_task_gets_no_date_without_its_document(given):
    with pytest.raises(Refused):
        extending.set_date_by_document(
            given.officer,
            task_id=given.dated.pk,
            directive_id=given.programme.directive_id,
            due_on=today(),
        )
    with pytest.raises(Refused):
        document(given, given.open, None)


def test_an_undated_task_gets_its_first_date_with_a_reason(given):
    task = extending.set_date(
        given.officer,
        task_id=given.undated.pk,
        due_on=today() + timedelta(days=9),
        reason="Kết luận giao ban",
    )
    assert (task.timing, task.original_due_on) == (Timing.DATED, today() + timedelta(days=9))
    with pytest.raises(Refused) as refused:
        extending.set_date(
            given.officer, task_id=task.pk, due_on=today() + timedelta(days=30), reason="Lùi lại"
        )
    assert rules_of(refused) == ["dated"]


def test_a_period_of_a_recurring_task_is_extended_alone(given):
    task = given.accepted("1.5", "ubnd")
    period = task.instances.filter(due_on__gt=today()).first()
    later = period.due_on + timedelta(days=15)
    asked = extending.ask_extension(
        given.head("ubnd"),
        task_id=task.pk,
        proposed_on=later,
        reason="Thiếu giảng viên",
        instance_id=period.pk,
    )
    extending.grant_extension(given.leader, extension_id=asked.pk, granted_on=later)
    period.refresh_from_db()
    assert (period.due_on, period.original_due_on) == (later, later - timedelta(days=15))


def test_a_leader_of_the_issuing_body_alone_opens_the_page_and_decides(given):
    task = given.accepted("1.1", BUILDING)
    asked = ask(given, task)
    committee = given.world.client(Role.LEADER, given.world.units["ban thường vụ"])
    given.programme.tasks.get(ref="1.1").assignments.create(
        unit=given.world.units["ban thường vụ"], part="coordinate"
    )
    address = f"/extensions/{asked.pk}/decide/"
    assert committee.get(address).status_code == 200
    answer = committee.post(
        address, {"decision": "grant", "granted_on": asked.proposed_on.isoformat(), "note": ""}
    )
    assert answer.status_code == 302
    assert (
        given.world.client(Role.HEAD, given.world.units[BUILDING]).get(address).status_code == 403
    )
