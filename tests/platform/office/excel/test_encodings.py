"""Texts typed in old fonts come back as their author saw them; Unicode is never touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.platform.office.excel.encodings import legacy_texts
from thenchot.platform.office.reading.legacy_fonts import TCVN3, VNI
from thenchot.platform.office.reading.stamps import secret_stamp
from thenchot.platform.office.reading.syllables import are_syllables, is_syllable

NAMES = (
    "Nguyễn Văn Hà",
    "Trần Thị Đường",
    "Lò Văn Vò",
    "Vũ Hồng",
    "Lê Ân",
    "Hà",
    "Đặng Thị Ánh",
    "Phạm Quỳnh Như",
    "Trương Thị Lấn",
    "Nguyễn Thị Ngoan",
    "Huỳnh Ngọc Uyển",
    "Đại học Luật",
    "Cao cấp",
    "phường Đông Kinh",
    "Chủ tịch",
    "Tày",
    "Hải Phòng",
    "thuở ấy khuya khoắt",
)
_TO_TCVN3 = {letter: chr(code) for code, letter in TCVN3.items()}
_TO_VNI = {letter: typed for typed, letter in VNI.items()}


def in_tcvn3(text):
    return "".join(_TO_TCVN3.get(letter, _TO_TCVN3.get(letter.lower(), letter)) for letter in text)


def in_vni(text):
    return "".join(_TO_VNI.get(letter, letter) for letter in text)


class TestOldFonts:
    @pytest.mark.parametrize(("typed", "name"), [(in_tcvn3, "TCVN3 (ABC)"), (in_vni, "VNI")])
    def test_a_whole_column(self, typed, name):
        column = {typed(text): text for text in NAMES}
        mended = legacy_texts(column)
        assert {old: mended[old][0].casefold() for old in mended} == {
            old: text.casefold() for old, text in column.items() if old != text
        }
        assert {legacy for _, legacy in mended.values()} == {name}

    def test_what_is_ambiguous_alone_goes_with_its_column(self):
        assert (
            legacy_texts(["Vò"]) == {}
            and legacy_texts(["Vò", in_tcvn3("Nguyễn Văn An")])["Vò"][0] == "Vũ"
        )

    def test_a_few_cells_among_unicode(self):
        old = in_tcvn3("Nguyễn Văn Hà")
        assert legacy_texts(["Trần Thị Đường", "Hà", "Tòng", old]) == {
            old: ("Nguyễn Văn Hà", "TCVN3 (ABC)")
        }

    def test_capitals_whose_tones_have_no_capital(self):
        assert legacy_texts(["TR¦¥NG THÞ"])["TR¦¥NG THÞ"][0] == "TRƯƠNG THỊ"

    @pytest.mark.parametrize(
        "texts",
        [NAMES, ["Hà", "Tòng", "Lê Hà"], ["José", "Zoë"], ["100%", "a@b.vn", "12/05/1980"], []],
    )
    def test_unicode_stays(self, texts):
        assert legacy_texts(texts) == {}

    @given(st.lists(st.sampled_from(NAMES), min_size=1))
    def test_unicode_stays_in_any_company(self, texts):
        assert legacy_texts(texts) == {}


class TestSyllables:
    @pytest.mark.parametrize(
        "word",
        [
            "Nguyễn",
            "Đường",
            "Khuya",
            "quốc",
            "gì",
            "giếng",
            "Huỳnh",
            "yêu",
            "uy",
            "ôn",
            "QUYÊN",
            "Thuỷ",
            "thủy",
        ],
    )
    def test_are(self, word):
        assert is_syllable(word)

    @pytest.mark.parametrize("word", ["NguyÔn", "V¨n", "Hµ", "brown", "zoo", "Ñöùc", "aâ"])
    def test_are_none(self, word):
        assert not is_syllable(word)

    def test_a_text_of_numbers_is_none(self):
        assert not are_syllables("12/05/1980") and are_syllables("tổ 12, phường Đông Kinh")


class TestStamps:
    @pytest.mark.parametrize(
        ("text", "stamp"),
        [
            ("MẬT", "MẬT"),
            ("TỐI MẬT", "TỐI MẬT"),
            ("T U Y Ệ T  M Ậ T", "TUYỆT MẬT"),
            ("[MẬT]", "MẬT"),
            ("ĐỘ MẬT: TỐI MẬT", "TỐI MẬT"),
        ],
    )
    def test_in_capitals(self, text, stamp):
        assert secret_stamp(text) == stamp

    @pytest.mark.parametrize(
        "text", ["Mật", "mật ong", "BẢO MẬT", "BÍ MẬT NHÀ NƯỚC", "NGUYỄN THỊ MẬT", "", "M"]
    )
    def test_are_none(self, text):
        assert secret_stamp(text) is None

    @pytest.mark.parametrize(
        ("text", "stamp"),
        [("Mật", "MẬT"), ("tối mật", "TỐI MẬT"), ("Thường", None), ("Không mật", None)],
    )
    def test_a_column_of_secrecy_says_it_in_small_letters(self, text, stamp):
        assert secret_stamp(text, capitals=False) == stamp
