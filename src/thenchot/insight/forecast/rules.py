"""The arithmetic of a forecast: months, the rate at which people leave, how many are lacking.

Pure.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thenchot.kernel.periods import last_day_of_month

MONTHS = 12


def months_to(on: date, later: date) -> int:
    """How many ends of months lie between: 0 for a day of the same month."""
    return (later.year - on.year) * MONTHS + later.month - on.month


def ends_of_months(on: date, until: date) -> list[date]:
    """The last day of every month from the month of `on` to that of `until`."""
    found, year, month = [], on.year, on.month
    while (year, month) <= (until.year, until.month):
        found.append(date(year, month, last_day_of_month(year, month)))
        year, month = (year, month + 1) if month < MONTHS else (year + 1, 1)
    return found


def days_asked(on: date, until: date) -> list[date]:
    """The day of the forecast and the end of every year."""
    return [on, *(date(year, 12, 31) for year in range(on.year, until.year + 1))]


def leave_rate(leavers: int, person_years: float, prior: float, weight: int) -> float:
    """Share of people who leave in a year for other reasons than age: the own files and the assumed
    share, weighed by the person-years behind each.
    """
    return (leavers + prior * weight) / (person_years + weight)


def monthly(rate: float) -> float:
    """The share of a year as the share of a month."""
    return 1 - math.pow(1 - min(rate, 0.999), 1 / MONTHS)


@dataclass(frozen=True)
class Lacking:
    """How many more must fulfil it: on the places that are there (`swapped`), or as people who come
    on top (`added`, None where that never gets there).
    """

    swapped: int
    added: int | None


def lacking(part: int, whole: int, goal: float, *, is_share: bool, is_strict: bool) -> Lacking:
    """`goal`: per cent of a share, else a number of people. Exact in integers of thousandths."""
    if not is_share:
        wanted = math.floor(goal) + 1 if is_strict else math.ceil(goal)
        short = max(0, wanted - part)
        return Lacking(short, short)
    share = round(goal * 1000)  # of 100,000
    if share >= 100_000 and is_strict:
        return Lacking(0, None)
    least = share * whole + (1 if is_strict else 0)
    swapped = max(0, -(-least // 100_000) - part)
    if share >= 100_000:
        return Lacking(swapped, 0 if swapped == 0 else None)
    short = share * whole - part * 100_000 + (1 if is_strict else 0)
    return Lacking(swapped, max(0, -(-short // (100_000 - share))))


def too_many(part: int, whole: int, goal: float, *, is_share: bool, is_strict: bool) -> int:
    """How many fewer must fulfil it, where less is asked for."""
    if not is_share:
        allowed = math.ceil(goal) - 1 if is_strict else math.floor(goal)
        return max(0, part - allowed)
    share = round(goal * 1000)
    allowed = (share * whole - (1 if is_strict else 0)) // 100_000
    return max(0, part - max(0, allowed))


def spread(number: int, years: list[int]) -> Iterator[tuple[int, int]]:
    """Of each year its part, the earlier years first."""
    if not years:
        return
    each, more = divmod(number, len(years))
    for at, year in enumerate(years):
        yield year, each + (at < more)
