"""What becomes of an alert. Pure: states in, state out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AlertState(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"  # somebody saw it and works on it; the next step opens it again
    EXEMPTED = "exempted"  # does not apply, with a reason, until the review date
    RESOLVED = "resolved"  # the fact is gone; ends by itself, never by hand


@dataclass(frozen=True)
class Seen:
    """What the table says of an alert whose fact was found again."""

    state: str
    step: int
    review_on: date | None = None


def next_state(seen: Seen, step: int, on: date) -> str:
    """State of an alert that is found again with `step` on a day."""
    if seen.state == AlertState.EXEMPTED:
        return (
            AlertState.OPEN
            if seen.review_on is not None and seen.review_on <= on
            else AlertState.EXEMPTED
        )
    return AlertState.OPEN if step > seen.step else seen.state


def tells(seen: Seen | None, step: int, on: date) -> bool:
    """Whether this run has somebody to tell: a new alert, a higher step, an exemption that ran
    out.
    """
    if seen is None:
        return True
    if seen.state == AlertState.EXEMPTED:
        return next_state(seen, step, on) == AlertState.OPEN
    return step > seen.step


MOVES = {
    (AlertState.OPEN, "acknowledge"): AlertState.ACKNOWLEDGED,
    (AlertState.OPEN, "exempt"): AlertState.EXEMPTED,
    (AlertState.ACKNOWLEDGED, "exempt"): AlertState.EXEMPTED,
    (AlertState.EXEMPTED, "reopen"): AlertState.OPEN,
    (AlertState.ACKNOWLEDGED, "reopen"): AlertState.OPEN,
}


def may_move(state: str, move: str) -> bool:
    return (AlertState(state), move) in MOVES
