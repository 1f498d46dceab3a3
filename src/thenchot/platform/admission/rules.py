"""Who may give what. Pure: roles, paths and days in, a Decision out."""

from collections.abc import Callable, Iterable
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
# Roles whose own holders, over the branch or one above, are the second person of a grant.
CONFIRMS = frozenset({"admin", "leader"})
SLIP_DAYS = 14
MAX_DELEGATION_DAYS = 92  # a quarter: longer absences deserve a grant of their own


@dataclass(frozen=True)
class Held:
    """A grant seen from the rules."""

    role: str
    path: str
    ends_on: date | None = None
    is_delegated: bool = False


def may_rule(giver: Iterable[Held], role: str, path: str) -> Decision:
    """Inside the giver's own branch, and a role that one of the giver's roles there may give; a
    borrowed power counts: enough to take the role away.
    """
    here = [held for held in giver if path.startswith(held.path)]
    if not here:
        return Decision.no(Reason("grant.outside", "Đơn vị này nằm ngoài phạm vi của ông (bà)."))
    if not _giving(here, role):
        return Decision.no(Reason("grant.above", "Vai trò này do người quản trị cấp trên giao."))
    return Decision.yes()


def may_give(giver: Iterable[Held], role: str, path: str, ends_on: date | None = None) -> Decision:
    """A power is handed on by whom it belongs to, never by who borrowed it, and never for longer
    than it lasts. `ends_on` None: without an end.
    """
    giver = tuple(giver)
    ruled = may_rule(giver, role, path)
    if not ruled:
        return ruled
    if not _own(giver, role, path):
        return Decision.no(
            Reason(
                "grant.borrowed",
                "Quyền được ủy quyền không dùng để giao vai trò; nhờ người ủy quyền hoặc người "
                "quản trị khác.",
            )
        )
    last = term_of(giver, role, path)
    if last is not None and (ends_on is None or ends_on > last):
        return Decision.no(
            Reason(
                "grant.beyond",
                f"Vai trò của ông (bà) hết ngày {last:%d/%m/%Y}: ghi ngày kết thúc không sau ngày "
                f"đó, hoặc nhờ người quản trị khác.",
            )
        )
    return Decision.yes()


def term_of(giver: Iterable[Held], role: str, path: str) -> date | None:
    """The last day for which the giver's own power reaches; None: without an end."""
    ends = [held.ends_on for held in _own(giver, role, path)]
    return None if None in ends else max((end for end in ends if end), default=None)


def _giving(giver: Iterable[Held], role: str) -> list[Held]:
    return [held for held in giver if role in GIVES.get(held.role, ())]


def _own(giver: Iterable[Held], role: str, path: str) -> list[Held]:
    return [
        held
        for held in _giving(giver, role)
        if path.startswith(held.path) and not held.is_delegated
    ]


def may_administer(
    giver: Iterable[Held],
    target: Iterable[Held],
    is_guarded: Callable[[Held], bool] = lambda held: False,
) -> Decision:
    """To close or reset an account one must rule over every grant it holds, will hold or waits for:
    otherwise resetting a password would be a way to climb. With a borrowed power not where a role
    is guarded, which is given by two persons: the password would outlive the loan.
    """
    giver = tuple(giver)
    for held in target:
        if not may_rule(giver, held.role, held.path):
            return Decision.no(
                Reason(
                    "account.above",
                    "Tài khoản này có vai trò mà ông (bà) không được giao; nhờ người quản trị cấp "
                    "trên.",
                )
            )
        if is_guarded(held) and not _own(giver, held.role, held.path):
            return Decision.no(
                Reason(
                    "account.borrowed",
                    "Quyền được ủy quyền không đủ cho tài khoản này; nhờ người ủy quyền hoặc người "
                    "quản trị khác.",
                )
            )
    return Decision.yes()


def may_confirm(
    held: Iterable[Held], path: str, *, is_proposer: bool, is_subject: bool
) -> Decision:
    """The second person of a grant: another administrator or leader of the branch, or of one
    above.
    """
    if is_proposer:
        return Decision.no(
            Reason(
                "grant.second_person",
                "Người đề nghị không tự xác nhận. Người xác nhận là người quản trị khác hoặc lãnh "
                "đạo của đơn vị này hay cấp trên; chưa có ai thì người giữ máy chủ xác nhận bằng "
                "lệnh “thenchot grants”.",
            )
        )
    if is_subject:
        return Decision.no(Reason("grant.self", "Không tự giao vai trò cho chính mình."))
    own = [one for one in held if one.role in CONFIRMS and not one.is_delegated]
    if not any(path.startswith(one.path) for one in own):
        return Decision.no(
            Reason(
                "grant.confirmer",
                "Việc này do người quản trị hoặc lãnh đạo của đơn vị đó hay cấp trên xác nhận, "
                "không dùng quyền được ủy quyền.",
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
