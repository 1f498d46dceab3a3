"""Both forms hold everything the file knows, open in Word's and LibreOffice's reading, and are read
by those who may.
"""

import io
import re
import shutil
import subprocess

import pytest
from docx import Document
from tests.people.filing.filled import NOT_PRINTED_ON, fill, fill_tables

from thenchot.people.filing import prints
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM

FORMS = [name for name, _title in prints.FORMS]
# Tables a form has no place for: software and other skills are this system's own; 2C knows no
# allowances.
NO_PLACE = {
    "so-yeu-ly-lich": {"software", "skill", "abroad"},
    "2c-tctw-98": {"software", "skill", "allowance"},
}
# Columns a form has no place for.
NO_COLUMN = {
    "so-yeu-ly-lich": {"decision", "position"},
    "2c-tctw-98": {"decision", "position", "score", "note"},
}


def words(content: bytes) -> str:
    """Paragraphs and cells in order, one a line."""
    document = Document(io.BytesIO(content))
    lines = [p.text for p in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)


@pytest.fixture
def full(person):
    return fill(person), fill_tables(person)


@pytest.mark.parametrize("form", FORMS)
class TestComplete:
    def test_every_item_known_stands_on_the_form(self, person, full, form):
        person.refresh_from_db()
        text = words(prints.write(SYSTEM, person, form, on=today()))
        missing = {
            n: v for n, v in full[0].items() if v not in text and n not in NOT_PRINTED_ON[form]
        }
        assert missing == {}

    def test_every_row_of_every_table_stands_on_the_form(self, person, full, form):
        person.refresh_from_db()
        text = words(prints.write(SYSTEM, person, form, on=today()))
        wanted = [
            w
            for code, ws in full[1].items()
            if code not in NO_PLACE[form]
            for w in ws
            if w.split(" ")[-2] not in NO_COLUMN[form]
        ]
        assert [w for w in wanted if w not in text] == []
        assert len(wanted) > 40

    def test_an_empty_file_is_still_the_whole_form(self, person, form):
        text = words(prints.write(SYSTEM, person, form, on=today()))
        last = 38 if form == "so-yeu-ly-lich" else 31
        numbers = {int(n) for n in re.findall(r"^(\d{1,2})\.", text, re.M)}
        assert set(range(1, last + 1)) <= numbers

    @pytest.mark.office
    @pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice not installed")
    def test_libreoffice_opens_it(self, person, full, form, tmp_path):
        person.refresh_from_db()
        file = tmp_path / "form.docx"
        file.write_bytes(prints.write(SYSTEM, person, form, on=today()))
        command = [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/lo",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(file),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        text = subprocess.run(
            ["pdftotext", "-layout", str(tmp_path / "form.pdf"), "-"],
            check=True,
            capture_output=True,
        ).stdout.decode()
        assert person.full_name.upper() in text.upper() and "HOÀN CẢNH KINH TẾ" in text.upper()


def test_a_year_only_birth_is_printed_as_a_year(person):
    from thenchot.people.services import correct_person

    correct_person(
        SYSTEM,
        person_id=person.pk,
        born_on=today().replace(year=1980, month=1, day=1),
        born_year_only=True,
    )
    person.refresh_from_db()
    assert "Sinh ngày, tháng, năm: 1980" in words(
        prints.write(SYSTEM, person, "so-yeu-ly-lich", on=today())
    )


def test_degrees_under_study_say_so(person):
    from thenchot.people.filing import changing

    changing.add_row(
        SYSTEM,
        person_id=person.pk,
        section="degree",
        level="master",
        field="Quản lý công",
        is_studying=True,
    )
    text = words(prints.write(SYSTEM, person, "so-yeu-ly-lich", on=today()))
    assert "Thạc sĩ (đang học)" in text
    assert "Trình độ chuyên môn cao nhất: …" in text
