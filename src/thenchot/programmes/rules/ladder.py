"""The ladder of reminders: before a date, then after it, each rung to somebody higher."""

from collections.abc import Sequence
from datetime import date


def rung(due_on: date, *, on: date, before: Sequence[int], after: Sequence[int]) -> int | None:
    """None when it is too early to say anything; 0.. counts the rungs reached, reminders first,
    then escalations.

    `before` falls (7, 1): rung 0 a week ahead, rung 1 a day ahead. `after` rises (1, 7, 15): rungs
    2, 3, 4.
    """
    late = (on - due_on).days
    reached = sum(late >= -days for days in before) + sum(late >= days for days in after)
    return reached - 1 if reached else None


def rungs_after(since: date, *, on: date, every: int) -> int | None:
    """For what is asked again every N days: None before the first N days, then 0, 1, 2 …"""
    days = (on - since).days
    return days // every - 1 if days >= every else None
