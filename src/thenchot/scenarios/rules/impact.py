"""Who may approve the impact report of a method. Pure: Nghị định 142/2026/NĐ-CP, Điều 20."""

from thenchot.kernel.decision import Decision, Reason
from thenchot.scenarios.enums import ImpactState

BASIS = "Nghị định 142/2026/NĐ-CP, Điều 20"


def may_approve(state: str, drafted_by: int | None, actor: int | None) -> Decision:
    if state != ImpactState.DRAFT:
        return _no("impact.state", "Báo cáo này không chờ phê duyệt.")
    if actor is not None and drafted_by == actor:
        return _no("impact.own", "Người lập không tự phê duyệt báo cáo của mình.")
    return Decision.yes()


def _no(rule: str, words: str) -> Decision:
    return Decision.no(Reason(rule, words, BASIS))
