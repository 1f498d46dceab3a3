"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class RoundState(StrEnum):
    """In the order of a round; `RANKED`: results approved, not yet public."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PUBLISHED = "published"
    LISTED = "listed"
    FIRST = "first"
    MARKED = "marked"
    RANKED = "ranked"
    RESULTS = "results"
    DONE = "done"
    CANCELLED = "cancelled"


class Manner(StrEnum):
    """Exam, or consideration (without the first stage)."""

    EXAM = "exam"
    CONSIDERATION = "consideration"


class CouncilPart(StrEnum):
    CHAIR = "chair"
    VICE = "vice"
    SECRETARY = "secretary"
    MEMBER = "member"


class ApplicantState(StrEnum):
    RECEIVED = "received"
    ELIGIBLE = "eligible"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    OUT = "out"
    SECOND = "second"
    WON = "won"
    NOT_WON = "not_won"
    STRUCK = "struck"
    HIRED = "hired"
    STARTED = "started"
    LAPSED = "lapsed"


class CheckState(StrEnum):
    """`UNKNOWN`: somebody looks at the paper and says so."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Breach(StrEnum):
    """Discipline in the exam room."""

    NONE = ""
    REPRIMAND = "reprimand"
    WARNING = "warning"
    SUSPENSION = "suspension"


class CameBy(StrEnum):
    PUBLIC = "public"
    OFFICE = "office"
    EXCEL = "excel"


class ReceptionState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class CaseState(StrEnum):
    PROPOSED = "proposed"
    ELIGIBLE = "eligible"
    REFUSED = "refused"
    DECIDED = "decided"
