"""Plain text in every encoding it comes in."""

import unicodedata

import pytest

from thenchot.platform.office.reading import Unreadable, read_source
from thenchot.platform.office.reading.decode import decode
from thenchot.platform.office.reading.legacy_fonts import (
    TCVN3,
    VNI,
    convert,
    from_tcvn3,
    from_vni,
    legacy_of_font,
)

TEXT = (
    "Ủy ban nhân dân phường tổ chức thực hiện kế hoạch; cán bộ, công chức và nhân dân được "
    "hưởng, đến hết năm nay."
)


def _to_tcvn3(text):
    back = {value: chr(code) for code, value in TCVN3.items()}
    return "".join(back.get(char, char) for char in text).encode("latin-1")


@pytest.mark.parametrize(
    ("encoding", "legacy"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-16-le", None),
        ("utf-16-be", None),
    ],
)
def test_unicode_files(tmp_path, encoding, legacy):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    source = read_source(path)
    assert source.text.strip("\ufeff") == TEXT
    assert source.converted_from == legacy


def test_a_tcvn3_file_is_converted_and_marked(tmp_path):
    lower = TEXT.lower()
    path = tmp_path / "a.txt"
    path.write_bytes(_to_tcvn3(lower))
    source = read_source(path)
    assert source.text == lower
    assert (source.converted_from, source.confidence) == ("TCVN3", 0.9)
    assert [warning.code for warning in source.warnings] == ["converted"]


def _tone_apart(char):
    """As cp1258 writes it: the vowel with its hat or horn, then the tone."""
    parts = unicodedata.normalize("NFD", char)
    tones = [part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323"]
    return unicodedata.normalize(
        "NFC", "".join(part for part in parts if part not in tones)
    ) + "".join(tones)


def test_a_cp1258_file_is_converted():
    text, legacy = decode("".join(map(_tone_apart, TEXT.lower())).encode("cp1258"))
    assert (text, legacy) == (TEXT.lower(), "cp1258")


def test_utf8_that_holds_tcvn3_letters_is_converted():
    wrong = _to_tcvn3(TEXT.lower() * 3).decode("latin-1")
    text, legacy = decode(wrong.encode("utf-8"))
    assert (text, legacy) == (TEXT.lower() * 3, "TCVN3")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Uû ban nh©n d©n", "Uỷ ban nhân dân"),
        ("§¶ng bé", "Đảng bộ"),
        ("nghÞ quyÕt", "nghị quyết"),
        ("c«ng chøc", "công chức"),
    ],
)
def test_tcvn3_words(old, new):
    assert from_tcvn3(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("UÛy ban nhaân daân", "Ủy ban nhân dân"),
        ("Ñaûng boä", "Đảng bộ"),
        ("nghò quyeát", "nghị quyết"),
        ("coâng chöùc", "công chức"),
        ("ñöôïc", "được"),
    ],
)
def test_vni_words(old, new):
    assert from_vni(old) == new


def test_the_capitals_font_of_tcvn3():
    assert convert("ñy ban nh©n d©n", legacy_of_font(".VnTimeH")) == "ỦY BAN NHÂN DÂN"


@pytest.mark.parametrize(
    ("font", "legacy"),
    [
        (".VnTime", "TCVN3"),
        (".VnArialH", "TCVN3-capitals"),
        ("VNI-Times", "VNI"),
        ("Times New Roman", None),
        ("", None),
    ],
)
def test_fonts_tell_the_encoding(font, legacy):
    assert legacy_of_font(font) == legacy


def test_tables_are_one_to_one():
    assert len(set(TCVN3.values())) == len(TCVN3)
    assert len(set(VNI)) == len(VNI)


def test_noise_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(range(128, 256)) * 40)
    with pytest.raises(Unreadable) as refusal:
        read_source(path)
    assert refusal.value.code == "bad_encoding"


def test_pages_are_counted_by_form_feeds(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("một\fhai\nba", "utf-8")
    assert read_source(path).pages == 2
