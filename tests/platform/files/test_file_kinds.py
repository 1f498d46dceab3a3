"""What a file is, told from its content."""

import io
import zipfile

import pytest
import xlwt

from thenchot.platform.files import kinds
from thenchot.platform.files.kinds import BadFile

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
JPG = b"\xff\xd8\xff\xe0" + b"\0" * 20


def archive(*names, content=b"x", **members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in names:
            zipped.writestr(name, content)
    return buffer.getvalue()


def old_workbook():
    book = xlwt.Workbook()
    book.add_sheet("DS").write(0, 0, "Họ và tên")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def compound(*streams, text=""):
    """A container that says it holds these streams; `text` stands in it outside of the
    directory.
    """
    directory = b"".join(f"{name}\0".encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 1016
        + directory
        + b"\0" * 70
        + text.encode("utf-16-le")
        + b"\0" * 1024
    )


@pytest.mark.parametrize(
    ("content", "extension"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"\r\n%PDF-1.4", "pdf"),
        (PNG, "png"),
        (JPG, "jpg"),
        ("Kế hoạch số 05".encode(), "txt"),
        (b"\xef\xbb\xbfK\xe1\xba\xbf ho\xe1\xba\xa1ch", "txt"),
        (archive("[Content_Types].xml", "word/document.xml"), "docx"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (old_workbook(), "xls"),
        (compound("WordDocument"), "doc"),
        (compound("Workbook", "WordDocument"), "doc"),  # a letter with a sheet set into it
    ],
)
def test_the_content_tells(content, extension):
    assert kinds.tell(content) == extension


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "rỗng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", ".docx"),
        (compound("WordDocument", "_VBA_PROJECT"), "macro"),
        (compound("WordDocument", "EncryptedPackage"), "mật khẩu"),
        (compound("Workbook", "_VBA_PROJECT_CUR"), "macro"),
        (compound("Workbook", "EncryptionInfo"), "mật khẩu"),
        (compound(text="Workbook\0"), ".docx"),
        (b"MZ\x90\0\xff", "Không nhận ra"),
        (b"<html><script>alert(1)</script>", "mã trang web"),
        (b"  <!DOCTYPE html>", "mã trang web"),
        (b"<svg onload=alert(1)>", "mã trang web"),
        (b"abc\0def", "mã trang web"),
        (b"PK\x03\x04 truncated", "hỏng"),
        (archive("readme.txt"), "giải nén"),
        (archive("word/document.xml", "word/vbaProject.bin"), "macro"),
        (archive("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "macro"),
        (archive("word/document.xml", "../../etc/passwd"), "đường dẫn"),
        (archive("word/document.xml", content=b"\0" * (5 * 1024 * 1024)), "bất thường"),
    ],
)
def test_what_is_not_taken_says_what_to_do(content, message):
    with pytest.raises(BadFile) as caught:
        kinds.tell(content)
    assert message in caught.value.message_vi


def test_many_members_are_a_bomb():
    with pytest.raises(BadFile, match="bất thường"):
        kinds.tell(
            archive("word/document.xml", *(f"a{n}" for n in range(kinds.MAX_MEMBERS)), content=b"")
        )


def test_a_file_with_a_password_is_refused():
    content = bytearray(archive("word/document.xml"))
    central = content.rindex(b"PK\x01\x02")
    content[central + 8] |= 1
    with pytest.raises(BadFile, match="mật khẩu"):
        kinds.tell(bytes(content))


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Kế hoạch  số 05.docx", "Kế hoạch số 05.docx"),
        ("../../etc/passwd", "passwd.docx"),
        ("C:\\Users\\a\\Tờ trình.docx", "Tờ trình.docx"),
        ("a<b>:c.docx", "abc.docx"),
        ("đính\u202ekèm\n.docx", "đínhkèm.docx"),
        ("", "tep.docx"),
        (".docx", "tep.docx"),
        ("x" * 500 + ".docx", "x" * 150 + ".docx"),
        ("Báo cáo.final", "Báo cáo.docx"),
    ],
)
def test_names_are_cleaned(name, clean):
    assert kinds.clean_name(name, "docx") == clean


@pytest.mark.parametrize(
    ("name", "extension"), [("a.pdf", "docx"), ("anh.jpeg", "png"), ("a.docm", "docx")]
)
def test_a_name_that_claims_another_kind_is_refused(name, extension):
    with pytest.raises(BadFile):
        kinds.clean_name(name, extension)


def test_jpeg_is_jpg():
    assert kinds.clean_name("anh.JPEG", "jpg") == "anh.jpg"


def test_an_old_workbook_is_taken_only_where_it_is_asked_for():
    assert "xls" in kinds.KINDS and "xls" not in kinds.ALL


def test_a_new_letter_under_the_old_name_is_taken():
    assert kinds.clean_name("Kế hoạch.doc", "docx") == "Kế hoạch.docx"


@pytest.mark.parametrize(("name", "extension"), [("ds.xls", "xlsx"), ("ds.xlsx", "xls")])
def test_a_workbook_of_the_other_age_is_no_disguise(name, extension):
    assert kinds.clean_name(name, extension) == f"ds.{extension}"
