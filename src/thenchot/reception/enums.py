"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class Duty(StrEnum):
    """By which duty somebody receives; the law counts days for the first three."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    UNIT_HEAD = "unit_head"
    OTHER = "other"


class SlotState(StrEnum):
    PLANNED = "planned"
    PUBLISHED = "published"
    HELD = "held"
    MISSED = "missed"
    MOVED = "moved"
    CANCELLED = "cancelled"


class VisitState(StrEnum):
    """`ANSWERED`: told what becomes of it; `CLOSED`: every promise kept, or nothing promised."""

    BOOKED = "booked"
    RECEIVED = "received"
    ANSWERED = "answered"
    CLOSED = "closed"
    REFUSED = "refused"
    ABSENT = "absent"
    CANCELLED = "cancelled"


class Matter(StrEnum):
    """What a visit is about, by content: column 6 of the book 03/TCD."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    PETITION = "petition"
    REFLECTION = "reflection"


class AnswerKind(StrEnum):
    """What the citizen is told."""

    ACCEPTED = "accepted"
    LONGER = "longer"
    REFUSED = "refused"
    TRANSFERRED = "transferred"
    ON_THE_SPOT = "on_the_spot"


class CameBy(StrEnum):
    PUBLIC = "public"
    OFFICE = "office"
    ONLINE = "online"


class Part(StrEnum):
    """For the allowance: who receives, who helps."""

    RECEIVER = "receiver"
    SUPPORT = "support"


class DirectionState(StrEnum):
    """Of a promise. `DONE` is what the office says, `SETTLED` what the citizen says."""

    OPEN = "open"
    DONE = "done"
    REOPENED = "reopened"
    SETTLED = "settled"
    CANCELLED = "cancelled"


class Verdict(StrEnum):
    """Of whoever was promised something."""

    SOLVED = "solved"
    PARTLY = "partly"
    NOT = "not"


class DialogueState(StrEnum):
    PLANNED = "planned"
    ANNOUNCED = "announced"
    HELD = "held"
    PUBLISHED = "published"
    CANCELLED = "cancelled"
