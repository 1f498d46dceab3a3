"""When an initiative may be concluded, a vote is enough, what an award brings. Pure."""

from datetime import date
from decimal import Decimal

from thenchot.commendation.enums import InitiativeState, Verdict
from thenchot.kernel.decision import Decision, no

TENTH = Decimal(10)
WHOLE = 100


def may_answer(state: str) -> Decision:
    if state != InitiativeState.PROPOSED:
        return no("initiative.answered", "Sáng kiến này đã được trả lời.")
    return Decision.yes()


def may_conclude(state: str, verdict: str, before: str, after: str) -> Decision:
    """Only what was allowed; an effect is shown with figures before and after."""
    if state != InitiativeState.ALLOWED:
        return no("initiative.not_allowed", "Chỉ kết luận sáng kiến đã được phép thực hiện.")
    if verdict == Verdict.EFFECTIVE and not (before.strip() and after.strip()):
        return no("initiative.figures", "Kết luận có hiệu quả cần số liệu trước và sau.")
    return Decision.yes()


def within(parts: list[int], most: int) -> Decision:
    """Of the four parts of a score."""
    if max(parts) > most or min(parts) < 0:
        return no("initiative.points", f"Mỗi phần từ 0 đến {most} điểm.")
    return Decision.yes()


def is_protected(state: str, verdict: str, until: date | None, on: date) -> bool:
    """What was done within what was allowed, and was no abuse (S0-084)."""
    if verdict:
        return verdict != Verdict.ABUSE
    return state == InitiativeState.ALLOWED and (until is None or on <= until)


def carried(members: int, agreed: int, share: int) -> Decision:
    """At least the share of all members of the council."""
    if agreed > members:
        return no("award.votes", "Số đồng ý không quá số thành viên Hội đồng.")
    if agreed * WHOLE < members * share:
        return no(
            "award.not_carried",
            f"{agreed}/{members} phiếu: chưa đủ {share} % tổng số thành viên Hội đồng.",
        )
    return Decision.yes()


def money_of(tenths: int, base_salary: int) -> Decimal:
    """Tenths of the base salary, in đồng."""
    return Decimal(tenths) * base_salary / TENTH
