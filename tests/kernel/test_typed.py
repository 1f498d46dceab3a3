"""What comes as text and is meant as a number, a row or a period."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.periods import Month, Quarter
from thenchot.kernel.targets import parse_target
from thenchot.kernel.typed import LARGEST, id_of, ids_of, period_of_key, whole_of, year_of


@pytest.mark.parametrize("text", ["7", " 7 ", "007", 7])
def test_plain_digits(text):
    assert whole_of(text) == id_of(text) == 7


@pytest.mark.parametrize(
    "text",
    [
        *("", "²", "٣", "+7", "-7", "1_0", "1e3", "7.0", "0x7", "7\x00", "NaN", "9" * 5000),
        *(str(LARGEST + 1), None, True, [7], b"7"),
    ],
)
def test_anything_else_is_nothing(text):
    assert whole_of(text) is None and id_of(text) is None


def test_no_row_has_the_number_zero():
    assert (whole_of("0"), id_of("0"), id_of(str(LARGEST))) == (0, None, LARGEST)


def test_a_list_keeps_what_is_a_number():
    assert ids_of(["3", "x", "²", "1", "0", "9" * 30]) == [3, 1]
    assert ids_of("12") == ids_of(None) == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("month-2026-10", Month(2026, 10)),
        ("quarter-2026-4", Quarter(2026, 4)),
        ("quarter-2026-11", None),
        ("month-0-1", None),
        ("month-99999-1", None),
        ("month-9999-12", None),
        ("month-²-1", None),
        ("month-2026", None),
        ("decade-2026-1", None),
        (None, None),
    ],
)
def test_periods(text, period):
    assert period_of_key(text) == period


@given(st.text())
def test_it_never_raises(text):
    assert year_of(text) is None or 1900 <= year_of(text) <= 2200
    found = period_of_key(text)
    assert found is None or found.start.year == found.year


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(1, 1, 1), None])
@pytest.mark.parametrize(
    "phrase", ["trước 30/6", "hết năm sau", "trong 5 ngày", "hằng quý", "tháng 12", "cuối năm"]
)
def test_a_day_of_the_document_that_nobody_means_is_none(day, phrase):
    assert parse_deadline(phrase, day).as_json() == parse_deadline(phrase, None).as_json()


@pytest.mark.parametrize("length", [30, 400, 6000])
def test_an_endless_number_is_no_number(length):
    digits = "9" * length
    assert parse_deadline(f"trong {digits} ngày", date(2026, 1, 1)).end is None
    assert parse_target(f"đạt {digits}%").value is None


def test_a_dotted_line_is_no_endless_number():
    assert parse_deadline("xong 30/6/2026" + "." * 60).end == date(2026, 6, 30)
