"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class SetState(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"
    REPLACED = "replaced"


class RequirementKind(StrEnum):
    """What a requirement asks for; a closed list, each with one way of judging."""

    # a level of one of the lists: degree, theory, state management, language, IT, defence
    LEVEL = "level"
    # a degree in one of some fields (S2-029); of the job position where the requirement names none
    FIELD = "field"
    CERTIFICATE = "certificate"  # a certificate that is still valid
    SOFTWARE = "software"  # proficiency in a named program, tested or confirmed (S4-030)
    SKILL = "skill"  # a skill that somebody confirmed
    COMPETENCY = "competency"  # the level the framework of the job position asks for
    YEARS = "years"  # of service, in the seat, in the Party
    PARTY = "party"  # membership
    AGE = "age"


class Measure(StrEnum):
    """What years are counted of."""

    SERVICE = "service"
    SEAT = "seat"
    PARTY = "party"


class Bound(StrEnum):
    """Of an age: at least so many full years, or fewer."""

    AT_LEAST = "at_least"
    BELOW = "below"


class GapState(StrEnum):
    MET = "met"
    MISSING = "missing"
    IN_TRAINING = "in_training"
    EXEMPT = "exempt"


class Lack(StrEnum):
    """Why a requirement is not met, where it is not."""

    NONE = ""
    NOTHING = "nothing"  # no paper of this kind
    TOO_LOW = "too_low"
    LAPSED = "lapsed"  # what is there has run out
    TOO_SHORT = "too_short"  # not yet so many years
    TOO_OLD = "too_old"
    TOO_YOUNG = "too_young"
    UNKNOWN = "unknown"  # the file does not say the day, or only the year


class Foresight(StrEnum):
    """What became of the preview of a draft."""

    NONE = "none"
    STALE = "stale"  # the draft was changed since
    FRESH = "fresh"
