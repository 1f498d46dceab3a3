"""The year's procedure (Đ21, Đ22): what comes after what, who may do it, what a decision may say.
Pure.
"""

from collections.abc import Sequence

from thenchot.kernel.decision import Decision
from thenchot.rating.enums import RatingStep
from thenchot.rating.rules.deciding import PROCEDURE, no
from thenchot.scoring.enums import Status
from thenchot.worklog.enums import Band

AFTER_MEETING = (RatingStep.PARTY, RatingStep.CONSOLIDATION, RatingStep.DECISION)
TO_PROPOSE = (RatingStep.CONSOLIDATION, RatingStep.DECISION)
TOLD = (RatingStep.NOTIFIED, RatingStep.LOCKED)
BEFORE_DECIDED = (
    RatingStep.SELF,
    RatingStep.MEETING,
    RatingStep.PARTY,
    RatingStep.CONSOLIDATION,
    RatingStep.DECISION,
)
DECIDED = (RatingStep.NOTICE, *TOLD)


def is_past(state: str, step: RatingStep) -> bool:
    """Has the rating done with this step?"""
    order = list(RatingStep)
    return order.index(RatingStep(state)) > order.index(step)


def recomputed(state: str, status: str, level: str, was_status: str, was: str) -> RatingStep:
    """Where a rating stands after the machine has computed anew: whoever is not rated only waits
    for that to be decided; a level that changed after the personnel body proposed one is proposed
    anew.
    """
    if status == Status.NOT_RATED:
        return RatingStep.DECISION
    if was_status == Status.NOT_RATED:
        return RatingStep.SELF
    return (
        RatingStep.CONSOLIDATION
        if state == RatingStep.DECISION and was != level
        else RatingStep(state)
    )


def may_act(is_own: bool, state: str, wanted: Sequence[RatingStep], what: str) -> Decision:
    """Nobody acts on the own file; each thing at its step."""
    if is_own:
        return no("rating.own", f"Không ai {what} cho chính mình.", "NĐ 335/2025, Điều 10")
    if state == RatingStep.OUT:
        return no("rating.out", "Người này không thuộc đợt xếp loại.")
    if state not in wanted:
        return no("rating.step", f"Chưa đến hoặc đã qua bước này, không {what} được.", PROCEDURE)
    return Decision.yes()


def may_rate_oneself(is_own: bool, on_paper: bool, state: str) -> Decision:
    """The person itself, or who keeps the round from the signed paper; until the meeting has
    voted.
    """
    if not is_own and not on_paper:
        return no(
            "rating.self",
            "Tự đánh giá do chính người được xếp loại ghi, hoặc ghi theo phiếu giấy đã ký.",
            PROCEDURE,
        )
    if state not in (RatingStep.SELF, RatingStep.MEETING):
        return no(
            "rating.self_closed",
            "Cuộc họp đã biểu quyết, bản tự đánh giá không sửa được nữa.",
            PROCEDURE,
        )
    return Decision.yes()


def may_propose(level: str, computed: str, note: str) -> Decision:
    """The personnel body's proposal: never above what points and limits allow, below only with a
    reason.
    """
    if not computed:
        return no(
            "rating.unknown",
            "Máy chưa đủ dữ kiện để tính mức; xem “còn thiếu” trên phiếu.",
            "NĐ 335/2025, Điều 17.3",
        )
    if Band(level).rank > Band(computed).rank:
        return no(
            "rating.above",
            "Cao hơn mức theo điểm và các điều kiện; điểm sai thì mở lại phiếu tháng.",
            "NĐ 335/2025, Điều 20",
        )
    if level != computed and not note.strip():
        return no("rating.note", "Đề xuất khác mức máy tính phải ghi căn cứ.")
    return Decision.yes()


def may_complain(is_own: bool, on_paper: bool, state: str, has_open: bool) -> Decision:
    if not is_own and not on_paper:
        return no(
            "complaint.own",
            "Kiến nghị do chính người được xếp loại gửi, hoặc ghi theo đơn giấy.",
            "NĐ 335/2025, Điều 22",
        )
    if state not in TOLD:
        return no(
            "complaint.notice", "Kiến nghị sau khi nhận thông báo kết quả.", "NĐ 335/2025, Điều 22"
        )
    return no("complaint.open", "Đã có kiến nghị đang giải quyết.") if has_open else Decision.yes()
