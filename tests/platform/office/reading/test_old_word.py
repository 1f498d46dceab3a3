"""Word files before 2007: read through LibreOffice, refused in one sentence where it is missing."""

import io

import pytest
import xlwt
from docx import Document

from thenchot.platform.files import kinds
from thenchot.platform.office.reading import Unreadable, old_word, read_source
from thenchot.platform.office.refused import SecretDocument
from thenchot.platform.office.screening import screen
from thenchot.platform.runtime.sandbox import NotInstalled, convert_office

LINES = ["Số: 12/KH-UBND", *(f"{at}. Phòng Kinh tế rà soát diện tích lúa" for at in range(60))]


def workbook(text):
    book, data = xlwt.Workbook(), io.BytesIO()
    book.add_sheet("S").write(0, 0, text)
    book.save(data)
    return data.getvalue()


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    made = {}

    def of(*lines):
        if lines not in made:
            path = tmp_path_factory.mktemp("doc") / "a.docx"
            document = Document()
            for line in lines:
                document.add_paragraph(line)
            table = document.add_table(rows=1, cols=2)
            table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Việc", "Thời hạn"
            document.add_paragraph("Lưu: VT.")
            document.save(str(path))
            made[lines] = convert_office(path, "doc")
        return made[lines]

    return of


def in_old_font(text):
    """As somebody typed it with .VnTime, whose ư is the soft hyphen."""
    document, data = Document(), io.BytesIO()
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph(text)
    document.save(data)
    return data.getvalue()


def _read(content, tmp_path):
    path = tmp_path / "cu.doc"
    path.write_bytes(content)
    return read_source(path)


def _locked(content):
    """With the flag of a password set in the head of the text."""
    at = content.index(b"\xec\xa5")
    return content[: at + 11] + bytes([content[at + 11] | 1]) + content[at + 12 :]


def _with_entry(content, name):
    """With one more entry in the directory, in the place of the first empty one."""
    start = (int.from_bytes(content[48:52], "little") + 1) << content[30]
    at = next(at for at in range(start, len(content), 128) if not any(content[at : at + 66]))
    return content[:at] + f"{name}\0".encode("utf-16-le").ljust(66, b"\0") + content[at + 66 :]


@pytest.mark.office
def test_an_old_word_file_reads_like_a_new_one(old, tmp_path):
    source = _read(old(*LINES), tmp_path)
    assert [block.text for block in source.blocks if block.kind == "paragraph"] == [
        *LINES,
        "Lưu: VT.",
    ]
    assert source.tables[0].rows == (("Việc", "Thời hạn"),)
    assert source.origin == "docx"


@pytest.mark.office
def test_the_stamp_of_an_old_word_file_is_seen(old):
    screen(old(*LINES), "doc", "cu.doc")
    with pytest.raises(SecretDocument) as refusal:
        screen(old("MẬT", *LINES), "doc", "cu.doc")
    assert refusal.value.stamp == "MẬT"


@pytest.mark.office
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_locked, "password"),
        (lambda content: _with_entry(content, "_VBA_PROJECT"), "macro"),
        (lambda content: _with_entry(content, "EncryptedPackage"), "password"),
        (lambda content: content[:1024], "wrong_type"),
    ],
)
def test_a_locked_or_running_old_file_is_refused(old, tmp_path, spoil, code):
    with pytest.raises(Unreadable) as refusal:
        _read(spoil(old(*LINES)), tmp_path)
    assert refusal.value.code == code


def test_an_old_workbook_is_no_document(tmp_path):
    content = workbook("Danh sách")
    assert kinds.tell(content) == "xls"
    with pytest.raises(Unreadable) as refusal:
        _read(content, tmp_path)
    assert refusal.value.code == "wrong_type"


@pytest.mark.office
def test_without_the_program_one_sentence_names_the_remedy(old, tmp_path, monkeypatch):
    def missing(*given, **options):
        raise NotInstalled("soffice")

    monkeypatch.setattr(old_word, "convert_office", missing)
    with pytest.raises(Unreadable) as refusal:
        _read(old(*LINES), tmp_path)
    assert refusal.value.code == "old_doc"
    assert "lưu lại thành .docx" in refusal.value.message_vi


@pytest.mark.office
def test_what_cannot_be_converted_is_refused(old, tmp_path):
    content = old(*LINES)
    at = content.index(b"\xec\xa5")
    with pytest.raises(Unreadable) as refusal:
        _read(content[:at] + b"\0" * 3000 + content[at + 3000 :], tmp_path)
    assert refusal.value.code == "damaged"


@pytest.mark.office
def test_an_old_font_in_an_old_file_is_turned_to_unicode(tmp_path):
    new = tmp_path / "a.docx"
    new.write_bytes(in_old_font("Uû ban nh©n d©n ph\xadêng"))
    source = _read(convert_office(new, "doc"), tmp_path)
    assert source.text.strip() == "Uỷ ban nhân dân phường"
    assert source.converted_from == "TCVN3"
