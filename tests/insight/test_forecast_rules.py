"""The arithmetic of a forecast, by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.insight.forecast import rules


def test_ends_of_months_from_the_present_one():
    found = rules.ends_of_months(date(2026, 11, 25), date(2027, 2, 28))
    assert found == [date(2026, 11, 30), date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28)]


def test_days_asked_are_the_day_itself_and_ends_of_years():
    found = rules.days_asked(date(2026, 11, 25), date(2028, 12, 31))
    assert found == [date(2026, 11, 25), *(date(year, 12, 31) for year in (2026, 2027, 2028))]


@pytest.mark.parametrize(
    ("part", "whole", "goal", "strict", "swapped", "added"),
    [
        (3, 20, 15, False, 0, 0),  # 15 % exactly: met
        (3, 20, 15, True, 1, 1),  # more than 15 %: 4 of 20; 4 of 21 is 19 %
        (2, 27, 15, False, 3, 3),  # 15 % of 27 is 4,05; 5 of 30 is 16,7 %
        (0, 10, 50, False, 5, 10),  # 10 of 20
        (9, 10, 100, False, 1, None),  # whoever is there must fulfil it: nobody added helps
        (0, 0, 20, False, 0, 0),
        (1, 3, 33.333, False, 0, 0),
    ],
)
def test_how_many_are_lacking_of_a_share(part, whole, goal, strict, swapped, added):
    found = rules.lacking(part, whole, goal, is_share=True, is_strict=strict)
    assert (found.swapped, found.added) == (swapped, added)


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 99), st.booleans())
def test_what_is_lacking_is_just_enough(part, more, goal, strict):
    whole = part + more
    found = rules.lacking(part, whole, goal, is_share=True, is_strict=strict)

    def holds(n, of):
        return n * 100 > goal * of if strict else n * 100 >= goal * of

    assert holds(part + found.swapped, whole) or whole == 0
    assert found.swapped == 0 or not holds(part + found.swapped - 1, whole)
    assert holds(part + found.added, whole + found.added)
    assert found.added == 0 or not holds(part + found.added - 1, whole + found.added - 1)


@pytest.mark.parametrize(
    ("part", "goal", "strict", "wanted"), [(0, 1, False, 1), (1, 1, False, 0), (1, 1, True, 1)]
)
def test_how_many_are_lacking_of_a_number(part, goal, strict, wanted):
    assert rules.lacking(part, 9, goal, is_share=False, is_strict=strict).swapped == wanted


@pytest.mark.parametrize(
    ("part", "whole", "goal", "strict", "wanted"),
    [(5, 20, 25, False, 0), (5, 20, 25, True, 1), (6, 20, 25, False, 1)],
)
def test_how_many_are_too_many(part, whole, goal, strict, wanted):
    assert rules.too_many(part, whole, goal, is_share=True, is_strict=strict) == wanted


def test_the_rate_leans_on_the_assumption_while_the_files_say_little():
    assert rules.leave_rate(0, 0, 0.02, 250) == pytest.approx(0.02)
    assert rules.leave_rate(10, 250, 0.02, 250) == pytest.approx(15 / 500)
    assert 1 - (1 - rules.monthly(0.02)) ** 12 == pytest.approx(0.02)


def test_a_number_is_spread_over_years():
    assert list(rules.spread(7, [2027, 2028, 2029])) == [(2027, 3), (2028, 2), (2029, 2)]
    assert list(rules.spread(3, [])) == []
