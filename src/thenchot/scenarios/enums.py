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
