"""Who may decide on the Party's quarter, and on a proposal to replace somebody, now."""

from thenchot.kernel.decision import Decision, Reason
from thenchot.rating.access import DECIDE_QUARTER, is_own, unless
from thenchot.rating.enums import ReviewState
from thenchot.rating.models import ReplacementReview
from thenchot.worklog.enums import Regulation
from thenchot.worklog.models import Assessment

OWN_QUARTER = Reason("quarter.own", "Không ai quyết định xếp loại của chính mình.", "QĐ 366-QĐ/TW")
OF_DECREE = Reason(
    "quarter.decree",
    "Theo Nghị định 335/2025, tháng và quý chỉ có điểm và mức; xếp loại thì theo năm.",
    "NĐ 335/2025, Điều 3",
)
OPEN_QUARTER = Reason("quarter.open", "Chốt điểm của quý trước khi quyết định xếp loại.")
REVIEWED = Reason("replacement.decided", "Đề xuất này đã được xem xét.")
OWN_REPLACEMENT = Reason("replacement.own", "Không ai quyết định về chính mình.")


def may_decide_quarter(actor, assessment: Assessment) -> Decision:
    """Of a closed sheet of the Party, never of the own one."""
    return (
        actor.may(DECIDE_QUARTER, assessment.unit.path)
        & unless(is_own(actor, assessment), OWN_QUARTER)
        & unless(assessment.rules != Regulation.QD366, OF_DECREE)
        & unless(not assessment.is_closed, OPEN_QUARTER)
    )


def may_decide_replacement(actor, review: ReplacementReview) -> Decision:
    state = unless(review.state != ReviewState.PROPOSED, REVIEWED)
    whose = unless(is_own(actor, review), OWN_REPLACEMENT)
    return actor.may(DECIDE_QUARTER, review.unit.path) & state & whose
