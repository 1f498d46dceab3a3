"""Periods as they stand in addresses: month-2026-10, quarter-2026-3."""

from datetime import date

from thenchot.kernel.periods import KINDS, Month, Period, Quarter


def period_from(text: str, on: date) -> Period:
    """ "month-2026-10" as addresses write it; the period that holds the day, by month, for anything
    else.
    """
    kind, _, rest = (text or "").partition("-")
    year, _, number = rest.partition("-")
    try:
        return KINDS[kind](int(year), int(number)) if kind in ("month", "quarter") else Month.of(on)
    except (ValueError, KeyError):
        return Month.of(on)


def other_kind(period: Period, on: date) -> Period:
    """The quarter a month lies in; of a quarter its month that holds the day, or the last."""
    return (
        Quarter.of(period.start)
        if period.kind == "month"
        else Month.of(max(period.start, min(period.end, on)))
    )


def key_of(period: Period) -> str:
    return f"{period.kind}-{period.year}-{period.index}"
