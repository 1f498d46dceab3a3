"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class Level(StrEnum):
    """Of a plan (S4-066)."""

    TERM = "term"
    YEAR = "year"


class PlanState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    REPLACED = "replaced"


class Form(StrEnum):
    """What is done: inspection concludes on what was found, supervision watches and reminds."""

    MEMBER = "member"
    ORGANISATION = "organisation"
    SIGNS = "signs"
    REGULAR = "regular"
    THEMATIC = "thematic"
    DUTY = "duty"


class Timing(StrEnum):
    """S1-050."""

    PERIODIC = "periodic"
    AD_HOC = "ad_hoc"


class Direction(StrEnum):
    """S1-050: the level above over the level below, and the other way."""

    DOWN = "down"
    UP = "up"


class Theme(StrEnum):
    """What is looked at; four of them are the focus of S3-078."""

    REGULATIONS = "regulations"
    DISCIPLINE = "discipline"
    EXEMPLARY = "exemplary"
    ETHICS = "ethics"
    PROGRAMME = "programme"
    CADRE_WORK = "cadre_work"
    OFFICE_BUYING = "office_buying"
    FINANCE = "finance"
    LAND = "land"
    SERVICE = "service"
    OTHER = "other"


class Stage(StrEnum):
    """How far an inspection is."""

    DECIDED = "decided"
    ANNOUNCED = "announced"
    REPORTED = "reported"
    VERIFIED = "verified"
    CONCLUDED = "concluded"
    NOTIFIED = "notified"
    CLOSED = "closed"
    STOPPED = "stopped"


OPEN_STAGES = (Stage.DECIDED, Stage.ANNOUNCED, Stage.REPORTED, Stage.VERIFIED)


class Outcome(StrEnum):
    """What the conclusion says of the whole."""

    GOOD = "good"
    SHORTCOMING = "shortcoming"
    VIOLATION = "violation"


class TeamPart(StrEnum):
    HEAD = "head"
    MEMBER = "member"
    SECRETARY = "secretary"


class FindingKind(StrEnum):
    """What was found (S0-071, S0-081, S2-040, S3-024, S3-079, S4-041, S4-073)."""

    LAXITY = "laxity"
    IRRESPONSIBLE = "irresponsible"
    EVASION = "evasion"
    CADRE_RULES = "cadre_rules"
    OFFICE_BUYING = "office_buying"
    BUREAUCRACY = "bureaucracy"
    HARASSMENT = "harassment"
    DELAY = "delay"
    ADMINISTRATIVE = "administrative"
    LABOUR = "labour"
    ETHICS = "ethics"
    EXEMPLARY = "exemplary"
    DEGENERATION = "degeneration"
    ABUSE = "abuse"
    CORRUPTION = "corruption"
    LAW = "law"
    OTHER = "other"


class FindingLevel(StrEnum):
    """S1-051."""

    WARNING = "warning"
    PREVENTION = "prevention"
    HANDLING = "handling"


MINOR = (FindingLevel.WARNING, FindingLevel.PREVENTION)


class FindingState(StrEnum):
    OPEN = "open"
    REPORTED = "reported"
    REMEDIED = "remedied"
    HANDED_OVER = "handed_over"


class SocialKind(StrEnum):
    """Of the Front and the mass organisations."""

    SUPERVISION = "supervision"
    CRITICISM = "criticism"


class Answer(StrEnum):
    """To a recommendation; empty while it waits."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    EXPLAINED = "explained"
