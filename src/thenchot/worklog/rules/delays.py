"""Lateness is measured by the day the work was done, never by the day it was entered."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from math import ceil


def is_late(due_on: date | None, done_on: date | None) -> bool:
    return due_on is not None and done_on is not None and done_on > due_on


def newly_finished(before: Decimal, after: Decimal) -> Iterable[int]:
    """Numbers of the pieces finished between two counts."""
    return range(ceil(before) + 1, ceil(after) + 1)
