"""From a rota to days: fixed days of the month, or "second and fourth Tuesday". Pure."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.kernel.calendar import WorkingCalendar
from thenchot.kernel.decision import Decision, no

WEEKDAYS = (
    "thứ Hai",
    "thứ Ba",
    "thứ Tư",
    "thứ Năm",
    "thứ Sáu",
    "thứ Bảy",
    "Chủ nhật",
)
NTH = ("", "thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rota:
    """`month_days`: 1 to 31; or `weekday` (0 Monday) with `weeks` 1 to 5. A day that a month does
    not have is left out.
    """

    month_days: tuple[int, ...] = ()
    weekday: int | None = None
    weeks: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        if self.weekday is None:
            return "ngày " + ", ".join(map(str, self.month_days)) + " hằng tháng"
        which = " và ".join(NTH[week] for week in self.weeks)
        return f"{WEEKDAYS[self.weekday]} tuần {which} hằng tháng"


@dataclass(frozen=True)
class Planned:
    """A session: `on` the day it is held, `first` the day the rota says, `why` it moved."""

    on: date
    first: date
    why: str = ""


def may_be(rota: Rota) -> Decision:
    """One of the two ways, within the month."""
    if (rota.weekday is None) == (not rota.month_days):
        return no(
            "reception.rota", "Chọn các ngày trong tháng, hoặc thứ trong tuần và tuần thứ mấy."
        )
    if rota.weekday is not None and not rota.weeks:
        return no("reception.rota", "Chọn tuần thứ mấy trong tháng.")
    if any(not 1 <= day <= 31 for day in rota.month_days):
        return no("reception.rota", "Ngày trong tháng từ 1 đến 31, ví dụ: 5, 20.")
    return Decision.yes()


def days_of(rota: Rota, year: int, month: int) -> list[date]:
    """Of one month, as the rota says, whether or not they are worked."""
    length = monthrange(year, month)[1]
    if rota.weekday is None:
        return [date(year, month, day) for day in sorted(rota.month_days) if day <= length]
    first = (rota.weekday - date(year, month, 1).weekday()) % 7 + 1
    days = (first + 7 * (week - 1) for week in sorted(rota.weeks))
    return [date(year, month, day) for day in days if day <= length]


def plan(
    rota: Rota, year: int, month: int, calendar: WorkingCalendar, taken: Sequence[date] = ()
) -> Iterator[Planned]:
    """A day off moves to the next working day on which the leader has no other session."""
    held = set(taken)
    for first in days_of(rota, year, month):
        on = calendar.next_working(first)
        while on in held:
            on = calendar.next_working(on + ONE_DAY)
        held.add(on)
        yield Planned(on, first, why_moved(first, on, calendar))


def why_moved(first: date, on: date, calendar: WorkingCalendar) -> str:
    if on == first:
        return ""
    if calendar.is_working(first):
        return f"ngày {first:%d/%m/%Y} đã có buổi tiếp khác"
    what = "ngày nghỉ lễ, tết" if first in calendar.holidays else "ngày nghỉ hằng tuần"
    return f"ngày {first:%d/%m/%Y} là {what}, chuyển sang ngày làm việc tiếp theo"
