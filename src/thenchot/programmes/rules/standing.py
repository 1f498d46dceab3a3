"""Where a promise stands on a day, and how late it is: against the date in force and against the
first date.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.programmes.enums import Standing, TaskState, Timing


@dataclass(frozen=True, slots=True)
class Promise:
    """`due_on` is the date in force (of a recurring task: its next open period), `original_due_on`
    the first one; `heard_on` the last sign of life, `handed_on` the day it was given out.
    """

    timing: Timing
    state: TaskState
    handed_on: date
    due_on: date | None = None
    original_due_on: date | None = None
    done_on: date | None = None
    heard_on: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Days are calendar days; 0 when not late. `silent_days` counts since the last sign of life."""

    standing: Standing
    days_late: int = 0
    days_late_original: int = 0
    silent_days: int = 0


def judge(promise: Promise, *, on: date, sign_of_life_days: int, soon_days: int) -> Verdict:
    """S0-107, S0-117: dated against both dates; ongoing by rhythm; open and undated never get a
    made-up date.
    """
    if promise.state == TaskState.CANCELLED:
        return Verdict(Standing.CANCELLED)
    if promise.timing == Timing.ONGOING and promise.state != TaskState.DONE:
        return _rhythm(promise, on, sign_of_life_days)
    if promise.due_on:
        return _against_dates(promise, promise.due_on, on, soon_days)
    return _without_date(promise)


def days_after(due: date | None, day: date) -> int:
    return max(0, (day - due).days) if due else 0


def _against_dates(promise: Promise, due_on: date, on: date, soon_days: int) -> Verdict:
    is_done = promise.state == TaskState.DONE
    day = (promise.done_on or on) if is_done else on
    late, late_original = days_after(due_on, day), days_after(promise.original_due_on, day)
    if is_done:
        return Verdict(Standing.DONE_LATE if late else Standing.DONE_ON_TIME, late, late_original)
    if late:
        return Verdict(Standing.LATE, late, late_original)
    near = due_on - on <= timedelta(days=soon_days)
    return Verdict(Standing.DUE_SOON if near else Standing.RUNNING, 0, late_original)


def _rhythm(promise: Promise, on: date, sign_of_life_days: int) -> Verdict:
    quiet = (on - (promise.heard_on or promise.handed_on)).days
    return Verdict(
        Standing.SILENT if quiet > sign_of_life_days else Standing.IN_RHYTHM, silent_days=quiet
    )


def _without_date(promise: Promise) -> Verdict:
    if promise.state == TaskState.DONE:
        return Verdict(Standing.DONE_ON_TIME)
    return Verdict(Standing.WAITING if promise.timing == Timing.OPEN else Standing.UNDATED)
