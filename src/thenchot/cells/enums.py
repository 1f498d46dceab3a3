"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class MemberKind(StrEnum):
    """Of a Party member in a cell; an exempt one is not counted among those who must attend."""

    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    EXEMPT = "exempt"


class CellPost(StrEnum):
    """In the cell; empty for whoever holds none."""

    SECRETARY = "secretary"
    DEPUTY = "deputy"
    COMMITTEE = "committee"


class MeetingKind(StrEnum):
    REGULAR = "regular"
    THEME = "theme"
    EXTRAORDINARY = "extraordinary"


class MeetingState(StrEnum):
    """Recorded, scored by the cell itself, confirmed by the committee above."""

    RECORDED = "recorded"
    SCORED = "scored"
    CONFIRMED = "confirmed"


class Theme(StrEnum):
    """The subjects that S4-036 asks the cells to talk about."""

    ETHICS = "ethics"
    LIFESTYLE = "lifestyle"
    CONDUCT = "conduct"


class SheetState(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"


class Measure(StrEnum):
    """A criterion whose points the record of the meeting suggests; empty for the others."""

    DURATION = "duration"
    ATTENDANCE = "attendance"
    PAPERS = "papers"
    RESOLUTION = "resolution"


class Grade(StrEnum):
    """Of one meeting, by its points."""

    GOOD = "good"
    FAIR = "fair"
    AVERAGE = "average"
    WEAK = "weak"


class ReviewResult(StrEnum):
    """What a cell concludes about the conduct of a member; nothing is counted."""

    KEPT = "kept"
    ADVISED = "advised"
    SELF_CRITICISM = "self_criticism"


class CongressState(StrEnum):
    PREPARING = "preparing"
    HELD = "held"


class Proposer(StrEnum):
    """Who put a name on the list of a congress."""

    COMMITTEE = "committee"
    CELL = "cell"
    SELF = "self"
