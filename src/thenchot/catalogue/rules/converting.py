"""Work nobody has converted yet: colleagues say how many standard products it is worth; the median
and how far they are apart; when the owner of the catalogue may sign (Đ13).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from thenchot.catalogue.enums import ProposalState
from thenchot.kernel.decision import Decision, Reason, no

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """`least` and `most`: what the lowest and the highest colleague said."""

    count: int
    median: Decimal
    least: Decimal
    most: Decimal

    @property
    def times(self) -> Decimal:
        """How many times the highest is the lowest."""
        return (self.most / self.least).quantize(Decimal("0.1"), ROUND_HALF_UP)


def yardstick(ratios: Sequence[Decimal]) -> Yardstick | None:
    """None while nobody has said anything. Half of an even number of answers is the mean of the two
    in the middle.
    """
    if not ratios:
        return None
    ordered, middle = sorted(ratios), len(ratios) // 2
    median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    return Yardstick(len(ordered), median.quantize(CENT, ROUND_HALF_UP), ordered[0], ordered[-1])


def may_give(*, state: str, is_proposer: bool) -> Decision:
    if is_proposer:
        return no("proposal.own", "Người đề xuất không tự cho ý kiến quy đổi; cần đồng nghiệp.")
    return _is_open(state)


def may_answer(*, state: str, is_proposer: bool) -> Decision:
    """Sign it into the catalogue, or refuse it."""
    if is_proposer:
        return no("proposal.own", "Người đề xuất không tự trả lời đề xuất của mình.")
    return _is_open(state)


def may_sign(
    *,
    state: str,
    given: int,
    least: int,
    is_proposer: bool,
    factor: Decimal,
    median: Decimal | None,
    note: str,
) -> Decision:
    """`least`: how many colleagues must have said a ratio. Another factor than their median needs
    its reason.
    """
    reasons = list(_is_open(state).reasons)
    if is_proposer:
        reasons.append(Reason("proposal.own", "Người đề xuất không tự ký vào danh mục."))
    if given < least:
        reasons.append(
            Reason("proposal.few", f"Mới có {given}/{least} đồng nghiệp cho ý kiến quy đổi.")
        )
    if median is not None and factor != median and not note.strip():
        reasons.append(Reason("proposal.reason", "Hệ số khác số giữa của các ý kiến: ghi lý do."))
    return Decision.no(*reasons) if reasons else Decision.yes()


def may_refuse(*, state: str, is_proposer: bool, note: str) -> Decision:
    reasons = list(_is_open(state).reasons)
    if is_proposer:
        reasons.append(
            Reason("proposal.own", "Người đề xuất không tự quyết định đề xuất của mình.")
        )
    if not note.strip():
        reasons.append(Reason("proposal.reason", "Ghi lý do không đưa vào danh mục."))
    return Decision.no(*reasons) if reasons else Decision.yes()


def _is_open(state: str) -> Decision:
    return (
        Decision.yes()
        if state == ProposalState.OPEN
        else no("proposal.decided", "Đề xuất này đã được quyết định.")
    )
