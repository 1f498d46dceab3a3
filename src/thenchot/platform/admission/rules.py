"""Who may give what. Pure: roles, paths and days in, a Decision out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.kernel.decision import Decision, Reason

# Role of the giver -> roles it may give, take away, and whose accounts it may reset or close.
GIVES: dict[str, frozenset[str]] = {
    "admin": frozenset(
        {"admin", "officer", "leader", "clerk", "head", "staff", "inspector", "guest"}
    ),
    "officer": frozenset({"head", "staff", "guest"}),
}
SLIP_DAYS = 14
MAX_DELEGATION_DAYS = 92  # a quarter: longer absences deserve a grant of their own


@dataclass(frozen=True)
class Held:
    """A grant seen from the rules."""

    role: str
    path: str
    ends_on: date | None = None
    is_delegated: bool = False


def may_give(giver: Iterable[Held], role: str, path: str) -> Decision:
    """Inside the giver's own branch, and a role that one of the giver's roles there may give."""
    here = [held for held in giver if path.startswith(held.path)]
    if not here:
        return Decision.no(Reason("grant.outside", "Đơn vị này nằm ngoài phạm vi của ông (bà)."))
    if not any(role in GIVES.get(held.role, ()) for held in here):
        return Decision.no(Reason("grant.above", "Vai trò này do người quản trị cấp trên giao."))
    return Decision.yes()


def may_administer(giver: Iterable[Held], target: Iterable[Held]) -> Decision:
    """To close or reset an account, or to read its list of grants, one must be able to give every
    grant it holds: otherwise resetting a password would be a way to climb.
    """
    giver = tuple(giver)
    blocked = [held for held in target if not may_give(giver, held.role, held.path)]
    if blocked:
        return Decision.no(
            Reason(
                "account.above",
                (
                    "Tài khoản này có vai trò mà ông (bà) không được giao; nhờ người quản trị cấp "
                    "trên."
                ),
            )
        )
    return Decision.yes()


def may_delegate(
    own: Iterable[Held], role: str, path: str, starts_on: date, ends_on: date, on: date
) -> Decision:
    """A holder lends the own role on the own branch (or a part of it) for a while; what was lent is
    not lent on.
    """
    source = next(
        (h for h in own if h.role == role and path.startswith(h.path) and not h.is_delegated), None
    )
    if source is None:
        return Decision.no(
            Reason("delegate.own", "Chỉ ủy quyền được vai trò của chính mình, không ủy quyền lại.")
        )
    if not on <= starts_on <= ends_on:
        return Decision.no(
            Reason(
                "delegate.days", "Ngày bắt đầu từ hôm nay, ngày kết thúc không trước ngày bắt đầu."
            )
        )
    if ends_on - starts_on > timedelta(MAX_DELEGATION_DAYS):
        return Decision.no(
            Reason("delegate.long", f"Ủy quyền dài nhất {MAX_DELEGATION_DAYS} ngày.")
        )
    if source.ends_on is not None and ends_on > source.ends_on:
        return Decision.no(
            Reason("delegate.beyond", "Ủy quyền không dài hơn vai trò của chính mình.")
        )
    return Decision.yes()


def slip_expires(on: date) -> date:
    """Last day on which a slip made today can be used."""
    return on + timedelta(SLIP_DAYS)
