"""Forty broken files at the door: each gets a clear message, nothing half-done stays, no traceback
reaches anybody.
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.broken import READ, REFUSED
from tests.worlds import build_world

from thenchot.platform import keys
from thenchot.platform.audit.models import Event
from thenchot.platform.files.models import StoredFile
from thenchot.platform.jobs.models import Job
from thenchot.platform.scope.roles import Role
from thenchot.programmes.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


def send(world, name, content):
    upload = SimpleUploadedFile(name, content, content_type="application/octet-stream")
    return world.client(Role.OFFICER).post("/import/", {"home": world.ward.pk, "file": upload})


def files_on_disk():
    return sorted(path for path in (keys.home() / "files").rglob("*") if path.is_file())


def test_there_are_forty_of_them():
    assert len(REFUSED) >= 40


@pytest.mark.parametrize("case", REFUSED)
def test_a_broken_file_is_refused_with_a_message_and_leaves_nothing(world, case, caplog):
    name, content = REFUSED[case]
    events, before = Event.objects.count(), files_on_disk()
    answer = send(world, name, content)
    assert answer.status_code == 200
    errors = " ".join(answer.context["form"].errors.get("file", []))
    assert len(errors) > 20 and "Traceback" not in answer.content.decode() and "Error" not in errors
    assert (
        not Draft.objects.exists() and not StoredFile.objects.exists() and not Job.objects.exists()
    )
    assert (Event.objects.count(), files_on_disk()) == (events, before)
    assert "ke-hoach-kin" not in caplog.text + errors


@pytest.mark.parametrize("case", READ)
def test_an_odd_file_with_text_is_read_and_shown(world, case):
    name, content = READ[case]
    answer = send(world, name, content)
    assert answer.status_code == 302
    page = world.client(Role.OFFICER).get(answer["Location"]).content.decode()
    assert "Đối chiếu với bản gốc" in page and "<script>alert" not in page
    assert "/" not in Draft.objects.get().original.name
    assert all(
        not task.deadline.get("end") or task.deadline_raw
        for task in Draft.objects.get().proposal.tasks
    )
