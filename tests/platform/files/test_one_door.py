"""Whatever is kept goes through one door, where it is opened and looked through first."""

import ast
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.platform.office.screening.made import CLEAN, PAGES, SHEETS, WORDS

import thenchot
from thenchot.platform.audit.models import Event
from thenchot.platform.files import blobs, services
from thenchot.platform.files.models import StoredFile
from thenchot.platform.office.refused import BadFile, SecretDocument

SOURCE = Path(thenchot.__file__).parent
STAMPED = {
    "box.docx": WORDS["a text box"],
    "list.xlsx": SHEETS["the header"],
    "page.pdf": PAGES["a note"],
    "note.txt": "UBND PHƯỜNG\nMẬT\nKẾ HOẠCH".encode(),
}


@pytest.fixture
def officer(actor):
    return actor("officer", "/1/")


@pytest.mark.parametrize("name", STAMPED)
def test_a_stamped_file_is_refused_before_a_byte_is_kept(officer, name):
    with pytest.raises(SecretDocument) as refused:
        services.store(officer, SimpleUploadedFile(name, STAMPED[name]), unit_path="/1/")
    assert "không được giữ lại" in refused.value.message_vi
    assert not StoredFile.objects.exists() and not Event.objects.exists()
    assert not list((blobs.root() / "incoming").glob("*"))


def test_what_cannot_be_opened_is_refused(officer):
    with pytest.raises(BadFile, match="hỏng"):
        services.store(officer, SimpleUploadedFile("a.pdf", b"%PDF-1.7 x"), unit_path="/1/")


@pytest.mark.parametrize("extension", CLEAN)
def test_other_files_are_kept_as_they_are(officer, extension):
    upload = SimpleUploadedFile(f"tep.{extension}", CLEAN[extension])
    assert (
        services.read_stored(services.store(officer, upload, unit_path="/1/")) == CLEAN[extension]
    )


def test_no_room_keeps_bytes_by_another_way():
    keeping = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in WAYS
    }
    assert keeping == {"platform/files/services.py"}


WAYS = ("blobs.write", "StoredFile.objects.create", "StoredFile", "default_storage.save")
