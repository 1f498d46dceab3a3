"""The steps of a case: who may do what, when a policy takes new cases, what is paid back. Pure."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from thenchot.benefits.enums import CaseState, Group
from thenchot.benefits.rules.formulas import rounded
from thenchot.kernel.decision import Decision, no
from thenchot.kernel.periods import months_after


def may_take_new(
    on: date, opens_on: date | None, closes_on: date | None, basis: str = ""
) -> Decision:
    """New cases only within the days of the policy."""
    if opens_on and on < opens_on:
        return no("benefits.window", f"Chính sách nhận hồ sơ từ {opens_on:%d/%m/%Y}.", basis)
    if closes_on and on > closes_on:
        return no(
            "benefits.window",
            f"Chính sách thôi nhận hồ sơ mới từ sau {closes_on:%d/%m/%Y}. Có văn bản kéo dài thì "
            "ghi thời gian mới trên trang của chính sách.",
            basis,
        )
    return Decision.yes()


def may_act(person_account: int | None, actor: int | None) -> Decision:
    """Nobody handles the own money."""
    if actor is not None and person_account == actor:
        return no("benefits.own", "Không tự xử lý chế độ của chính mình.")
    return Decision.yes()


def may_prepare(state: str) -> Decision:
    if state in (CaseState.FOUND, CaseState.PREPARED):
        return Decision.yes()
    return no("benefits.state", "Chỉ lập, sửa được hồ sơ chưa trình.")


def may_submit(state: str, group: str, once: int | None, monthly: int | None) -> Decision:
    """What was found goes up as it is, unless it asks when somebody leaves."""
    is_ready = state == CaseState.FOUND and group != Group.LEAVING
    if state != CaseState.PREPARED and not is_ready:
        return no("benefits.state", "Chỉ trình được hồ sơ đang lập.")
    if once is None or monthly is None:
        return no(
            "benefits.amount",
            "Còn dòng chưa tính được tiền: bổ sung số liệu, hoặc ghi mức hưởng có căn cứ.",
        )
    if not once and not monthly:
        return no("benefits.nothing", "Mức hưởng bằng 0: không có gì để trình.")
    return Decision.yes()


def may_approve(state: str, submitted_by: int | None, actor: int | None) -> Decision:
    if state != CaseState.SUBMITTED:
        return no("benefits.state", "Chỉ duyệt, trả lời được hồ sơ đã trình.")
    if actor is not None and submitted_by == actor:
        return no("benefits.second", "Người trình không tự duyệt; người thứ hai duyệt.")
    return Decision.yes()


def may_withdraw(state: str) -> Decision:
    if state in (CaseState.FOUND, CaseState.PREPARED, CaseState.SUBMITTED):
        return Decision.yes()
    return no("benefits.state", "Hồ sơ đã duyệt hoặc đã kết thúc thì không rút.")


def repayment(
    paid: int, committed_months: int, served_months: int, *, whole: bool, round_to: int = 1
) -> int:
    """What is paid back by whoever leaves before the commitment ends: the share of the months that
    are left, or all of it (`whole`). Nothing once it is fulfilled; never more than was paid.
    """
    left = max(0, committed_months - max(0, served_months))
    if not committed_months or not left:
        return 0
    share = Decimal(paid) * left / committed_months
    return paid if whole else min(paid, rounded(share, round_to))


def months_due(
    begins: date | None, ends: date | None, upto: date, paid: Collection[date]
) -> list[date]:
    """First days of the months that are due and not paid, the one of `upto` the last: arrears come
    with it.
    """
    first, last = (begins or upto).replace(day=1), upto.replace(day=1)
    last = min(last, ends.replace(day=1)) if ends else last
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = (months_after(first, number) for number in range(max(0, count)))
    return [month for month in months if month not in paid]


def committed_until(begins: date, months: int) -> date:
    return months_after(begins, months)
