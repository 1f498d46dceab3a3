"""A conclusion holds until its last day, and the newest one counts. Pure."""

from dataclasses import dataclass
from datetime import date

from thenchot.clearance.enums import Outcome, Standing
from thenchot.kernel.decision import Decision, Reason, no

CLOSED = Reason(
    "clearance.missing",
    "Chưa có kết luận còn giá trị về tiêu chuẩn chính trị cho phép quy hoạch, bổ nhiệm, giới thiệu "
    "ứng cử; Ban Xây dựng Đảng thẩm tra và ghi kết luận trước.",
    "S0-074, S1-055",
)
"""One sentence whatever lacks: what was concluded is for those who keep the file."""


@dataclass(frozen=True)
class Concluded:
    """One request or conclusion; `outcome` empty while it is verified."""

    outcome: str
    valid_to: date | None = None


def standing(rows: list[Concluded], on: date) -> Standing:
    """Of the rows of one person and part, oldest first. A request does not take away a conclusion
    that still holds.
    """
    concluded = [row for row in rows if row.outcome]
    waits = bool(rows) and not rows[-1].outcome
    if not concluded:
        return Standing.REQUESTED if waits else Standing.NONE
    last = concluded[-1]
    if last.outcome == Outcome.NOT_CLEAR:
        return Standing.NOT_CLEAR
    if last.valid_to is None or last.valid_to >= on:
        return Standing.CLEAR
    return Standing.REQUESTED if waits else Standing.LAPSED


def may_conclude(requested_on: date, concluded_on: date, valid_to: date | None) -> Decision:
    if concluded_on < requested_on:
        return no("clearance.day", f"Kết luận không trước ngày đề nghị ({requested_on:%d/%m/%Y}).")
    if valid_to and valid_to < concluded_on:
        return no("clearance.valid_to", "Ngày hết giá trị không trước ngày kết luận.")
    return Decision.yes()
