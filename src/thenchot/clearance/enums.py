"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class Part(StrEnum):
    """The two parts of the file (S1-054)."""

    HISTORY = "history"
    PRESENT = "present"


class Outcome(StrEnum):
    """What was concluded; empty while it is being verified."""

    CLEAR = "clear"
    NOT_CLEAR = "not_clear"


class Standing(StrEnum):
    """Of one person and part on a day."""

    CLEAR = "clear"
    LAPSED = "lapsed"
    NOT_CLEAR = "not_clear"
    REQUESTED = "requested"
    NONE = "none"
