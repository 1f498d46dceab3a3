"""Functions of units: held by one, by two at once (overlap), or by none (orphan) (S0-091,
S3-061).
"""

from datetime import date
from enum import StrEnum

from thenchot.kernel.decision import Decision, no


class DutyStanding(StrEnum):
    """How a function stands on a day."""

    HELD = "held"
    OVERLAP = "overlap"
    ORPHAN = "orphan"
    ENDED = "ended"


def duty_standing(responsible: int, *, is_ended: bool = False) -> DutyStanding:
    """`responsible`: units that answer for it on the day; those that only help do not count."""
    if is_ended:
        return DutyStanding.ENDED
    return (
        DutyStanding.HELD
        if responsible == 1
        else DutyStanding.OVERLAP
        if responsible
        else DutyStanding.ORPHAN
    )


def may_hold_duty(
    duty: tuple[date, date | None],
    unit: tuple[date, date | None],
    valid_from: date,
    *,
    holds_already: bool,
) -> Decision:
    """`duty`, `unit`: first and last day. Two responsible units are not refused: overlap is to be
    seen, not hidden.
    """
    if holds_already:
        return no("duty.twice", "Đơn vị này đang giữ chức năng, nhiệm vụ đó.")
    for (first, last), what in ((duty, "Chức năng, nhiệm vụ này"), (unit, "Đơn vị này")):
        if valid_from < first:
            return no("duty.too_early", f"{what} có từ {first:%d/%m/%Y}.", first=first)
        if last and valid_from > last:
            return no("duty.too_late", f"{what} đã kết thúc ngày {last:%d/%m/%Y}.", last=last)
    return Decision.yes()


def may_end(valid_from: date, valid_to: date | None, on: date) -> Decision:
    if valid_to is not None:
        return no("duty.ended", f"Đã kết thúc ngày {valid_to:%d/%m/%Y}.", valid_to=valid_to)
    if on < valid_from:
        return no(
            "duty.ends_before_start",
            f"Ngày cuối phải từ {valid_from:%d/%m/%Y} trở đi.",
            valid_from=valid_from,
        )
    return Decision.yes()
