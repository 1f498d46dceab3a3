"""Where a piece of work of another system goes: a new line, the line it has already, or nowhere.
Plain values in and out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from thenchot.worklog.enums import Origin


class Move(StrEnum):
    """What taking in does to one item."""

    NEW = "new"
    UPDATE = "update"
    LEAVE = "leave"
    NO_SHEET = "no_sheet"


@dataclass(frozen=True, slots=True)
class ExistingLine:
    """A line the item has already. `is_fixed`: confirmed, or partly given back: people have decided
    about it since; `is_overdue`: its day has passed and it is not done.
    """

    assessment_id: int
    is_open: bool
    is_finished: bool
    is_fixed: bool
    is_overdue: bool = False


def where(
    target: int | None, there: Sequence[ExistingLine], *, is_done: bool
) -> tuple[Move, int | None]:
    """`target`: the open sheet of the period, if there is one. The move, and which of `there` it is
    about.

    Finished and closed is settled: it never counts a second time. Unfinished in a closed sheet
    stays so there, and what is done later counts in the period in which it was done.
    """
    for at, one in enumerate(there):
        if one.is_fixed or (one.is_finished and not one.is_open):
            return Move.LEAVE, at
    if target is None:
        return (Move.LEAVE, 0) if there and not is_done else (Move.NO_SHEET, None)
    for at, one in enumerate(there):
        if one.is_open:
            return Move.UPDATE, at
    return Move.NEW, None


def handed_over(former: Sequence[ExistingLine]) -> tuple[Move, int | None]:
    """The item is now somebody else's alone: what its former people have of it, and which of
    `former` the move is about.

    Finished, it was counted and never counts a second time. Still open, untouched and in time, the
    line itself goes over. Overdue, confirmed, given back or closed, it stays there as assigned and
    not done (Đ18.1.d), and the new person begins a line of the own.
    """
    for at, one in enumerate(former):
        if one.is_finished:
            return Move.LEAVE, at
    for at, one in enumerate(former):
        if one.is_open and not one.is_fixed and not one.is_overdue:
            return Move.UPDATE, at
    return Move.NEW, None


def amounts(origin: str, quantity: Decimal, is_done: bool) -> dict[str, Decimal]:
    """First assigned work stands in the denominator from the start; what came suddenly counts only
    when it is done (Đ18.1.d).
    """
    none = Decimal(0)
    finished = quantity if is_done else none
    if origin == Origin.ASSIGNED:
        return {"assigned": quantity, "done": finished, "added": none}
    return {"assigned": none, "done": none, "added": finished}
