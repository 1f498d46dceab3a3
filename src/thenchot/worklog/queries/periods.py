"""Periods as they stand in addresses: month-2026-10, quarter-2026-3."""

from datetime import date

from thenchot.kernel.periods import Month, Period, Quarter
from thenchot.kernel.typed import period_of_key


def period_from(text: str, on: date) -> Period:
    """ "month-2026-10" as addresses write it; the period that holds the day, by month, for anything
    else.
    """
    found = period_of_key(text)
    return found if found and found.kind in ("month", "quarter") else Month.of(on)


def other_kind(period: Period, on: date) -> Period:
    """The quarter a month lies in; of a quarter its month that holds the day, or the last."""
    return (
        Quarter.of(period.start)
        if period.kind == "month"
        else Month.of(max(period.start, min(period.end, on)))
    )


def key_of(period: Period) -> str:
    return f"{period.kind}-{period.year}-{period.index}"
