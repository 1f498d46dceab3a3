"""Reminders before a date and after it, up a ladder; a run never doubles."""

from datetime import timedelta

import pytest
from django.urls import reverse

from thenchot.platform.alerts.models import Alert, Notice
from thenchot.platform.alerts.registry import AccountAudience
from thenchot.platform.alerts.services import run
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.programmes import alerts
from thenchot.programmes.models import ReportDuty
from thenchot.programmes.services import amending, extending, helping, progressing

pytestmark = pytest.mark.django_db
BUILDING = "ban xây dựng đảng"


def found(rule, on, ref):
    return next((f for f in rule(on) if f.message.startswith(f"{ref}:")), None)


def roles(finding):
    return {a.role for a in finding.audience if not isinstance(a, AccountAudience)}


def test_the_ladder_of_a_date_climbs_from_the_lead_to_the_leader(given):
    task = given.accepted("1.1", BUILDING)
    steps = [
        (found(alerts.due, task.due_on + timedelta(days=d), "1.1")) for d in (-8, -7, -1, 1, 7, 15)
    ]
    assert [f and f.step for f in steps] == [None, 0, 1, 2, 3, 4]
    assert roles(steps[1]) == {Role.HEAD}
    assert roles(steps[4]) == {Role.HEAD, Role.OFFICER}
    assert roles(steps[5]) == {Role.HEAD, Role.OFFICER, Role.LEADER}


def test_a_done_task_reminds_nobody(given):
    task = given.accepted("1.1", BUILDING)
    progressing.finish_task(
        given.head(BUILDING), task_id=task.pk, done_on=today(), note="x", product_number="1"
    )
    assert found(alerts.due, task.due_on + timedelta(days=20), "1.1") is None


def test_silence_is_asked_about_every_thirty_days(given):
    given.accepted("1.4", BUILDING)
    assert found(alerts.silent, today() + timedelta(days=30), "1.4") is None
    assert [found(alerts.silent, today() + timedelta(days=d), "1.4").step for d in (31, 61)] == [
        0,
        1,
    ]


def test_a_task_nobody_accepted_is_reminded_after_the_working_days_of_the_policy(given):
    assert found(alerts.unaccepted, today(), "1.1") is None
    assert found(alerts.unaccepted, today() + timedelta(days=10), "1.1") is not None


def test_a_new_lead_has_the_full_time_to_accept(given, the_day):
    later = today() + timedelta(days=40)
    the_day(later)
    unit = given.world.units["ubnd"]
    amending.assign_units(
        given.officer, task_id=given.dated.pk, part="lead", unit_ids=[unit.pk], reason="Chuyển việc"
    )
    assert found(alerts.unaccepted, later, "1.1") is None
    assert found(alerts.unaccepted, later + timedelta(days=10), "1.1").unit_path == unit.path
    assert found(alerts.unaccepted, later, "1.2") is not None  # still with its first lead


def test_an_open_date_asks_the_monitor_for_the_document_and_invents_nothing(given):
    finding = found(alerts.waiting_for_document, today(), "1.3")
    assert finding.unit_path == given.world.units["ban thường vụ"].path
    assert roles(finding) == {Role.OFFICER}
    assert given.open.due_on is None


def test_an_unanswered_difficulty_goes_to_its_desk_and_then_to_the_leader(given):
    given.accepted("1.1", BUILDING)
    difficulty = helping.raise_difficulty(
        given.head(BUILDING),
        task_id=given.dated.pk,
        text="Thiếu tiền",
        desk_id=given.world.units["ubnd"].pk,
    )
    first = found(alerts.unanswered, difficulty.due_on + timedelta(days=1), "1.1")
    last = found(alerts.unanswered, difficulty.due_on + timedelta(days=8), "1.1")
    assert (roles(first), roles(last)) == ({Role.HEAD}, {Role.HEAD, Role.LEADER})
    address = reverse("difficulty_answer", args=[difficulty.pk])
    readers = {
        Role.HEAD: given.world.units["ubnd"],
        Role.LEADER: given.world.ward,
        Role.CLERK: given.world.ward,
    }
    answered_by = {
        role
        for role, unit in readers.items()
        if address in given.world.client(role, unit).get(first.url).content.decode()
    }
    assert answered_by == {Role.HEAD, Role.LEADER}


def test_a_waiting_extension_reminds_the_issuer(given):
    task = given.accepted("1.1", BUILDING)
    extending.ask_extension(
        given.head(BUILDING),
        task_id=task.pk,
        proposed_on=task.due_on + timedelta(days=5),
        reason="x",
    )
    finding = found(alerts.undecided, today() + timedelta(days=5), "1.1")
    assert roles(finding) == {Role.LEADER}


def test_the_yearly_report_is_due_on_the_fourth_of_december(given, the_day):
    duty = ReportDuty.objects.create(
        programme=given.programme,
        ref="IV",
        text="Hằng năm, báo cáo",
        receiver="Ban Thường vụ",
        recurrence={"every": "year", "end": "12-04"},
    )
    year = today().year
    day = alerts.next_report_day(duty, given.programme.given_on)
    assert (day.month, day.day) == (12, 4)
    assert [f.step for f in alerts.reports(day - timedelta(days=14))] == [0]
    assert not list(alerts.reports(day - timedelta(days=40)))
    assert year <= day.year


def test_two_runs_tell_once_and_a_higher_rung_tells_again(given):
    task = given.accepted("1.1", BUILDING)
    given.head(BUILDING), given.leader  # accounts to tell
    on = task.due_on - timedelta(days=1)
    run(on)
    first = Notice.objects.count()
    run(on)
    assert Notice.objects.count() == first > 0
    run(task.due_on + timedelta(days=15))
    assert Notice.objects.count() > first


def test_an_alert_ends_by_itself_when_its_cause_is_gone(given):
    task = given.accepted("1.1", BUILDING)
    run(task.due_on + timedelta(days=2))
    alert = Alert.objects.get(rule="task_due", subject_id=str(task.pk))
    progressing.finish_task(
        given.head(BUILDING), task_id=task.pk, done_on=today(), note="x", product_number="1"
    )
    run(task.due_on + timedelta(days=2))
    alert.refresh_from_db()
    assert alert.state == "resolved"


def test_every_notice_opens_a_page(given):
    head = given.world.client(Role.HEAD, given.world.units[BUILDING])
    given.accepted("1.1", BUILDING)
    run(given.dated.due_on + timedelta(days=2))
    for notice in Notice.objects.filter(
        account=given.world.account(Role.HEAD, given.world.units[BUILDING])
    ):
        assert head.get(notice.alert.url).status_code == 200
