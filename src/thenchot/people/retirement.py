"""When a person retires, by month of birth: Nghị định 135/2020/NĐ-CP, Điều 3 và Điều 4. Pure.

The age asked for grows with the year in which it is reached, so the month is searched, not computed
from "the age in the year". The last day at work is the last day of that month; where only the year
of birth is known, 1 January counts.
"""

import calendar
from collections.abc import Mapping
from datetime import date

MAN, WOMAN = 0, 1


def retirement_day(
    born_on: date | None, sex: str, table: Mapping[int, tuple[int, int]]
) -> date | None:
    """The last day at work; None where birth or sex is unknown. `table`: year -> months of age of
    men and women.
    """
    if born_on is None or sex not in ("m", "f") or not table:
        return None
    column = WOMAN if sex == "f" else MAN
    birth = born_on.year * 12 + born_on.month - 1
    month = birth + min(ages[column] for ages in table.values())
    while month - birth < required(month // 12, column, table):
        month += 1
    return last_day(month // 12, month % 12 + 1)


def required(year: int, column: int, table: Mapping[int, tuple[int, int]]) -> int:
    """Months of age asked for in a year; before the first and after the last year of the table
    those of its ends.
    """
    return table[min(max(year, min(table)), max(table))][column]


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def months_between(on: date, later: date) -> int:
    """Whole months from `on` to `later`; negative when it is past."""
    return (later.year - on.year) * 12 + later.month - on.month - (later.day < on.day)


def full_years(born: date, on: date) -> int:
    """Age in completed years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
