"""Misread marks are put right by the syllable beside, and what is right stays."""

import pytest

from thenchot.platform.office.reading.accents import _by_letters, _known, mended


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("các tố chức, cá nhân", "các tổ chức, cá nhân"),
        ("Tố chức kiếm tra, phát triến", "Tổ chức kiểm tra, phát triển"),
        ("ĐÁNG ỦY xã", "ĐẢNG ỦY xã"),
        ("úy ban nhân dân", "ủy ban nhân dân"),
        ("An Lạc, ngảy 09 thắng 12 nắm 2026.", "An Lạc, ngày 09 tháng 12 năm 2026."),
        ("Số: 84/QĐĐ-UBND", "Số: 84/QĐ-UBND"),
        ("Số 21-NQ/ĐĐU", "Số 21-NQ/ĐU"),
        ("tố dân phố số 3", "tổ dân phố số 3"),
        ("“Tố chức” thực hiện", "“Tổ chức” thực hiện"),
    ],
)
def test_a_misread_mark_is_put_right(read, right):
    assert " ".join(mended(read.split())) == right


@pytest.mark.parametrize(
    "text",
    [
        "bố trí cán bộ, công chức",
        "bà Hồ Thị Tố, ông Trần Tấn",  # a name is nobody's neighbour
        "tố, chức năng",  # something stands between
        "thắng 3 trận, nắm 2 việc",
        "Số: 12/BC-ĐĐBQH",
        "31/3/2026 – 15/4/2026",
        "",
    ],
)
def test_what_is_right_stays(text):
    assert mended(text.split()) == text.split()


def test_what_others_are_put_right_by_is_known_itself():
    assert set(_by_letters().values()) <= _known()
    assert len(_by_letters()) > 800
