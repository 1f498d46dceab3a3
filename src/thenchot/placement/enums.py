"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class Effect(StrEnum):
    """What a decision does to the post."""

    TAKES = "takes"
    STAYS = "stays"
    LEAVES = "leaves"
    MOVES = "moves"
    NOMINATES = "nominates"
    PAUSES = "pauses"


class StepKind(StrEnum):
    PAPER = "paper"
    OPINION = "opinion"
    VOTE = "vote"


class ProcedureState(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    STOPPED = "stopped"


class VacancyKind(StrEnum):
    """A job position of the scheme, a seat of a committee, a permitted title."""

    POSITION = "position"
    SEAT = "seat"
    TITLE = "title"


class VacancyState(StrEnum):
    OPEN = "open"
    HELD = "held"
    UNDER_WAY = "under_way"
    FILLED = "filled"


class Way(StrEnum):
    """How a vacancy is to be filled."""

    PLANNING = "planning"
    TRANSFER = "transfer"
    RECRUITMENT = "recruitment"


class CheckState(StrEnum):
    """`UNKNOWN`: the system has no data; somebody looks at the paper file and says so."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    WAIVED = "waived"


class ItemState(StrEnum):
    """Of a hand-over checklist."""

    OPEN = "open"
    DONE = "done"


class Mentee(StrEnum):
    """Why somebody should be guided."""

    YOUNG = "young"
    NEW = "new"
    WEAK = "weak"


class Irregularity(StrEnum):
    """What the watch over procedures finds (S2-011)."""

    BACKDATED = "backdated"
    ALONE = "alone"
    WITHOUT = "without"


class Body(StrEnum):
    """Whose paper it is; the words of the blocs of `organisation`."""

    PARTY = "party"
    GOVERNMENT = "government"


class Decider(StrEnum):
    """The level that decides: of this place, or above it."""

    OWN = "own"
    ABOVE = "above"
