"""A count is certain only through years whose days off are known."""

from datetime import date

from thenchot.kernel.calendar import WorkingCalendar

KNOWN = WorkingCalendar(
    holidays=frozenset({date(2026, 11, 24)}),
    confirmed=frozenset({date(2026, 12, 31), date(2027, 8, 31)}),
)


def test_a_day_is_confirmed_as_far_as_its_year_is_known():
    assert KNOWN.is_confirmed(date(2027, 8, 31))
    assert not KNOWN.is_confirmed(date(2027, 9, 1))
    assert not KNOWN.is_confirmed(date(2028, 1, 3))
    assert not WorkingCalendar().is_confirmed(date(2026, 1, 5))


def test_every_year_a_count_runs_through_must_be_known_to_its_end():
    assert KNOWN.is_certain(date(2026, 12, 20), date(2027, 1, 10))
    assert not KNOWN.is_certain(date(2027, 8, 20), date(2028, 1, 10))
    hole = WorkingCalendar(confirmed=frozenset({date(2028, 12, 31)}))
    assert not hole.is_certain(date(2027, 12, 20), date(2028, 1, 10))


def test_the_next_working_day_may_be_the_day_itself():
    assert KNOWN.next_working(date(2026, 11, 24)) == date(2026, 11, 25)
    assert KNOWN.next_working(date(2026, 11, 25)) == date(2026, 11, 25)
