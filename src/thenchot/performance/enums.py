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


class CatalogueState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REPLACED = "replaced"


class SuggestionState(StrEnum):
    """Work nobody has converted yet: colleagues give ratios while it is open; the owner of the
    catalogue signs.
    """

    OPEN = "open"
    SIGNED = "signed"
    REFUSED = "refused"


class SheetState(StrEnum):
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


class RoundSubject(StrEnum):
    """Whom a yearly round rates."""

    PERSONS = "persons"
    ORGANISATIONS = "organisations"


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


class Axis(StrEnum):
    """The six axes of a quarter by the Party's guide (HD 02-HD/BTCTW)."""

    ECONOMY = "economy"
    INSTITUTION = "institution"
    SCIENCE = "science"
    PARTY = "party"
    PEOPLE = "people"
    SECURITY = "security"


class ReviewState(StrEnum):
    """What the competent level made of a proposal to replace somebody."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class CriteriaState(StrEnum):
    """A set of criteria is drawn up, issued, replaced by its next version; only an issued one may
    be used.
    """

    DRAFT = "draft"
    ISSUED = "issued"
    REPLACED = "replaced"


class CriteriaUse(StrEnum):
    """What a set of criteria serves; the decree's own formula is never one of them."""

    PARTY = "party"
    LOCAL = "local"


class Side(StrEnum):
    """From where somebody is looked at (S0-046)."""

    SELF = "self"
    SUPERIOR = "superior"
    PEERS = "peers"
    SUBORDINATES = "subordinates"
    COLLECTIVE = "collective"
    CITIZENS = "citizens"
    UNIT_RESULT = "unit_result"


class FigureState(StrEnum):
    """What became of one side of one person; only a released one counts."""

    WAITING = "waiting"
    RELEASED = "released"
    NOT_ASKED = "not_asked"
    NO_SOURCE = "no_source"
    ABSENT = "absent"
    FEW = "few"
    WITHHELD = "withheld"
    LOST = "lost"


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


class OutingKind(StrEnum):
    """Among the people: the meeting of a residential cell, work of the community, a visit to the
    field.
    """

    CELL = "cell"
    COMMUNITY = "community"
    FIELD = "field"
