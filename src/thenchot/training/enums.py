"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class TopicGroup(StrEnum):
    """What a subject of training belongs to; the groups of the programmes and of the decree."""

    THEORY = "theory"
    STATE = "state"
    LEADERSHIP = "leadership"
    FIELD = "field"
    DIGITAL = "digital"
    SERVICE = "service"
    PARTY = "party"
    POLITICAL = "political"
    DEGREE = "degree"
    OTHER = "other"


class Audience(StrEnum):
    """Whom a subject is for. `LACKING`: only those whose gap it closes."""

    EVERYBODY = "everybody"
    OFFICIALS = "officials"
    LEADERS = "leaders"
    PERSONNEL = "personnel"
    LACKING = "lacking"


class Cycle(StrEnum):
    ONCE = "once"
    YEARLY = "yearly"


class Ability(StrEnum):
    """What a course trains (S2-036)."""

    DUTY = "duty"
    GROWTH = "growth"
    SITUATIONS = "situations"


class StudyForm(StrEnum):
    FULL_TIME = "full_time"
    ONLINE = "online"
    BLENDED = "blended"
    PART_TIME = "part_time"
    ON_THE_JOB = "on_the_job"


class PlanState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REPLACED = "replaced"


class NeedKind(StrEnum):
    GAP = "gap"
    ROUND = "round"
    PLANNED = "planned"
    ASKED = "asked"


class NeedState(StrEnum):
    OPEN = "open"
    PLACED = "placed"
    LEFT_OUT = "left_out"
    GONE = "gone"


class ClassState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class EnrolmentState(StrEnum):
    PROPOSED = "proposed"
    WAITING = "waiting"
    NOMINATED = "nominated"
    COMPLETED = "completed"
    VERIFIED = "verified"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class Presence(StrEnum):
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class DayPart(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


SEATED = (
    EnrolmentState.PROPOSED,
    EnrolmentState.NOMINATED,
    EnrolmentState.COMPLETED,
    EnrolmentState.VERIFIED,
    EnrolmentState.FAILED,
)
"""States that take a seat of the class."""
ATTENDING = (
    EnrolmentState.NOMINATED,
    EnrolmentState.COMPLETED,
    EnrolmentState.VERIFIED,
    EnrolmentState.FAILED,
)
"""Whoever was sent to the class, however it ended."""
UNSETTLED = (EnrolmentState.NOMINATED, EnrolmentState.COMPLETED)
"""Sent, and without a verified result."""
