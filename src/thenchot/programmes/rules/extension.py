"""Extensions: granted by the body that issued the programme or its delegate, never by the lead
(S0-111).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.kernel.decision import Decision, Reason
from thenchot.programmes.enums import TaskState


@dataclass(frozen=True, slots=True)
class Ask:
    state: TaskState
    due_on: date | None
    proposed_on: date
    reason: str
    has_pending: bool


def may_ask(ask: Ask, *, on: date) -> Decision:
    reasons = tuple(_objections(ask, on))
    return Decision.no(*reasons) if reasons else Decision.yes()


def asked_late(due_on: date, *, asked_on: date) -> bool:
    """Asked after the date: the delay stands whatever is granted."""
    return asked_on > due_on


def granting_units(
    issuer: int | None, delegate: int | None, leads: Sequence[int]
) -> tuple[int, ...]:
    """Units that may decide: issuer and delegate, less every lead body."""
    return tuple(unit for unit in dict.fromkeys((issuer, delegate)) if unit and unit not in leads)


def may_decide(
    *, granting: Sequence[int], decider_units: Sequence[int], asked_by_decider: bool
) -> Decision:
    """`decider_units`: granting units over which the decider holds the permission other than as a
    lead.
    """
    if not granting:
        return Decision.no(
            Reason(
                "no_delegate",
                (
                    "Cơ quan ban hành cũng là đơn vị chủ trì: hãy chỉ định cơ quan được ủy quyền "
                    "gia "
                    "hạn."
                ),
            )
        )
    if not decider_units:
        return Decision.no(
            Reason(
                "not_issuer",
                "Chỉ cơ quan ban hành chương trình hoặc cơ quan được ủy quyền cho gia hạn.",
            )
        )
    if asked_by_decider:
        return Decision.no(
            Reason("own_request", "Người đề nghị gia hạn không tự quyết định đề nghị của mình.")
        )
    return Decision.yes()


def _objections(ask: Ask, on: date) -> Iterator[Reason]:
    if ask.state in (TaskState.DONE, TaskState.CANCELLED):
        yield Reason("closed", "Nhiệm vụ đã kết thúc.")
    if ask.due_on is None:
        yield Reason("no_date", "Nhiệm vụ không có hạn nên không có gì để gia hạn.")
    elif ask.proposed_on <= ask.due_on:
        yield Reason("not_later", "Hạn đề nghị phải sau hạn đang có hiệu lực.")
    if ask.proposed_on <= on:
        yield Reason("past", "Hạn đề nghị phải ở tương lai.")
    if not ask.reason.strip():
        yield Reason("reason", "Cần nêu lý do xin gia hạn.")
    if ask.has_pending:
        yield Reason("pending", "Đã có một đề nghị gia hạn đang chờ quyết định.")
