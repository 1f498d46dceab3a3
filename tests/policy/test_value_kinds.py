"""What a value may be, typed by a person or shipped in a pack."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.policy.kinds import (
    BadValue,
    Choice,
    Choices,
    Days,
    PointsByCriterion,
    Whole,
    Wholes,
    YesNo,
)

COLOURS = Choices((("red", "màu đỏ"), ("blue", "màu xanh")))
COLOUR = Choice((("red", "màu đỏ"), ("blue", "màu xanh")))
FORM = PointsByCriterion()


@pytest.mark.parametrize(
    ("kind", "text", "stored"),
    [
        (Whole(1, 366), " 30 ", 30),
        (Whole(0, 10_000), "1.500", 1500),
        (Wholes(1, 99), "1, 7; 15", [1, 7, 15]),
        (Wholes(0, 99, "falling"), "7 1", [7, 1]),
        (YesNo(), "Có", True),
        (YesNo(), "không", False),
        (COLOURS, "màu đỏ, blue", ["red", "blue"]),
        (Days(), "1/1/2027, 05/02/2027", ["2027-01-01", "2027-02-05"]),
        (Days(), "", []),
        (COLOUR, " Màu đỏ ", "red"),
        (FORM, "I.1: 5\n\n II.1 : 2,5 ", [["I.1", "5"], ["II.1", "2.5"]]),
        (FORM, "Phẩm chất, đạo đức: 0.25", [["Phẩm chất, đạo đức", "0.25"]]),
    ],
)
def test_what_a_person_types_is_read(kind, text, stored):
    assert kind.parse(text) == stored


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Whole(1, 366), "ba mươi"),
        (Whole(1, 366), "0"),
        (Whole(1, 366), "1,5"),
        (Wholes(1, 99), ""),
        (Wholes(1, 99), "7, 1"),
        (Wholes(1, 99, "falling"), "1, 7"),
        (Wholes(1, 99), "7, 7"),
        (YesNo(), "chắc là có"),
        (COLOURS, "màu tím"),
        (COLOURS, ""),
        (COLOURS, "red, màu đỏ"),
        (Days(), "31/2/2027"),
        (Days(), "2027-01-01"),
        (Days(), "5/2/2027, 1/1/2027"),
        (COLOUR, "màu tím"),
        (FORM, ""),
        (FORM, "I.1 5"),
        (FORM, ": 5"),
        (FORM, "I.1:"),
        (FORM, "I.1: 0"),
        (FORM, "I.1: -5"),
        (FORM, "I.1: 2,125"),
        (FORM, "I.1: năm"),
        (FORM, "I.1: 5: 5"),
        (FORM, "I.1: 5\nI.1: 2"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(kind, text):
    with pytest.raises(BadValue) as caught:
        kind.parse(text)
    assert len(str(caught.value)) > 10


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Whole(), True),
        (Whole(), "3"),
        (Whole(), 3.0),
        (Wholes(), 3),
        (Wholes(), [True]),
        (YesNo(), 1),
        (COLOURS, "red"),
        (COLOURS, [["red"]]),
        (Days(), ["01/01/2027"]),
        (Days(), [None]),
        (Days(), "2027-01-01"),
        (COLOUR, ["red"]),
        (COLOUR, None),
        (FORM, []),
        (FORM, {"I.1": "5"}),
        (FORM, [["I.1", 5]]),
        (FORM, [["I.1"]]),
        (FORM, [["I.1", "5", ""]]),
        (FORM, [[" I.1", "5"]]),
        (FORM, [["I:1", "5"]]),
        (FORM, [["I\n1", "5"]]),
        (FORM, [["", "5"]]),
        (FORM, [["I.1", "05e1"]]),
    ],
)
def test_a_stored_value_of_another_type_is_refused(kind, value):
    with pytest.raises(BadValue):
        kind.check(value)


@given(st.lists(st.integers(0, 500), min_size=1, unique=True))
def test_shown_numbers_read_back(numbers):
    kind = Wholes(0, 500)
    assert kind.parse(kind.show(sorted(numbers))) == sorted(numbers)


@given(st.lists(st.dates(date(2000, 1, 1), date(2100, 1, 1)), unique=True, min_size=1))
def test_shown_days_read_back(days):
    kind = Days()
    stored = [day.isoformat() for day in sorted(days)]
    assert kind.parse(kind.show(stored)) == stored
    assert kind.typed(stored) == frozenset(days)


CODES = st.text("abcXYZ.019 ,-đạ", min_size=1, max_size=8).map(str.strip).filter(bool)
POINTS = st.integers(1, 99_999).map(lambda hundredths: f"{Decimal(hundredths) / 100:f}")


@given(st.dictionaries(CODES, POINTS, min_size=1, max_size=12))
def test_shown_points_read_back_exactly_and_in_their_order(points):
    stored = FORM.check([list(pair) for pair in points.items()])
    assert FORM.parse(FORM.show(stored)) == stored
    assert FORM.typed(stored) == tuple((code, Decimal(most)) for code, most in points.items())
