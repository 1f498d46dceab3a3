"""Closed lists of the room: plain strings, known to the pure rules too."""

from enum import StrEnum


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


class RoundState(StrEnum):
    """A round takes answers until it is closed; closed, it stays so."""

    OPEN = "open"
    CLOSED = "closed"


class Side(StrEnum):
    """From where somebody is looked at (S0-046)."""

    SELF = "self"
    SUPERIOR = "superior"
    PEERS = "peers"
    SUBORDINATES = "subordinates"
    COLLECTIVE = "collective"
    CITIZENS = "citizens"
    UNIT_RESULT = "unit_result"


class ResultState(StrEnum):
    """What became of one side of one person; only a released one counts."""

    WAITING = "waiting"
    RELEASED = "released"
    NOT_ASKED = "not_asked"
    NO_SOURCE = "no_source"
    ABSENT = "absent"
    FEW = "few"
    WITHHELD = "withheld"
    LOST = "lost"
