"""Clocks told with their arithmetic. Counting starts on the next working day; "at least N before"
is counted backwards, the day itself left out, and never moved forwards. Pure.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.kernel.calendar import WorkingCalendar, add_working_days

UNSURE = "chưa xác nhận lịch"


@dataclass(frozen=True)
class Clock:
    """`count` working days after (before, when negative) `since`. `of`: what happened that day."""

    since: date
    count: int
    of: str
    calendar: WorkingCalendar

    @property
    def last(self) -> date:
        return add_working_days(self.since, self.count, self.calendar)

    @property
    def is_certain(self) -> bool:
        first, last = sorted((self.since, self.last))
        return self.calendar.is_certain(first, last)

    @property
    def skipped(self) -> list[date]:
        """Weekdays off that the count stepped over."""
        first, last = sorted((self.since, self.last))
        days = (first + timedelta(days=n) for n in range(1, (last - first).days))
        return [day for day in days if day.weekday() < 5 and not self.calendar.is_working(day)]

    @property
    def told(self) -> str:
        """The last day, or why none is told."""
        return f"{self.last:%d/%m/%Y}" if self.is_certain else f"{UNSURE} năm {self.unsure_year}"

    @property
    def unsure_year(self) -> int:
        return (
            min(self.since, self.last).year if self.count < 0 else max(self.since, self.last).year
        )

    @property
    def arithmetic(self) -> str:
        side = "trước" if self.count < 0 else "sau"
        off = ", ".join(f"{day:%d/%m}" for day in self.skipped)
        without = f", trừ ngày nghỉ {off}" if off and self.is_certain else ""
        words = f"{abs(self.count)} ngày làm việc {side} {self.of} {self.since:%d/%m/%Y}{without}"
        return f"{words}: {self.told}"


@dataclass(frozen=True)
class CalendarDays:
    """So many calendar days before an event: the count, and the last working day to send by."""

    event: date
    count: int
    calendar: WorkingCalendar

    @property
    def raw(self) -> date:
        return self.event - timedelta(days=self.count)

    @property
    def send_by(self) -> date:
        day = self.raw
        while not self.calendar.is_working(day):
            day -= timedelta(days=1)
        return day
