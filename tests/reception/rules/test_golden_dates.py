"""Days computed by hand: the end of 2026, Tết 2027, and both variants of 23/11."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thenchot.kernel.calendar import WorkingCalendar, add_working_days
from thenchot.policy.packs import shipped
from thenchot.policy.parameters import WorkingCalendarPolicy, build
from thenchot.reception.rules.clocks import CalendarDays, Clock, connect_by, may_publish

PACK = {value.key: value.value for value in shipped()}
A = build(WorkingCalendarPolicy, PACK).calendar()
B = WorkingCalendar(A.holidays | {date(2026, 11, 23)}, A.make_up, A.confirmed)


def day(text: str) -> date:
    number, month, year = map(int, text.split("/"))
    return date(year, month, number)


FORWARD = [
    ("complaint, 7", "20/11/2026", 7, "02/12/2026", "03/12/2026"),
    ("complaint, 7", "28/01/2027", 7, "15/02/2027", None),
    ("complaint, 7", "03/02/2027", 7, "19/02/2027", None),
    ("a make-up Saturday", "20/08/2026", 7, "28/08/2026", None),
    ("tell the citizen, 10", "16/11/2026", 10, "01/12/2026", "02/12/2026"),
    ("tell the citizen, 10", "25/01/2027", 10, "15/02/2027", None),
    ("refusal, 3", "20/11/2026", 3, "26/11/2026", "27/11/2026"),
    ("refusal, 3", "02/02/2027", 3, "12/02/2027", None),
    ("transfer, 5", "20/11/2026", 5, "30/11/2026", "01/12/2026"),
]
BACKWARD = [
    ("calendar, 5", "01/12/2026", 5, "23/11/2026", "20/11/2026"),
    ("calendar, 5", "15/02/2027", 5, "01/02/2027", None),
    ("calendar, 5", "01/03/2027", 5, "22/02/2027", None),
    ("online notice, 5", "24/02/2027", 5, "17/02/2027", None),
    ("online test, 1", "24/02/2027", 1, "23/02/2027", None),
]
CASES = [
    *((what, since, count, a, b) for what, since, count, a, b in FORWARD),
    *((what, since, -count, a, b) for what, since, count, a, b in BACKWARD),
]


@pytest.mark.parametrize(("what", "since", "count", "a", "b"), CASES)
def test_golden_days_of_both_calendars(what, since, count, a, b):
    clock = Clock(day(since), count, "ngày nhận", A)
    assert clock.last == day(a), what
    assert clock.told == a
    if b:
        assert Clock(day(since), count, "ngày nhận", B).last == day(b), what


def test_calendar_days_before_show_the_count_and_the_last_working_day():
    notice = CalendarDays(date(2027, 2, 12), 5, A)
    assert (notice.raw, notice.send_by) == (date(2027, 2, 7), date(2027, 2, 3))


@pytest.mark.parametrize(
    ("year", "month", "days", "variant"),
    [(2026, 11, 20, A), (2026, 11, 19, B), (2027, 1, 20, A), (2027, 2, 15, A)],
)
def test_working_days_of_a_month(year, month, days, variant):
    first = date(year, month, 1)
    all_days = (first + timedelta(days=n) for n in range(31))
    assert sum(one.month == month and variant.is_working(one) for one in all_days) == days


@pytest.mark.parametrize("since", ["20/12/2027", "03/01/2028", "25/08/2027"])
def test_a_year_without_a_confirmed_calendar_shows_no_date(since):
    clock = Clock(day(since), 10, "ngày tiếp", A)
    assert not clock.is_certain
    assert clock.told.startswith("chưa xác nhận lịch")
    assert f"{clock.last:%d/%m/%Y}" not in clock.arithmetic


def test_a_calendar_is_not_published_for_an_uncertain_day():
    clock = Clock(date(2028, 1, 3), -5, "ngày tiếp", A)
    assert not may_publish(date(2027, 1, 4), clock, "Có lý do")


def test_the_arithmetic_names_the_days_off_it_stepped_over():
    assert Clock(date(2026, 11, 20), 3, "ngày có căn cứ", A).arithmetic == (
        "3 ngày làm việc sau ngày có căn cứ 20/11/2026, trừ ngày nghỉ 24/11: 26/11/2026"
    )


def test_a_late_calendar_says_why():
    clock = Clock(date(2026, 12, 1), -5, "ngày tiếp", A)
    assert may_publish(date(2026, 11, 23), clock, "")
    assert not may_publish(date(2026, 11, 24), clock, " ")
    assert may_publish(date(2026, 11, 24), clock, "Lãnh đạo đi công tác")


def test_points_of_an_online_reception_are_connected_an_hour_before():
    assert connect_by(datetime(2027, 2, 24, 8), 1) == datetime(2027, 2, 24, 7)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(-60, 60).filter(bool))
@example(date(2027, 2, 3), 1)
def test_a_limit_in_working_days_never_falls_on_a_day_off(since, count):
    last = Clock(since, count, "ngày", A).last
    assert A.is_working(last)
    assert last == add_working_days(since, count, A)
    between = sorted((since, last))
    inside = (between[0] + timedelta(days=n) for n in range((between[1] - between[0]).days + 1))
    assert sum(A.is_working(one) for one in inside if one != since) == abs(count)
