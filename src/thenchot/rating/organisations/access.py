"""Who may do what to the rating of an organisation now."""

from thenchot.kernel.decision import Decision, Reason
from thenchot.rating.access import may_direct, may_keep, unless
from thenchot.rating.models import (
    OrganisationRating,
)

DECIDED = Reason(
    "body.decided",
    "Đã có quyết định xếp loại: ra quyết định mới thay thế, điểm không sửa lại.",
    "NĐ 335/2025, Điều 21.3",
)
NO_POINTS = Reason("body.unknown", "Chưa tính được mức; xem “còn thiếu” của cơ quan, đơn vị.")


def may_score_organisation(actor, body: OrganisationRating) -> Decision:
    return may_keep(actor, body.round) & unless(body.decision is not None, DECIDED)


def may_decide_organisation(actor, body: OrganisationRating) -> Decision:
    """What the points come to, or what a higher authority recognised."""
    is_known = bool(body.level) or body.is_recognised_above
    return may_direct(actor, body.round) & unless(not is_known, NO_POINTS)
