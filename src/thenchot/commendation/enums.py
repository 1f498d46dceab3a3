"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class InitiativeState(StrEnum):
    """Allowed before it is tried, so that whoever dares stands on a record (S0-084)."""

    PROPOSED = "proposed"
    ALLOWED = "allowed"
    REFUSED = "refused"
    CONCLUDED = "concluded"


class Verdict(StrEnum):
    """What an initiative turned out to be; empty before it is concluded."""

    EFFECTIVE = "effective"
    INEFFECTIVE = "ineffective"
    ABUSE = "abuse"


class MovementState(StrEnum):
    RUNNING = "running"
    CLOSED = "closed"


class Result(StrEnum):
    """Of a registration in a movement; empty until it is closed."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT = "not"


class AwardSource(StrEnum):
    HARD_TASK = "hard_task"
    MOVEMENT = "movement"
    INITIATIVE = "initiative"
    YEAR = "year"
    OTHER = "other"


class AwardState(StrEnum):
    PROPOSED = "proposed"
    VOTED = "voted"
    DECIDED = "decided"
    REFUSED = "refused"
