"""Long work: how far it is, and that it always ends."""

import contextlib
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform import jobs
from thenchot.platform.clock import now
from thenchot.platform.jobs import due, services
from thenchot.platform.jobs.models import Job, JobState, Turn
from thenchot.platform.runtime import schedule


@task()
def count_to(job_id, last):
    with jobs.running(job_id) as progress:
        for n in range(1, last + 1):
            progress.at(n, last)
        progress.finish(f"Đã đếm {last}.", url="/account/")


@task()
def refuse(job_id):
    with jobs.running(job_id):
        Decision.no(Reason("x", "Dòng 3: thiếu tên đơn vị.")).or_refuse()


@task()
def break_down(job_id):
    with jobs.running(job_id):
        raise LookupError("chi tiết bên trong")


@pytest.fixture
def head(actor):
    return actor("head", "/1/4/")


def start(actor, what, **kwargs):
    name = f"{__name__}.{what.func.__name__}"
    return jobs.start(actor, name, label="Đếm", unit_path="/1/4/", **kwargs)


def work():
    call_command("worker", once=True, interval=0)


class TestStarting:
    def test_it_waits_until_a_worker_takes_it(self, head):
        job = start(head, count_to, last=3)
        assert (job.state, str(DBTaskResult.objects.get().id)) == (
            JobState.WAITING,
            str(job.task_id),
        )

    def test_a_rolled_back_transaction_leaves_nothing(self, head):
        with pytest.raises(RuntimeError), transaction.atomic():
            start(head, count_to, last=3)
            raise RuntimeError
        assert not Job.objects.exists() and not DBTaskResult.objects.exists()


class TestRunning:
    def run(self, head, what, **kwargs):
        job = start(head, what, **kwargs)
        with contextlib.suppress(LookupError):
            what.func(job.pk, **kwargs)
        job.refresh_from_db()
        return job

    def test_it_ends_with_what_a_person_reads(self, head):
        job = self.run(head, count_to, last=3)
        assert (job.state, job.done, job.total) == (JobState.DONE, 3, 3)
        assert (job.message, job.result_url, job.finished_at is not None) == (
            "Đã đếm 3.",
            "/account/",
            True,
        )

    def test_a_refusal_is_told_in_its_own_words(self, head):
        job = self.run(head, refuse)
        assert (job.state, job.message) == (JobState.FAILED, "Dòng 3: thiếu tên đơn vị.")

    def test_a_breakdown_is_told_without_its_inside(self, head):
        job = self.run(head, break_down)
        assert job.state == JobState.FAILED
        assert "chi tiết bên trong" not in job.message and "Chưa ghi gì" in job.message

    def test_the_task_acts_with_the_grants_of_who_asked(self, head):
        job = start(head, count_to, last=1)
        assert services.Progress(job).actor.grants == head.grants


class TestDeadWorkers:
    def test_a_job_nothing_is_heard_of_is_ended(self, head):
        job = start(head, count_to, last=3)
        Job.objects.update(state=JobState.RUNNING, alive_at=now() - timedelta(minutes=61))
        assert services.fail_the_silent(now()) == 1
        job.refresh_from_db()
        assert job.state == JobState.FAILED and "Hãy làm lại" in job.message

    def test_one_that_still_tells_is_left_alone(self, head):
        start(head, count_to, last=3)
        Job.objects.update(state=JobState.RUNNING, alive_at=now() - timedelta(minutes=50))
        assert services.fail_the_silent(now()) == 0

    def test_one_whose_task_failed_before_it_began_is_ended(self, head):
        start(head, count_to, last=3)
        DBTaskResult.objects.update(status="FAILED", finished_at=now())
        assert services.fail_the_lost(now()) == 1


class TestPage:
    def test_it_asks_again_until_the_end(self, signed_in, head):
        browser = signed_in("head", "/1/4/")
        from thenchot.platform.scope.actor import actor_for

        job = start(actor_for(browser.account), count_to, last=3)
        url = f"/jobs/{job.pk}/"
        assert 'hx-trigger="every 2s"' in browser.get(url).content.decode()
        count_to.func(job.pk, last=3)
        fragment = browser.get(url, headers={"hx-request": "true"}).content.decode()
        assert "Đã đếm 3." in fragment and "hx-trigger" not in fragment and "<html" not in fragment
        assert "Đếm" in browser.get("/jobs/").content.decode()

    def test_somebody_elses_is_not_found(self, signed_in, head):
        job = start(head, count_to, last=3)
        assert signed_in("head", "/1/4/").get(f"/jobs/{job.pk}/").status_code == 404


class TestSchedules:
    @pytest.fixture
    def ran(self, monkeypatch):
        monkeypatch.setattr(schedule, "_schedules", {})
        return []

    def test_a_daily_one_runs_once_a_day_from_its_hour(self, db, ran):
        schedule.every("daily", hour=0, name="tests.daily")(ran.append)
        assert [outcome.is_ok for outcome in due.run_due()] == [True]
        assert due.run_due() == []
        assert len(ran) == 1

    @pytest.mark.parametrize(
        ("period", "hour", "succeeded", "expected"),
        [
            ("daily", 2, None, True),
            ("daily", 2, "01:59", True),
            ("daily", 2, "02:00", False),
            ("daily", 23, "00:00", False),
            ("hourly", 0, "14:59", True),
            ("hourly", 0, "15:00", False),
        ],
    )
    def test_when_one_is_due_at_half_past_three_in_the_afternoon(
        self, period, hour, succeeded, expected
    ):
        at = now().replace(hour=15, minute=30)
        last = succeeded and at.replace(
            hour=int(succeeded[:2]), minute=int(succeeded[3:]), second=0, microsecond=0
        )
        assert schedule.Schedule("x", print, period, hour).is_due(at, last, None) is expected

    def test_a_failure_stops_no_other_and_is_tried_again_after_an_hour(self, db, ran):
        def broken(on):
            raise LookupError("hỏng")

        schedule.every("daily", name="tests.a")(broken)
        schedule.every("daily", name="tests.b")(ran.append)
        assert {o.name: o.is_ok for o in due.run_due()} == {"tests.a": False, "tests.b": True}
        assert due.run_due() == []
        Turn.objects.filter(name="tests.a").update(failed_at=now() - timedelta(minutes=61))
        assert [o.name for o in due.run_due()] == ["tests.a"]

    def test_one_that_runs_is_not_started_again_until_it_must_be_dead(self, db, ran):
        schedule.every("hourly", name="tests.long")(ran.append)
        Turn.objects.create(name="tests.long", started_at=now() - timedelta(minutes=119))
        assert due.run_due() == []
        Turn.objects.update(started_at=now() - timedelta(minutes=121))
        assert len(due.run_due()) == 1

    def test_the_command_ends_with_an_error_when_one_failed(self, db, ran, monkeypatch, capsys):
        monkeypatch.setattr(
            "thenchot.platform.jobs.apps.JobsConfig.discover", staticmethod(lambda: None)
        )

        def broken(on):
            raise LookupError("hỏng")

        schedule.every("daily", name="tests.a")(broken)
        with pytest.raises(CommandError, match="1 việc"):
            call_command("run_due")
        assert "LỖI  tests.a" in capsys.readouterr().out

    def test_an_unknown_name_is_refused(self, db, ran):
        with pytest.raises(CommandError, match="Không có việc"):
            call_command("run_due", only="nothing")
