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


class Capacity(StrEnum):
    """In what capacity somebody is scored."""

    STAFF = "staff"
    HEAD = "head"
    DEPUTY = "deputy"


class Regulation(StrEnum):
    ND335 = "nd335"
    QD366 = "qd366"
    ND233 = "nd233"


class FaultKind(StrEnum):
    CONTENT = "content"
    DELAY = "delay"


class FaultCause(StrEnum):
    OWN = "own"
    OBJECTIVE = "objective"


class AssessmentState(StrEnum):
    """open → submitted by the person → closed by the scoring authority (two steps: Đ18.2,
    Đ17.2).
    """

    OPEN = "open"
    SUBMITTED = "submitted"
    CLOSED = "closed"


class Origin(StrEnum):
    """How work came to somebody; only what was first assigned stands in the denominator
    (Đ18.1.d).
    """

    ASSIGNED = "assigned"
    TAKEN_OVER = "taken_over"
    SUDDEN = "sudden"


class Mode(StrEnum):
    """Done by oneself, or directed (Đ15.1, S0-079)."""

    DIRECT = "direct"
    DIRECTED = "directed"


class CauseKind(StrEnum):
    SYSTEM = "system"
    WAITING = "waiting"
    DISASTER = "disaster"
    CHANGED = "changed"
    OTHER = "other"


class CauseState(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


class Axis(StrEnum):
    """The six axes of a quarter by the Party's guide (HD 02-HD/BTCTW)."""

    ECONOMY = "economy"
    INSTITUTION = "institution"
    SCIENCE = "science"
    PARTY = "party"
    PEOPLE = "people"
    SECURITY = "security"


class PlanState(StrEnum):
    """A line of one's own plan stands in no score before whoever scores the sheet has accepted
    it.
    """

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class PlanVerdict(StrEnum):
    """What the head finds when a plan is looked at (S4-050)."""

    ON_TRACK = "on_track"
    ADJUST = "adjust"
    STALLED = "stalled"


class HardState(StrEnum):
    OPEN = "open"
    SOLVED = "solved"
    DROPPED = "dropped"


class OpinionState(StrEnum):
    SENT = "sent"
    ANSWERED = "answered"
    DECIDED = "decided"


class FieldVisitKind(StrEnum):
    """Among the people: the meeting of a residential cell, work of the community, a visit to the
    field.
    """

    CELL = "cell"
    COMMUNITY = "community"
    FIELD = "field"
