"""The same programme as text, Word, PDF and scan through the upload door; the scan by the worker's
job.
"""

import io
import shutil
import subprocess
from datetime import timedelta

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.programmes.conftest import ROWS, text_of
from tests.web.broken import word_saying
from tests.worlds import build_world

from thenchot.kernel.decision import Refused
from thenchot.platform.clock import today
from thenchot.platform.files import services as files
from thenchot.platform.files.models import StoredFile
from thenchot.platform.runtime.sandbox import convert_office
from thenchot.platform.scope.roles import Role
from thenchot.programmes.drafts.proposal import Proposal, kept
from thenchot.programmes.models import Draft
from thenchot.programmes.services import drafting

pytestmark = pytest.mark.django_db
HEADER = ("Số TT", "Nhiệm vụ", "Phân công chủ trì", "Phân công phối hợp", "Thời gian hoàn thành")


@pytest.fixture
def world():
    return build_world()


@pytest.fixture
def days():
    on = today()
    return {
        "given": on - timedelta(days=150),
        "soon": on + timedelta(days=20),
        "late": on - timedelta(days=30),
    }


@pytest.fixture
def word(days, tmp_path):
    """The text of the small programme as a Word file with a real table."""
    document = docx.Document()
    for line in text_of(**days).split("| Số TT")[0].strip().splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=5, style="Table Grid")
    shown = {name: f"{day:%d/%m/%Y}" for name, day in days.items()}
    for row in (HEADER, ("1", "Sắp xếp bộ máy", "", "", ""), *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text.format(**shown)
    path = tmp_path / "chuong-trinh.docx"
    document.save(path)
    return path


def printed(word):
    """The PDF that an office makes of a Word file."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{word.parent}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(word.parent),
        str(word),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return word.with_suffix(".pdf")


def scanned(pdf):
    """Pictures of the pages in a PDF without text."""
    if not shutil.which("tesseract"):
        pytest.skip("tesseract is not installed")
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        pages = [
            document[n].render(scale=200 / 72).to_pil().convert("L") for n in range(len(document))
        ]
    path = pdf.with_name("quet.pdf")
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=200)
    return path


@pytest.fixture
def pdf(word):
    return printed(word)


@pytest.fixture
def scan(pdf):
    return scanned(pdf)


def upload(world, path) -> Draft:
    file = SimpleUploadedFile(path.name, path.read_bytes(), content_type="application/octet-stream")
    return drafting.start_import(world.actor(Role.OFFICER), home_id=world.ward.pk, upload=file)


def told(draft):
    return [
        (t.printed, t.lead, t.deadline["kind"], t.deadline.get("end"))
        for t in kept(draft.proposal.tasks)
    ]


def as_text(world, days, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(text_of(**days), encoding="utf8")
    return told(upload(world, path))


def test_word_says_what_the_text_says(world, days, word, tmp_path):
    assert told(upload(world, word)) == as_text(world, days, tmp_path)


@pytest.mark.office
def test_pdf_says_what_the_text_says(world, days, pdf, tmp_path):
    assert told(upload(world, pdf)) == as_text(world, days, tmp_path)


@pytest.mark.office
def test_an_old_word_file_is_read_by_a_job_and_kept_as_it_came(world, days, word, tmp_path):
    whole, old = docx.Document(word), tmp_path / "cu.doc"
    whole.add_paragraph()  # the old format knows no table at the very end
    whole.save(word)
    old.write_bytes(convert_office(word, "doc"))
    draft = upload(world, old)
    assert draft.state == "reading"
    drafting.read_stored(draft.pk)
    draft.refresh_from_db()
    assert told(draft) == as_text(world, days, tmp_path)
    assert files.read_stored(draft.original) == old.read_bytes()
    assert draft.original.name == "cu.doc"


@pytest.mark.ocr
def test_a_scan_is_read_by_a_job_and_every_value_asks_to_be_looked_at(world, days, scan):
    draft = upload(world, scan)
    assert (draft.state, draft.proposal) == ("reading", Proposal())
    page = world.client(Role.OFFICER).get(f"/import/{draft.pk}/")
    assert page.status_code == 302 and page["Location"] == f"/jobs/{draft.job_id}/"
    drafting.read_stored(draft.pk)
    draft.refresh_from_db()
    refs = [row[0] for row in told(draft)]
    assert draft.state == "review" and {"1.1", "1.2", "1.4"} <= set(refs)
    assert any("quét" in warning.message for warning in draft.proposal.warnings)
    assert all(t.doubtful for t in kept(draft.proposal.tasks))


@pytest.mark.ocr
def test_a_stamp_on_the_picture_of_the_first_page_is_refused_before_anything_is_kept(
    world, tmp_path
):
    path = tmp_path / "kin.docx"
    path.write_bytes(
        word_saying(
            "ỦY BAN NHÂN DÂN PHƯỜNG",
            "TỐI MẬT",
            "KẾ HOẠCH",
            "1. Giao Phòng Văn hóa chủ trì rà soát cán bộ.",
        )
    )
    with pytest.raises(Refused) as refused:
        upload(world, scanned(printed(path)))
    assert refused.value.decision.reasons[0].rule == "secret"
    assert not Draft.objects.exists() and not StoredFile.objects.exists()


def test_a_draft_that_could_not_be_read_says_why(world, word):
    draft = upload(world, word)
    Draft.objects.filter(pk=draft.pk).update(state="failed", failure="Tệp hỏng ở trang 3.")
    assert (
        "Tệp hỏng ở trang 3."
        in world.client(Role.OFFICER).get(f"/import/{draft.pk}/").content.decode()
    )


def test_the_original_downloads_as_it_was_sent(world, word):
    draft = upload(world, word)
    answer = world.client(Role.OFFICER).get(f"/files/{draft.original_id}/")
    assert answer.status_code == 200 and answer["X-Content-Type-Options"] == "nosniff"
    assert io.BytesIO(b"".join(answer.streaming_content)).getvalue() == word.read_bytes()
