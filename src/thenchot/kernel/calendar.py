"""Working days. The calendar of a year is a value handed in; without one, Monday to Friday
count.
"""

from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """`holidays`: days off on a weekday. `make_up`: Saturdays or Sundays worked in exchange."""

    holidays: frozenset[date] = frozenset()
    make_up: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        if day in self.make_up:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays


WEEKDAYS_ONLY = WorkingCalendar()


def is_working(day: date, calendar: WorkingCalendar = WEEKDAYS_ONLY) -> bool:
    return calendar.is_working(day)


def add_working_days(day: date, count: int, calendar: WorkingCalendar = WEEKDAYS_ONLY) -> date:
    """The `count`-th working day after `day` (before it when negative). Zero is the day itself."""
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    left = abs(count)
    while left:
        day += step
        left -= calendar.is_working(day)
    return day
