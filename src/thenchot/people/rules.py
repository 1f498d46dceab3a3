"""Who may sit where, and from when. Plain values in, a `Decision` out."""

from datetime import date

from thenchot.kernel.decision import Decision, no

OLDEST = 100  # years: a birth date further back is a typing mistake


def may_be_born(born_on: date | None, on: date) -> Decision:
    if born_on and not on.replace(year=on.year - OLDEST, day=1) <= born_on < on:
        return no("person.born", f"Ngày sinh {born_on:%d/%m/%Y} không hợp lý.", born_on=born_on)
    return Decision.yes()


def may_have_identity(number: str) -> Decision:
    """Twelve digits of the identity card, or nine of the old one."""
    if number and not (number.isdigit() and len(number) in (9, 12)):
        return no(
            "person.identity_form",
            "Số định danh cá nhân gồm 12 chữ số (chứng minh nhân dân cũ: 9).",
        )
    return Decision.yes()


def may_sit(unit_name: str, unit_from: date, unit_to: date | None, valid_from: date) -> Decision:
    """In a unit that exists on the first day."""
    if valid_from < unit_from:
        return no(
            "seat.before_unit", f"{unit_name} có từ ngày {unit_from:%d/%m/%Y}.", unit_from=unit_from
        )
    if unit_to and valid_from > unit_to:
        return no(
            "seat.unit_ended", f"{unit_name} đã kết thúc ngày {unit_to:%d/%m/%Y}.", unit_to=unit_to
        )
    return Decision.yes()


def may_lead(unit_name: str, present_head: str | None) -> Decision:
    if present_head:
        message = (
            f"{unit_name} đang do {present_head} đứng đầu; kết thúc vị trí đó trước, hoặc "
            f"bỏ chọn “đứng đầu”."
        )
        return no("seat.has_head", message, head=present_head)
    return Decision.yes()


def may_be_primary(present_seat: str | None) -> Decision:
    """A person counts once: one primary seat a day carries quota and headcount, others are
    concurrent.
    """
    if present_seat:
        message = (
            f"Người này đang giữ vị trí chính “{present_seat}”: kết thúc vị trí đó trước, "
            f"hoặc ghi là kiêm nhiệm."
        )
        return no("seat.one_primary", message, seat=present_seat)
    return Decision.yes()


def may_end(valid_from: date, valid_to: date | None, on: date) -> Decision:
    if valid_to is not None:
        return no(
            "seat.ended", f"Vị trí này đã kết thúc ngày {valid_to:%d/%m/%Y}.", valid_to=valid_to
        )
    if on < valid_from:
        return no(
            "seat.ends_before_start",
            f"Ngày cuối phải từ {valid_from:%d/%m/%Y} trở đi.",
            valid_from=valid_from,
        )
    return Decision.yes()
