"""Folding, words, tone marks and the order of names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.text import fold, fold_keep, nfc, plain, same_text, sort_key, tidy, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảng ủy", "dang uy"),
        ("ĐẶC KHU", "dac khu"),
        ("Ủy ban", "uy ban"),
        ("Uỷ ban", "uy ban"),
        ("thuở", "thuo"),
        ("", ""),
        ("A1-b", "a1-b"),
    ],
)
def test_fold_drops_case_marks_and_the_bar_of_d(text, folded):
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_fold_keep_keeps_positions():
    text = "Quý III/2026 của Đảng ủy"
    assert len(fold_keep(text)) == len(text)
    assert fold_keep(text)[text.index("Đ") :] == "dang uy"


def test_plain_moves_the_tone_to_its_older_place():
    assert plain("Uỷ ban hoà giải") == "ủy ban hòa giải"
    assert plain("Quý") == "quý"
    assert plain("thuyền") == "thuyền"


def test_words_are_folded_and_keep_the_per_cent_sign():
    assert words("Đạt 100% hồ-sơ!") == ["dat", "100", "%", "ho", "so"]


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("Uỷ ban", "Ủy  ban"), ("THUỶ", "thủy"), ("khoẻ", "khỏe")]
)
def test_same_text_ignores_the_place_of_the_tone(one, other):
    assert same_text(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("ma", "má"), ("ban", "bàn"), ("đa", "da"), ("cho", "chó")]
)
def test_same_text_keeps_real_differences(one, other):
    assert not same_text(one, other)


def test_names_are_ordered_by_given_name_then_family_name():
    names = [
        "Trần Văn Đức",
        "Lê Thị Dung",
        "Nguyễn An",
        "Phạm Ân",
        "Bùi Ăn",
        "Lê An",
        "Võ Ánh",
        "Đỗ Anh",
    ]
    expected = [
        "Lê An",
        "Nguyễn An",
        "Đỗ Anh",
        "Võ Ánh",
        "Bùi Ăn",
        "Phạm Ân",
        "Lê Thị Dung",
        "Trần Văn Đức",
    ]
    assert sorted(names, key=sort_key) == expected


def test_tidy_joins_lines_and_spaces():
    assert tidy("  một \n hai ,  ba .") == "một hai, ba."


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_position_keeping_forms_keep_the_length(text):
    assert len(fold_keep(text)) == len(text)
    assert len(plain(nfc(text))) == len(nfc(text))


@given(st.text())
def test_every_name_has_a_place(name):
    assert sort_key(name) <= sort_key(name)


def test_the_icelandic_letter_is_read_as_d_with_a_stroke():
    from thenchot.kernel.text import plain, with_d

    typed, meant = "Ðỗ Ðình ðức", "Đỗ Đình đức"
    assert with_d(typed) == meant
    assert fold(typed) == fold(meant) == "do dinh duc"
    assert fold_keep(typed) == fold_keep(meant) and plain(typed) == plain(meant)
    assert sort_key(typed) == sort_key(meant) and same_text(typed, meant)
