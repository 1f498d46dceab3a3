"""Closed lists of the room: plain strings, known to the pure rules too."""

from enum import StrEnum


class RoundSubject(StrEnum):
    """Whom a yearly round rates."""

    PERSONS = "persons"
    ORGANISATIONS = "organisations"


class RoundState(StrEnum):
    """How far a round is."""

    OPEN = "open"
    PUBLISHED = "published"
    LOCKED = "locked"


class RatingStep(StrEnum):
    """What a rating waits for next (Đ21); the first seven are steps of the round, with a last day
    each.
    """

    ORGANISATIONS = "organisations"
    SELF = "self"
    MEETING = "meeting"
    PARTY = "party"
    CONSOLIDATION = "consolidation"
    DECISION = "decision"
    NOTICE = "notice"
    NOTIFIED = "notified"
    LOCKED = "locked"
    OUT = "out"


class AbsenceKind(StrEnum):
    SICK = "sick"
    MATERNITY = "maternity"
    UNPAID = "unpaid"
    GOOD_CAUSE = "good_cause"


class Nature(StrEnum):
    """What a disciplined act was (Đ20.4); `other` has nothing to do with public duty and fails no
    year.
    """

    DEGENERATION = "degeneration"
    FORBIDDEN = "forbidden"
    BAD_EXAMPLE = "bad_example"
    DUTY = "duty"
    OTHER = "other"


class ReviewState(StrEnum):
    """What the competent level made of a proposal to replace somebody."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
