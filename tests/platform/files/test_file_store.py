"""Keeping a file: all of it or nothing."""

import io
import os
import re
import stat
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from tests.web.broken import pdf

from thenchot.platform.audit.models import Event
from thenchot.platform.files import BadFile, blobs, owners, register_owner, services
from thenchot.platform.files.models import StoredFile

PDF = pdf(1)


@pytest.fixture
def officer(actor):
    return actor("officer", "/1/")


def upload(content=PDF, name="Kế hoạch.pdf"):
    return SimpleUploadedFile(name, content)


def without_token(response):
    return re.sub(rb'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]*"', b"", response.content)


def incoming():
    return list((blobs.root() / "incoming").glob("*"))


def test_the_row_tells_what_the_bytes_are(officer):
    file = services.store(officer, upload(), unit_path="/1/4/")
    assert (file.name, file.content_type, file.size) == (
        "Kế hoạch.pdf",
        "application/pdf",
        len(PDF),
    )
    assert file.uploaded_by_id == officer.account_id
    assert services.read_stored(file) == PDF
    assert services.is_intact(file)
    assert Event.objects.get().name == "file_stored"


def test_it_can_be_read_before_and_after_the_commit(officer, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        file = services.store(officer, upload(), unit_path="/1/4/")
        assert services.read_stored(file) == PDF
        assert not blobs.place(file.blob).exists()
    assert blobs.place(file.blob).read_bytes() == PDF
    assert not incoming()


def test_only_the_owner_of_the_process_can_read_the_bytes(officer):
    file = services.store(officer, upload(), unit_path="/1/4/")
    assert stat.S_IMODE(blobs.path_of(file.blob).stat().st_mode) == 0o600


def test_two_files_with_the_same_content_do_not_share_their_fate(officer):
    first, second = (services.store(officer, upload(), unit_path="/1/4/") for _ in range(2))
    assert first.sha256 == second.sha256
    assert first.blob != second.blob


def test_a_refused_file_leaves_nothing(officer):
    with pytest.raises(BadFile):
        services.store(officer, upload(b"MZ\xff"), unit_path="/1/4/")
    assert not incoming() and not StoredFile.objects.exists()


@pytest.mark.parametrize("size_known", [True, False])
def test_a_file_above_the_limit_is_refused(officer, size_known):
    content = b"%PDF-" + b"x" * (1024 * 1024)
    big = upload(content) if size_known else io.BytesIO(content)
    with pytest.raises(BadFile, match="1 MB"):
        services.store(officer, big, unit_path="/1/4/", max_mb=1)


def test_a_kind_not_asked_for_is_refused(officer):
    with pytest.raises(BadFile, match="docx"):
        services.store(officer, upload(), unit_path="/1/4/", allowed={"docx"})


def test_a_failing_row_leaves_no_bytes(officer, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("mất điện")

    monkeypatch.setattr(services, "record", fail)
    with pytest.raises(RuntimeError):
        services.store(officer, upload(), unit_path="/1/4/")
    assert not incoming() and not StoredFile.objects.exists()


def test_what_a_rolled_back_transaction_left_is_swept_away(officer):
    with pytest.raises(RuntimeError), transaction.atomic():
        services.store(officer, upload(), unit_path="/1/4/")
        raise RuntimeError("dịch vụ gọi bị lỗi")
    (left,) = incoming()
    assert services.sweep() == 0
    os.utime(left, (time.time() - 2 * blobs.LEAVE_ALONE,) * 2)
    assert services.sweep() == 1
    assert not incoming()


def test_what_a_crash_after_the_commit_left_is_put_in_place(officer):
    file = services.store(officer, upload(), unit_path="/1/4/")
    (left,) = incoming()
    os.utime(left, (time.time() - 2 * blobs.LEAVE_ALONE,) * 2)
    assert services.sweep() == 0
    assert blobs.place(file.blob).read_bytes() == PDF


def test_changed_bytes_are_noticed(officer):
    file = services.store(officer, upload(), unit_path="/1/4/")
    blobs.path_of(file.blob).write_bytes(b"%PDF- thay")
    assert not services.is_intact(file)


class TestDownload:
    @pytest.fixture
    def file(self, officer):
        return services.store(officer, upload(), unit_path="/1/4/")

    @pytest.fixture
    def _own_branch_may_read(self, monkeypatch):
        monkeypatch.setattr(owners, "_checks", [])
        register_owner(lambda actor, file: actor.sees(file.unit_path))

    def test_a_file_nobody_answers_for_is_not_found(self, signed_in, file, monkeypatch):
        monkeypatch.setattr(owners, "_checks", [])
        assert signed_in("officer", "/1/").get(f"/files/{file.pk}/").status_code == 404

    @pytest.mark.usefixtures("_own_branch_may_read")
    def test_it_comes_as_an_attachment_that_no_browser_guesses(self, signed_in, file):
        response = signed_in("officer", "/1/").get(f"/files/{file.pk}/")
        assert b"".join(response.streaming_content) == PDF
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Disposition"].startswith("attachment")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]

    @pytest.mark.usefixtures("_own_branch_may_read")
    def test_out_of_scope_looks_like_missing(self, signed_in, file):
        browser = signed_in("officer", "/2/")
        outside, missing = browser.get(f"/files/{file.pk}/"), browser.get("/files/999999/")
        assert (outside.status_code, missing.status_code) == (404, 404)
        assert without_token(outside) == without_token(missing)

    def test_a_stranger_signs_in_first(self, client, file):
        assert client.get(f"/files/{file.pk}/").headers["Location"].startswith("/accounts/login/")
