"""Files that are not read, each with a message a person understands."""

import io
import zipfile

import pytest

from thenchot.platform.office.reading import Unreadable, read_source
from thenchot.platform.office.reading.limits import Limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(entries):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return data.getvalue()


# Pages written into the tree of pages instead of being objects of their own.
INLINE_PAGES = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [<< /Type /Page /MediaBox [0 0 595 842] >>] >>
endobj
trailer
<< /Root 1 0 R /Size 3 >>
%%EOF
"""


def _refused(tmp_path, content, limits=None):
    path = tmp_path / "tep"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as refusal:
        read_source(path, limits=limits) if limits else read_source(path)
    assert refusal.value.message_vi.endswith(".")
    return refusal.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"  \n \n", "empty"),
        (b"\x89PNG\r\n", "wrong_type"),
        (b"{\\rtf1 abc", "wrong_type"),
        (OLE + b"\0" * 632 + "EncryptedPackage\0".encode("utf-16-le"), "password"),
        (OLE + b"\0" * 600, "wrong_type"),
        (b"PK\x03\x04broken", "damaged"),
        (b"%PDF-1.7 broken", "damaged"),
        (INLINE_PAGES, "damaged"),
    ],
)
def test_a_file_is_judged_by_what_it_holds(tmp_path, content, code):
    assert _refused(tmp_path, content) == code


def test_a_spreadsheet_is_no_word_file(tmp_path):
    assert (
        _refused(tmp_path, _zip({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}))
        == "wrong_type"
    )


def test_macros_are_refused(tmp_path):
    assert (
        _refused(tmp_path, _zip({"word/document.xml": "<a/>", "word/vbaProject.bin": "x"}))
        == "macro"
    )


def test_a_zip_bomb_is_refused_from_its_directory(tmp_path):
    assert _refused(tmp_path, _zip({"word/document.xml": "0" * 30_000_000})) == "zip_bomb"


def test_a_word_file_that_is_none_inside(tmp_path):
    assert _refused(tmp_path, _zip({"word/document.xml": "<not-word/>"})) == "damaged"


def test_size_and_length_have_limits(tmp_path):
    assert _refused(tmp_path, b"x" * 2000, Limits(size=1000)) == "too_big"
    assert _refused(tmp_path, b"m\n" * 300, Limits(rows=200)) == "too_long"
