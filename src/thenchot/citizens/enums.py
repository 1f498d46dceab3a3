"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import IntEnum, StrEnum


class Status(IntEnum):
    """Of a case, as one-stop systems number it (TrangThaiHoSo)."""

    NEW = 1
    RECEIVED = 2
    NOT_RECEIVED = 3
    WORKED_ON = 4
    SUPPLEMENT = 5
    PAYMENT = 6
    WITHDRAWN = 7
    STOPPED = 8
    FINISHED = 9
    RETURNED = 10


FINISHED = (Status.FINISHED, Status.RETURNED)


class Channel(IntEnum):
    """How a case came (KenhThucHien)."""

    DIRECT = 1
    ONLINE = 2
    POST = 3


class Respondents(StrEnum):
    """Whose case it is, and who answers: two groups count apart (S2-006)."""

    CITIZEN = "citizen"
    BUSINESS = "business"
    AGENCY = "agency"
    OTHER = "other"


class Punctual(StrEnum):
    """Where a case stands against its day."""

    ON_TIME = "on_time"
    LATE = "late"
    EXCUSED = "excused"
    RUNNING = "running"
    UNKNOWN = "unknown"


class BatchState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class OutageState(StrEnum):
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


class Cause(StrEnum):
    """Why a new day is set."""

    OUTAGE = "outage"
    OTHER_BODY = "other_body"
    VOLUME = "volume"
    COMPLEX = "complex"
    STAFF = "staff"


class Face(IntEnum):
    """Of a person who was served; there is none in between."""

    VERY_DISPLEASED = 1
    DISPLEASED = 2
    PLEASED = 3
    VERY_PLEASED = 4
