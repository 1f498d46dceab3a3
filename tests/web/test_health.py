"""What keeps the system from working is told when it happens, in words, with whom to call."""

import errno
import os
import shutil
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from tests.worlds import build_world

from thenchot.platform.backup.models import KeyMark
from thenchot.platform.clock import now, real_now
from thenchot.platform.doctor import Mark
from thenchot.platform.jobs.models import Job, JobState
from thenchot.platform.keys.sealing import CannotOpen
from thenchot.web import checks, health, wsgi

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db):
    return build_world()


@pytest.fixture
def office(world):
    client = world.client("officer")
    client.raise_request_exception = False
    return client


def job(**fields):
    values = {"unit_path": "/1/", "label": "Đọc văn bản", "created_at": now(), "alive_at": now()}
    return Job.objects.create(**values | fields)


class TestHealthz:
    def asked(self):
        answer = Client().get("/healthz")
        return answer.status_code, answer.content.decode()

    def test_well(self):
        assert self.asked() == (200, "ok")

    def test_a_job_that_nobody_takes(self):
        job(created_at=real_now() - timedelta(minutes=16))
        assert self.asked() == (503, "jobs: fail")

    def test_other_keys(self):
        KeyMark.objects.all().delete()
        KeyMark.objects.create(key="k1", mark="0000", since=now())
        assert self.asked() == (503, "keys: fail")

    def test_a_full_disk(self, monkeypatch):
        monkeypatch.setattr(
            shutil, "disk_usage", lambda _path: SimpleNamespace(free=5 * 1024 * 1024)
        )
        assert self.asked() == (503, "disk: fail")
        assert health.disk() == "Đĩa của máy chủ chỉ còn 5 MB."

    def test_a_folder_that_cannot_be_written(self, monkeypatch, tmp_path):
        monkeypatch.setenv("THENCHOT_HOME", str(tmp_path / "gone"))
        assert self.asked() == (503, "disk: fail")

    def test_a_database_that_does_not_answer(self, monkeypatch):
        def away():
            raise OperationalError("connection refused")

        monkeypatch.setattr(connection, "cursor", away)
        status, told = self.asked()
        assert status == 503 and told.startswith("database: fail")


CAUSES = [
    (OSError(errno.ENOSPC, "No space left on device"), health.FULL),
    (OSError(errno.EDQUOT, "Quota"), health.FULL),
    (OperationalError("database or disk is full"), health.FULL),
    (OSError(errno.EROFS, "Read-only file system"), health.READ_ONLY),
    (OperationalError("attempt to write a readonly database"), health.READ_ONLY),
    (OperationalError("cannot execute INSERT in a read-only transaction"), health.READ_ONLY),
    (OperationalError("database disk image is malformed"), health.DAMAGED),
    (OperationalError("disk I/O error"), health.DAMAGED),
    (OperationalError("database is locked"), health.BUSY),
    (OperationalError("unable to open database file"), health.AWAY),
    (OperationalError("connection to server failed"), health.AWAY),
    (CannotOpen("people.identity: value does not open"), health.KEYS),
]


class TestPage:
    @pytest.fixture(autouse=True)
    def _broken(self, monkeypatch):
        self.error = None

        def desk(*_args, **_kwargs):
            raise self.error

        monkeypatch.setattr("thenchot.web.views.sections", desk)

    @pytest.mark.parametrize(("error", "words"), CAUSES, ids=lambda one: str(one)[:24])
    def test_it_says_what_is_wrong_and_whom_to_call(self, office, settings, error, words):
        settings.CONTACT = "anh Bình, 0912 345 678"
        self.error = error
        answer = office.get("/")
        page = answer.content.decode()
        assert answer.status_code == 503 and words in page
        assert "anh Bình, 0912 345 678" in page and "Chưa làm việc được" in page

    def test_the_cause_behind_another_error(self, office):
        self.error = RuntimeError("could not store")
        self.error.__cause__ = OSError(errno.ENOSPC, "No space left on device")
        assert health.FULL in office.get("/").content.decode()

    def test_a_fault_of_ours_stays_one(self, office):
        self.error = ZeroDivisionError()
        answer = office.get("/")
        assert answer.status_code == 500 and "Hệ thống gặp lỗi" in answer.content.decode()


class TestOtherKeys:
    def test_nothing_is_done_under_them(self, db):
        served = []
        application = wsgi.held(lambda environ, start: served.append(environ) or [b"page"])
        KeyMark.objects.all().delete()
        wrong = KeyMark.objects.create(key="k1", mark="0000", since=now())
        told = []
        [body] = application({"PATH_INFO": "/"}, lambda *head: told.append(head))
        assert told[0][0].startswith("503") and health.KEYS in body.decode() and not served
        assert application({"PATH_INFO": "/healthz"}, None) == [b"page"]
        wrong.delete()
        assert application({"PATH_INFO": "/"}, None) == [b"page"]


class TestLargeBodies:
    def test_a_stranger_sends_no_file(self):
        answer = Client().post(
            reverse("account_login"), {"login": "a", "f": SimpleUploadedFile("f", b"x" * 70_000)}
        )
        assert answer.status_code == 413 and "Chưa đăng nhập" in answer.content.decode()

    def test_he_is_refused_before_a_byte_is_read(self):
        class Unread:
            def read(self, *_):
                raise AssertionError("was read")

            readline = read

        answer = Client().post(
            reverse("account_login"),
            content_type="multipart/form-data; boundary=x",
            CONTENT_LENGTH=str(400 * 1024 * 1024),
            **{"wsgi.input": Unread()},
        )
        assert answer.status_code == 413

    def test_who_is_in_sends_what_a_file_may_have(self, office, settings):
        settings.LARGEST_BODY = 100_000
        answer = office.post("/", {"f": SimpleUploadedFile("f", b"x" * 110_000)})
        assert answer.status_code == 413 and "nhiều nhất" in answer.content.decode()

    def test_a_form_of_a_stranger_passes(self):
        answer = Client().post(reverse("account_login"), {"login": "a" * 5000, "password": "b"})
        assert answer.status_code == 200


class TestDeadJobs:
    def test_it_does_not_run_for_ever(self, world):
        client = world.client("officer")
        dead = job(
            account=world.account("officer"),
            state=JobState.RUNNING,
            alive_at=real_now() - timedelta(hours=2),
        )
        page = client.get(reverse("job_detail", args=[dead.pk])).content.decode()
        assert "bị ngắt giữa chừng" in page and "Đang chạy" not in page
        assert "Bị ngắt" in client.get(reverse("job_list")).content.decode()


class TestDoctor:
    def marks(self, check):
        return [finding.mark for finding in check()]

    def test_it_warns_where_the_second_factor_is_off(self, settings):
        settings.DEMO, settings.SECOND_FACTOR = False, False
        assert self.marks(checks.second_factor) == [Mark.WARN]
        settings.SECOND_FACTOR = True
        assert self.marks(checks.second_factor) == [Mark.OK]
        settings.DEMO, settings.SECOND_FACTOR = True, False
        assert self.marks(checks.second_factor) == [Mark.OK]

    def test_it_knows_what_healthz_knows(self):
        assert self.marks(checks.machine) == [Mark.OK]
        job(created_at=real_now() - timedelta(minutes=16))
        assert self.marks(checks.machine) == [Mark.FAIL]


def test_no_made_up_host_is_answered():
    """As it is set outside of tests, which add one of their own."""
    import subprocess
    import sys

    asked = "from thenchot.web import settings; print(settings.ALLOWED_HOSTS)"
    environment = {k: v for k, v in os.environ.items() if k != "THENCHOT_HOSTS"}
    done = subprocess.run(
        [sys.executable, "-c", asked], env=environment, capture_output=True, text=True
    )
    assert done.stdout.strip() == "['127.0.0.1', 'localhost', '[::1]']"
