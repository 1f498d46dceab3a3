"""Levels as columns show them."""

from thenchot.platform.registers.columns import PartColumn, StateColumn
from thenchot.rating.labels import LACKING, LEVEL, LEVEL_TONE, NOT_RATED
from thenchot.scoring.enums import Status
from thenchot.worklog.labels import BAND


def level_column(title, source, **more) -> StateColumn:
    return StateColumn(title, source, labels=LEVEL, tones=LEVEL_TONE, width=22, **more)


def capped_column(title) -> PartColumn:
    """What the caps left, and whether a tie waits for somebody to decide."""
    return PartColumn(
        title, "rating/_capped.html", lambda row: capped_name(row), width=22, sort="capped"
    )


def capped_name(row):
    return BAND[row.capped] if row.capped else None


def proposed_code(row) -> str:
    """What the machine proposes of a rating or an organisation."""
    if row.status == Status.NOT_RATED:
        return NOT_RATED
    return row.level or LACKING


def decided_code(row) -> str:
    """What was decided, nothing while nothing was."""
    return (row.decision.level or NOT_RATED) if row.decision else ""
