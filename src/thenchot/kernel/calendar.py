"""Working days. The calendar of a year is a value handed in; without one, Monday to Friday
count.
"""

from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """`holidays`: days off on a weekday. `make_up`: Saturdays or Sundays worked in exchange.
    `confirmed`: of each year, the last day up to which its days off are known for certain.
    """

    holidays: frozenset[date] = frozenset()
    make_up: frozenset[date] = frozenset()
    confirmed: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        if day in self.make_up:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays

    def is_confirmed(self, day: date) -> bool:
        """Whether the days off of its year are known up to the day."""
        return any(last.year == day.year and day <= last for last in self.confirmed)

    def is_certain(self, first: date, last: date) -> bool:
        """Whether every year that a count from one day to another runs through is known so far."""
        ends = (date(year, 12, 31) for year in range(first.year, last.year))
        return all(map(self.is_confirmed, (*ends, last)))

    def next_working(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while not self.is_working(day):
            day += _ONE_DAY
        return day


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
