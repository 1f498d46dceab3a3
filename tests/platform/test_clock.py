"""The told day of a demonstration moves days and moments of work together; what must stay honest
does not move.
"""

from datetime import date, datetime, timedelta

import pytest
from django.conf import settings

from thenchot.platform import clock
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.trail import record
from thenchot.platform.backup.models import Backup
from thenchot.platform.doctor import Mark
from thenchot.platform.jobs.models import Job, JobState
from thenchot.platform.jobs.schedules import end_dead_jobs
from thenchot.platform.jobs.services import fail_the_silent
from thenchot.platform.scope.actor import SYSTEM
from thenchot.web.checks import told_day

TOLD = date(2026, 2, 28)
AT = datetime(2026, 11, 20, 23, 59, 58, 5, tzinfo=clock.ZONE)


@pytest.fixture
def told(monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", TOLD.isoformat())


@pytest.fixture
def at(monkeypatch):
    monkeypatch.setattr(clock, "real_now", lambda: AT)


def test_without_a_told_day_both_times_are_the_machines(monkeypatch, at):
    monkeypatch.delenv("THENCHOT_TODAY", raising=False)
    assert (clock.now(), clock.today()) == (AT, AT.date())


def test_a_told_day_keeps_the_time_of_day_and_its_zone(told, at):
    assert clock.now() == datetime(2026, 2, 28, 23, 59, 58, 5, tzinfo=clock.ZONE)
    assert clock.now().utcoffset() == timedelta(hours=7)
    assert clock.now().date() == clock.today() == TOLD


def test_the_real_time_is_not_moved(told):
    assert abs(clock.real_now() - datetime.now(clock.ZONE)) < timedelta(minutes=1)


def test_a_day_that_is_none_is_not_passed_over(monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", "30/02/2026")
    with pytest.raises(ValueError, match="Invalid isoformat"):
        clock.now()


@pytest.mark.django_db
def test_the_audit_trail_keeps_real_time(told):
    record(SYSTEM, "thing.done", subject=Backup(pk=1))
    assert abs(Event.objects.get().at - clock.real_now()) < timedelta(minutes=1)


@pytest.mark.django_db
def test_a_running_job_is_not_taken_for_a_silent_one(told):
    at = clock.real_now()
    job = Job.objects.create(
        label="Đếm", unit_path="/1/", state=JobState.RUNNING, created_at=at, alive_at=at
    )
    assert end_dead_jobs(clock.today()) is None
    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    assert fail_the_silent(at + timedelta(days=1)) == 1  # it would have been


def test_the_doctor_says_that_the_clock_shows_another_day(told, monkeypatch):
    monkeypatch.setattr(settings, "DEMO", False)
    assert [(one.mark, "28/02/2026" in one.message) for one in told_day()] == [(Mark.WARN, True)]


def test_the_doctor_finds_nothing_wrong_with_it_in_a_demonstration(told, monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    assert [one.mark for one in told_day()] == [Mark.OK]
    monkeypatch.delenv("THENCHOT_TODAY")
    assert [one.mark for one in told_day()] == [Mark.OK]
