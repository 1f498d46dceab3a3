"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class Side(StrEnum):
    """Who disciplines, and by which rules (S4-073)."""

    PARTY = "party"
    CIVIL = "civil"
    EMPLOYEE = "employee"


STATE_SIDES = (Side.CIVIL, Side.EMPLOYEE)


class Source(StrEnum):
    """Where a case comes from (S1-042)."""

    FINDING = "finding"
    RATING = "rating"
    PARTY = "party"
    PETITION = "petition"
    COURT = "court"
    BREACH = "breach"
    OTHER = "other"


class CaseState(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    CLEARED = "cleared"
    EXEMPTED = "exempted"
    FORWARDED = "forwarded"
    BARRED = "barred"
    REVOKED = "revoked"


CONSIDERED = (CaseState.OPEN, CaseState.FORWARDED)  # here, or by the level above


class StepKind(StrEnum):
    """What a step leaves behind."""

    PAPER = "paper"
    VOTE = "vote"


class Pause(StrEnum):
    """Why time does not run."""

    ILLNESS = "illness"
    MATERNITY = "maternity"
    PROSECUTION = "prosecution"
    COMPLAINT = "complaint"


class CouncilPart(StrEnum):
    CHAIR = "chair"
    MEMBER = "member"
    SECRETARY = "secretary"


class BreachKind(StrEnum):
    """Four kinds (S0-081)."""

    ADMINISTRATIVE = "administrative"
    LABOUR = "labour"
    ETHICS = "ethics"
    ORDER = "order"


class Handling(StrEnum):
    """What came of a breach; empty while it waits."""

    NONE = "none"
    REMINDED = "reminded"
    CRITICISED = "criticised"
    CASE = "case"


class Trigger(StrEnum):
    """Why somebody stands on the screening list (S0-013, S1-042)."""

    QUARTERS = "quarters"
    YEAR = "year"
    PRODUCT = "product"
    STANDARDS = "standards"
    FINDING = "finding"
    CASE = "case"


class Way(StrEnum):
    """What the competent level decides for somebody on the list; empty while it waits."""

    KEEP = "keep"
    TRAIN = "train"
    REASSIGN = "reassign"
    REPLACE = "replace"
    DOWNSIZE = "downsize"
    DISCIPLINE = "discipline"
