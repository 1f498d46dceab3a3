"""Closed lists of the room: plain strings, known to the pure rules too."""

from enum import StrEnum


class Band(StrEnum):
    """What a score says of a period, and what a year's rating is called; worst first."""

    FAILED = "failed"
    COMPLETED = "completed"
    GOOD = "good"
    EXCELLENT = "excellent"

    @property
    def rank(self) -> int:
        return list(Band).index(self)


class Status(StrEnum):
    SCORED = "scored"
    WAITING = "waiting"
    NOT_ENOUGH_DATA = "not_enough_data"
    RATED = "rated"
    NOT_RATED = "not_rated"


class Kind(StrEnum):
    """In what capacity somebody is scored."""

    STAFF = "staff"
    HEAD = "head"
    DEPUTY = "deputy"


class Rules(StrEnum):
    ND335 = "nd335"
    QD366 = "qd366"
    ND233 = "nd233"


class FaultKind(StrEnum):
    CONTENT = "content"
    DELAY = "delay"


class FaultCause(StrEnum):
    OWN = "own"
    OBJECTIVE = "objective"
