"""Sample documents speak of days around the day of the demonstration: {day:-20}, {month:+1},
{quarter:0}, {year}.
"""

import os
import re
from contextlib import contextmanager
from datetime import date, timedelta

from thenchot.kernel.periods import ROMAN, Month, Period, Quarter

TAKEN_IN_BEFORE = timedelta(days=150)  # when the ward began to use the system
PLACE = re.compile(r"\{(day|month|mm|yyyy|quarter|year)(?::([+-]?\d+))?\}")


def speak(text: str, *, on: date) -> str:
    """The sample text with every place filled for a demonstration on that day."""
    return PLACE.sub(lambda place: WORDS[place[1]](on, int(place[2] or 0)), text)


def _shifted(period: Period, steps: int) -> Period:
    for _ in range(abs(steps)):
        period = period.next() if steps > 0 else period.previous()
    return period


def _month(on, steps):
    return _shifted(Month.of(on), steps)


def _quarter(on, steps):
    quarter = _shifted(Quarter.of(on), steps)
    return f"{ROMAN[quarter.index]}/{quarter.year}"


WORDS = {
    "day": lambda on, n: f"{on + timedelta(days=n):%d/%m/%Y}",
    "month": lambda on, n: f"{_month(on, n).index}/{_month(on, n).year}",
    "mm": lambda on, n: str(_month(on, n).index),
    "yyyy": lambda on, n: str(_month(on, n).year),
    "quarter": _quarter,
    "year": lambda on, n: str(on.year + n),
}


@contextmanager
def day_of(day):
    """The one clock shows another day."""
    before = os.environ.get("THENCHOT_TODAY")
    os.environ["THENCHOT_TODAY"] = day.isoformat()
    try:
        yield
    finally:
        os.environ.pop("THENCHOT_TODAY") if before is None else os.environ.update(
            THENCHOT_TODAY=before
        )
