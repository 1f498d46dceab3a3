"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class Method(StrEnum):
    """What is worked out: who could sit where, which names on a planning list, which courses."""

    PLACEMENT = "placement"
    SUCCESSION = "succession"
    COURSES = "courses"


class ScenarioState(StrEnum):
    WAITING = "waiting"
    READY = "ready"
    NONE = "none"  # nothing holds the hard rules
    CANCELLED = "cancelled"


class ImpactState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    ENDED = "ended"


class LineKind(StrEnum):
    """What a line of a proposal says: a change, or what stays open."""

    MOVES = "moves"
    PLACED = "placed"
    EMPTY = "empty"
    OVER = "over"
    ADDED = "added"
    DROPPED = "dropped"
    NO_NEXT = "no_next"
    SHORT = "short"
    SHALLOW = "shallow"
    HELD = "held"
    UNMET = "unmet"
