"""What becomes of an alert. Pure: states in, state out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
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
    if seen.state == State.EXEMPTED:
        return State.OPEN if seen.review_on is not None and seen.review_on <= on else State.EXEMPTED
    return State.OPEN if step > seen.step else seen.state


def tells(seen: Seen | None, step: int, on: date) -> bool:
    """Whether this run has somebody to tell: a new alert, a higher step, an exemption that ran
    out.
    """
    if seen is None:
        return True
    if seen.state == State.EXEMPTED:
        return next_state(seen, step, on) == State.OPEN
    return step > seen.step


MOVES = {
    (State.OPEN, "acknowledge"): State.ACKNOWLEDGED,
    (State.OPEN, "exempt"): State.EXEMPTED,
    (State.ACKNOWLEDGED, "exempt"): State.EXEMPTED,
    (State.EXEMPTED, "reopen"): State.OPEN,
    (State.ACKNOWLEDGED, "reopen"): State.OPEN,
}


def may_move(state: str, move: str) -> bool:
    return (State(state), move) in MOVES
