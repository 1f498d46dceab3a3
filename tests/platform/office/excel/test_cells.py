"""What people write into cells."""

from datetime import date, datetime

import pytest

from thenchot.platform.office.excel.cells import (
    BadCell,
    read_choice,
    read_day,
    read_decimal,
    read_flag,
    read_number,
)


@pytest.mark.parametrize(
    "value",
    [
        "12/05/1980",
        "12-5-1980",
        "12.05.1980",
        " 12/5/1980 ",
        "1980-05-12",
        datetime(1980, 5, 12),
        date(1980, 5, 12),
        "12 5 1980",
        29353,
        29353.0,
    ],
)
def test_a_day_in_every_form(value):
    day = read_day(value)
    assert (day.on, day.year_only) == (date(1980, 5, 12), False)


@pytest.mark.parametrize("value", ["1980", 1980, 1980.0, "năm 1980"])
def test_only_a_year_is_marked_and_told(value):
    day = read_day(value)
    assert (day.on, day.year_only) == (date(1980, 1, 1), True)
    assert "1980" in day.guess


def test_a_serial_number_tells_how_it_was_read():
    assert read_day(29353).guess == "số 29353 của Excel đọc là ngày 12/05/1980"


@pytest.mark.parametrize("value", ["31/02/1980", "13/13/1980", "tháng 5", "12/05/80", "không rõ"])
def test_what_is_no_day_says_how_to_write_it(value):
    with pytest.raises(BadCell) as error:
        read_day(value)
    assert "ngày" in error.value.message_vi


def test_empty_is_no_day():
    assert read_day("  ") is None


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("x", True),
        ("X", True),
        ("Có", True),
        (1, True),
        (True, True),
        ("", False),
        (None, False),
        ("không", False),
        (0, False),
        (False, False),
        ("-", False),
        ("✓", True),
    ],
)
def test_yes_and_no(value, answer):
    assert read_flag(value) is answer


def test_neither_yes_nor_no_is_refused():
    with pytest.raises(BadCell, match="đánh x"):
        read_flag("có lẽ")


@pytest.mark.parametrize("value", ["Nữ", "nu", "f", "NỮ ", "bà"])
def test_a_choice_by_label_code_or_other_name(value):
    assert read_choice(value, {"f": "Nữ", "m": "Nam"}, {"bà": "f"}) == "f"


def test_an_unknown_choice_lists_the_known_ones():
    with pytest.raises(BadCell, match="Nữ, Nam"):
        read_choice("khác", {"f": "Nữ", "m": "Nam"})


def test_numbers():
    assert (read_number("12"), read_number(12.0), read_number("")) == (12, 12, None)
    with pytest.raises(BadCell):
        read_number("mười")


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        (" 12 ", "12"),
        ("1.234,5", "1234.5"),
        (1.5, "1.5"),
        (0.1 + 0.2, "0.3"),
        (100.0, "100"),
        (7, "7"),
        (2.675, "2.68"),
    ],
)
def test_decimals_with_comma_or_point(value, number):
    assert str(read_decimal(value)) == number


def test_an_empty_cell_is_no_number():
    assert read_decimal(None) is None and read_decimal("  ") is None


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("mười", "không phải số"),
        ("1.234", "quá 2 chữ số"),
        ("1,2,3", "không phải số"),
        ("-5", "không phải số"),
        ("1.23.4", "không phải số"),
        (1e15, "không phải số"),
        (True, "không phải số"),
    ],
)
def test_what_is_no_decimal_says_why(value, reason):
    with pytest.raises(BadCell, match=reason):
        read_decimal(value)
