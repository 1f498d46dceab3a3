"""Seats of a committee: filled, vacant, held for structure with a review date, beyond the approved
number.
"""

from datetime import date
from enum import StrEnum

from thenchot.kernel.decision import Decision, no


class SeatStanding(StrEnum):
    """How a seat stands on a day."""

    FILLED = "filled"
    VACANT = "vacant"
    HELD = "held"
    REVIEW_DUE = "review_due"  # held, and the day to look at it again has come
    EXCESS = "excess"  # filled beyond the approved number
    CLOSED = "closed"


def seat_standing(
    state: str, *, is_filled: bool, is_beyond: bool, review_on: date | None, on: date
) -> SeatStanding:
    """`is_beyond`: the approved number is used up by the seats before this one."""
    if state == "closed":
        return SeatStanding.CLOSED
    if is_filled:
        return SeatStanding.EXCESS if is_beyond else SeatStanding.FILLED
    if state == "held":
        return SeatStanding.REVIEW_DUE if review_on and review_on <= on else SeatStanding.HELD
    return SeatStanding.VACANT


def may_open_term(is_home: bool, starts_on: date, ends_on: date, taken: str | None) -> Decision:
    if not is_home:
        return no("term.home", "Nhiệm kỳ thuộc về tỉnh, thành phố hoặc xã, phường, đặc khu.")
    if ends_on <= starts_on:
        return no("term.dates", "Ngày kết thúc nhiệm kỳ phải sau ngày bắt đầu.")
    return no("term.taken", f"Đã có nhiệm kỳ “{taken}”.") if taken else Decision.yes()


def may_open_committee(name: str, approved: int, taken: str | None) -> Decision:
    if not name:
        return no("committee.name", "Cần tên của tập thể.")
    if approved < 1:
        return no("committee.approved", "Số lượng được duyệt ít nhất là 1.")
    return no("committee.taken", f"Nhiệm kỳ này đã có “{taken}”.") if taken else Decision.yes()


def may_add_seat(open_seats: int, approved: int, excess_basis: str) -> Decision:
    """Beyond the approved number only with the document that allows it (S3-065)."""
    if open_seats >= approved and not excess_basis.strip():
        message = (
            f"Đã đủ {approved} chỗ được duyệt: muốn thêm phải có văn bản của cấp có thẩm "
            f"quyền cho phép vượt."
        )
        return no("seat.approved", message, "S3-065", approved=approved, open_seats=open_seats)
    return Decision.yes()


def may_hold(
    state: str, *, is_filled: bool, held_for: str, review_on: date | None, on: date
) -> Decision:
    """Kept empty for structure: with what for, and when it is looked at again (S1-037)."""
    if state == "closed":
        return no("seat.closed", "Chỗ này không còn.")
    if is_filled:
        return no("seat.filled", "Chỗ này đang có người; chỉ chỗ trống mới để khuyết vì cơ cấu.")
    if not held_for.strip() or review_on is None:
        return no("seat.held_for", "Để khuyết phải ghi cho cơ cấu nào và ngày xem lại.", "S1-037")
    if review_on <= on:
        return no("seat.review", "Ngày xem lại phải ở tương lai.", "S1-037", review_on=review_on)
    return Decision.yes()


def may_release(state: str) -> Decision:
    return (
        Decision.yes()
        if state == "held"
        else no("seat.not_held", "Chỗ này không để khuyết vì cơ cấu.")
    )


def may_close(state: str, *, is_filled: bool, opened_on: date, on: date) -> Decision:
    if state == "closed":
        return no("seat.closed", "Chỗ này không còn.")
    if is_filled:
        return no("seat.filled", "Chỗ này đang có người: cho thôi giữ chỗ trước.")
    if on < opened_on:
        return no(
            "seat.before_opening", f"Chỗ này có từ {opened_on:%d/%m/%Y}.", opened_on=opened_on
        )
    return Decision.yes()


def may_seat(
    *,
    state: str,
    opened_on: date,
    holder: str | None,
    other_seat: str | None,
    term: tuple[date, date],
    left_on: date | None,
    valid_from: date,
) -> Decision:
    """One person a seat, one seat a person in a committee, inside the term. Seating ends a hold for
    structure.

    `left_on`: last day of whoever sat there before.
    """
    if state == "closed":
        return no("seat.closed", "Chỗ này không còn.")
    if holder:
        return no("seat.taken", f"Chỗ này đang do {holder} giữ: cho thôi giữ trước.", holder=holder)
    if other_seat:
        return no(
            "seat.twice", f"Người này đã có chỗ trong tập thể: {other_seat}.", seat=other_seat
        )
    if not term[0] <= valid_from <= term[1]:
        message = (
            f"Nhiệm kỳ từ {term[0]:%d/%m/%Y} đến {term[1]:%d/%m/%Y}: ngày bắt đầu giữ chỗ "
            f"phải trong khoảng này."
        )
        return no("seat.term", message, starts_on=term[0], ends_on=term[1])
    if valid_from < opened_on:
        return no(
            "seat.before_opening", f"Chỗ này có từ {opened_on:%d/%m/%Y}.", opened_on=opened_on
        )
    if left_on and valid_from <= left_on:
        return no(
            "seat.not_free_yet",
            f"Người trước giữ chỗ này đến hết ngày {left_on:%d/%m/%Y}.",
            left_on=left_on,
        )
    return Decision.yes()
