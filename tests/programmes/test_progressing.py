from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from thenchot.kernel.decision import Refused
from thenchot.platform.clock import today
from thenchot.platform.files.models import StoredFile
from thenchot.platform.scope.roles import Role
from thenchot.programmes.enums import Desk, TaskState
from thenchot.programmes.models import Progress
from thenchot.programmes.services import progressing

pytestmark = pytest.mark.django_db
BUILDING = "ban xây dựng đảng"


def rules_of(refused):
    return [reason.rule for reason in refused.value.decision.reasons]


def evidence(name="bang.txt", content=b"Danh sach"):
    return SimpleUploadedFile(name, content, content_type="text/plain")


def test_a_report_keeps_the_day_of_the_fact_and_the_moment_of_entry(given):
    task = given.accepted("1.1", BUILDING)
    day = today() - timedelta(days=3)
    entry = progressing.report_progress(
        given.head(BUILDING), task_id=task.pk, note="Xong danh sách", percent=40, said_on=day
    )
    assert (entry.said_on, entry.entered_at.date() > day) == (day, True)
    task.refresh_from_db()
    assert task.percent == 40


def test_evidence_is_stored_with_the_report(given):
    task = given.accepted("1.1", BUILDING)
    entry = progressing.report_progress(
        given.head(BUILDING), task_id=task.pk, note="Xong", files=[evidence()]
    )
    assert [f.name for f in entry.evidence.all()] == ["bang.txt"]


def test_a_bad_file_leaves_neither_report_nor_file(given):
    task = given.accepted("1.1", BUILDING)
    with pytest.raises(Exception):  # noqa: B017 - whichever refusal the file room raises
        progressing.report_progress(
            given.head(BUILDING),
            task_id=task.pk,
            note="Xong",
            files=[evidence(), evidence("a.exe", b"MZ\x00")],
        )
    assert (
        not Progress.objects.exists() and StoredFile.objects.count() == 1
    )  # the programme's own original


def test_a_coordinating_unit_reports_but_does_not_move_the_percentage(given):
    task = given.accepted("1.1", BUILDING)
    progressing.report_progress(
        given.head("phòng văn hóa"), task_id=task.pk, note="Đã gửi ý kiến", percent=90
    )
    task.refresh_from_db()
    assert task.percent == 0


def test_staff_of_the_lead_unit_report(given):
    task = given.accepted("1.1", BUILDING)
    staff = given.world.actor(Role.STAFF, given.world.units[BUILDING])
    assert (
        progressing.report_progress(staff, task_id=task.pk, note="Đang làm").author_id
        == staff.account_id
    )


def test_nothing_is_reported_before_the_task_is_accepted(given):
    with pytest.raises(Refused) as refused:
        progressing.report_progress(given.head(BUILDING), task_id=given.dated.pk, note="Đang làm")
    assert rules_of(refused) == ["state"]


def test_the_future_cannot_be_reported(given):
    task = given.accepted("1.1", BUILDING)
    with pytest.raises(Refused) as refused:
        progressing.report_progress(
            given.head(BUILDING), task_id=task.pk, note="x", said_on=today() + timedelta(days=1)
        )
    assert rules_of(refused) == ["future"]


def test_a_task_is_not_done_without_its_product(given):
    task = given.accepted("1.1", BUILDING)
    with pytest.raises(Refused) as refused:
        progressing.finish_task(given.head(BUILDING), task_id=task.pk, done_on=today(), note="Xong")
    assert rules_of(refused) == ["product"]


def test_a_product_number_or_an_earlier_file_is_a_product(given):
    task = given.accepted("1.1", BUILDING)
    progressing.report_progress(
        given.head(BUILDING), task_id=task.pk, note="Xong", files=[evidence()]
    )
    progressing.finish_task(given.head(BUILDING), task_id=task.pk, done_on=today(), note="Xong")
    task.refresh_from_db()
    assert (task.state, task.desk_unit, task.desk_reason) == (TaskState.DONE, None, "")


def test_done_date_and_entered_date_are_two(given):
    task = given.accepted("1.1", BUILDING)
    day = today() - timedelta(days=10)
    progressing.finish_task(
        given.head(BUILDING), task_id=task.pk, done_on=day, note="Xong", product_number="12-BC/BXDĐ"
    )
    task.refresh_from_db()
    assert task.done_on == day < task.done_entered_at.date()


def test_an_ongoing_task_never_finishes(given):
    task = given.accepted("1.4", BUILDING)
    with pytest.raises(Refused) as refused:
        progressing.finish_task(
            given.head(BUILDING), task_id=task.pk, done_on=today(), note="Xong", product_number="1"
        )
    assert rules_of(refused) == ["ongoing"]


def test_an_open_task_waits_for_its_document_before_it_can_be_done(given):
    task = given.open
    from thenchot.programmes.services import receiving

    receiving.accept_task(given.head("ban thường vụ"), task_id=task.pk)
    with pytest.raises(Refused) as refused:
        progressing.finish_task(
            given.head("ban thường vụ"),
            task_id=task.pk,
            done_on=today(),
            note="x",
            product_number="1",
        )
    assert rules_of(refused) == ["document"]
    task.refresh_from_db()
    assert task.desk_reason == Desk.DOCUMENT


def test_each_period_of_a_recurring_task_is_done_on_its_own(given):
    task = given.accepted("1.5", "ubnd")
    first, second = task.instances.all()[:2]
    assert task.due_on == first.due_on
    progressing.finish_instance(
        given.head("ubnd"),
        task_id=task.pk,
        instance_id=first.pk,
        done_on=today(),
        note="Đã mở lớp",
        product_number="5-BC/UBND",
    )
    task.refresh_from_db()
    assert (task.state, task.due_on) == (TaskState.IN_PROGRESS, second.due_on)
    with pytest.raises(Refused):
        progressing.finish_instance(
            given.head("ubnd"),
            task_id=task.pk,
            instance_id=first.pk,
            done_on=today(),
            note="x",
            product_number="1",
        )


def test_whoever_follows_may_comment_and_a_stranger_may_not(given):
    assert (
        progressing.comment(given.leader, task_id=given.dated.pk, note="Cần nhanh hơn").kind
        == "comment"
    )
    with pytest.raises(Exception):  # noqa: B017 - not visible
        progressing.comment(given.head("mặt trận"), task_id=given.dated.pk, note="x")
