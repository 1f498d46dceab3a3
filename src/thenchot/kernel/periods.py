"""Month, quarter, half-year and year as periods with a first and a last day, and the instances of a
recurrence.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Self

ROMAN = ("", "I", "II", "III", "IV")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period of `months` months in a year, `index` counted from 1."""

    year: int
    index: int = 1

    months: ClassVar[int] = 12
    kind: ClassVar[str] = "year"

    def __post_init__(self) -> None:
        if not 1 <= self.index <= 12 // self.months:
            raise ValueError(f"no {self.kind} {self.index} in a year")

    @property
    def start(self) -> date:
        return date(self.year, (self.index - 1) * self.months + 1, 1)

    @property
    def end(self) -> date:
        month = self.index * self.months
        return date(self.year, month, monthrange(self.year, month)[1])

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, (day.month - 1) // cls.months + 1)

    def next(self) -> Self:
        return type(self).of(self.end + timedelta(days=1))

    def previous(self) -> Self:
        return type(self).of(self.start - timedelta(days=1))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end

    def label_vi(self) -> str:
        return f"năm {self.year}"


class Year(Period):
    __slots__ = ()


class Half(Period):
    __slots__ = ()
    months = 6
    kind = "half"

    def label_vi(self) -> str:
        return f"6 tháng {'đầu' if self.index == 1 else 'cuối'} năm {self.year}"


class Quarter(Period):
    __slots__ = ()
    months = 3
    kind = "quarter"

    def label_vi(self) -> str:
        return f"quý {ROMAN[self.index]}/{self.year}"


class Month(Period):
    __slots__ = ()
    months = 1
    kind = "month"

    def label_vi(self) -> str:
        return f"tháng {self.index}/{self.year}"


KINDS: dict[str, type[Period]] = {cls.kind: cls for cls in (Month, Quarter, Half, Year)}


def period_of(kind: str, day: date) -> Period:
    """The period of `kind` (month, quarter, half, year) that holds `day`."""
    return KINDS[kind].of(day)


def last_day_of_month(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_day_of_month(year, month + 1)))


def instances(rule: Mapping[str, Any], start: date, end: date) -> list[date]:
    """Last days due under a recurrence `rule` between two days, both included.

    rule: {"every": "week"|"month"|"quarter"|"half"|"year", "interval": n, "end": …}. `end` is
    "MM-DD" for a year, "M-DD" (month of the period, 1-based) for a quarter or a half, "DD" for a
    month, ISO weekday 1..7 for a week. Without `end` the last day of each period is due. A day that
    a month lacks becomes its last day.
    """
    every = rule.get("every")
    if every == "week":
        return list(_weeks(rule, start, end))
    if every not in KINDS:
        return []
    return [day for day in _dues(KINDS[every], rule, start, end) if start <= day <= end]


def _weeks(rule: Mapping[str, Any], start: date, end: date) -> Iterator[date]:
    weekdays = [int(mark or 7) for mark in rule.get("ends") or [rule.get("end")]]
    monday = start - timedelta(days=start.isoweekday() - 1)
    while monday <= end:
        days = (monday + timedelta(days=weekday - 1) for weekday in weekdays)
        yield from (day for day in days if start <= day <= end)
        monday += timedelta(days=7 * int(rule.get("interval") or 1))


def _dues(cls: type[Period], rule: Mapping[str, Any], start: date, end: date) -> Iterator[date]:
    period: Period = cls.of(start)
    count = 0
    while period.start <= end and count < 2400:
        if count % int(rule.get("interval") or 1) == 0:
            yield from _due_days(period, rule)
        period, count = period.next(), count + 1


def _due_days(period: Period, rule: Mapping[str, Any]) -> Iterator[date]:
    marks = rule.get("ends") or [rule.get("end")]
    for mark in marks:
        yield _due_day(period, str(mark)) if mark else period.end


def _due_day(period: Period, mark: str) -> date:
    month, _, day = mark.rpartition("-")
    number = period.start.month + (int(month) - 1 if month else 0)
    return date(period.year, number, min(int(day), last_day_of_month(period.year, number)))
