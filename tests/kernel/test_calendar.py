"""Working days with holidays and make-up days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.calendar import (
    WorkingCalendar,
    add_working_days,
    is_working,
)

TET = WorkingCalendar(
    holidays=frozenset({date(2026, 2, 16), date(2026, 2, 17), date(2026, 2, 18)}),
    make_up=frozenset({date(2026, 2, 28)}),
)


def test_weekends_are_off_and_weekdays_on():
    assert not is_working(date(2026, 6, 20))
    assert is_working(date(2026, 6, 22))


def test_a_holiday_is_off_and_its_make_up_saturday_on():
    assert not TET.is_working(date(2026, 2, 17))
    assert TET.is_working(date(2026, 2, 28))


def test_counting_skips_holidays():
    assert add_working_days(date(2026, 2, 13), 1, TET) == date(2026, 2, 19)
    assert add_working_days(date(2026, 2, 13), 2, TET) == date(2026, 2, 20)


def test_counting_back_and_not_at_all():
    assert add_working_days(date(2026, 6, 22), -1) == date(2026, 6, 19)
    assert add_working_days(date(2026, 6, 20), 0) == date(2026, 6, 20)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(1, 60))
def test_adding_then_counting_gives_the_number_back(day, count):
    end = add_working_days(day, count)
    assert is_working(end)
    days = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
    assert sum(map(is_working, days)) == count
