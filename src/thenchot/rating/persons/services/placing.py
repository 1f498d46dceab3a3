"""Whether somebody belongs to the round, in which group, and what the unit under the person did."""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.rating.enums import RatingStep
from thenchot.rating.locking import lock_rating
from thenchot.rating.models import Rating, Round
from thenchot.rating.persons.rules.procedure import BEFORE_DECIDED
from thenchot.rating.persons.services.computing import store
from thenchot.rating.persons.services.recording import open_rating
from thenchot.rating.trail import log
from thenchot.worklog.enums import Capacity


@transaction.atomic
def leave_out(actor, *, rating_id: int, reason: str) -> Rating:
    """Somebody who is not rated here: gone elsewhere, under other rules. Empty reason: taken in
    again.
    """
    rating = lock_rating(actor, rating_id)
    if rating.state not in (*BEFORE_DECIDED, RatingStep.OUT):
        refuse(
            "rating.decided", "Đã có quyết định xếp loại: mở lại trước.", "NĐ 335/2025, Điều 21.3"
        )
    rating.left_out = tidy(nfc(reason))
    rating.state = RatingStep.OUT if rating.left_out else RatingStep.SELF
    rating.save(update_fields=["left_out", "state"])
    Round.objects.filter(pk=rating.round_id).update(caps_at=None)
    log(actor, "rating_left_out", rating, reason=rating.left_out)
    return rating


@transaction.atomic
def set_group(actor, *, rating_id: int, group: str) -> Rating:
    """The group of similar duty, in which the cap is counted too (Đ20.5)."""
    rating = lock_rating(actor, rating_id)
    rating.group = tidy(nfc(group))
    rating.save(update_fields=["group"])
    Round.objects.filter(pk=rating.round_id).update(caps_at=None)
    log(actor, "rating_grouped", rating, group=rating.group)
    return rating


@transaction.atomic
def set_handled(actor, *, rating_id: int, is_handled: bool) -> Rating:
    """The unit a leader directly answers for was handled for corruption or waste (Đ20.4), or was
    not.
    """
    rating = open_rating(actor, rating_id, "ghi việc đơn vị bị xử lý")
    if rating.kind == Capacity.STAFF:
        refuse(
            "rating.not_leader",
            "Chỉ tính với người giữ chức vụ lãnh đạo, quản lý.",
            "NĐ 335/2025, Điều 20.4",
        )
    rating.is_handled = is_handled
    rating.save(update_fields=["is_handled"])
    store(rating.round, [rating])
    log(actor, "rating_unit_handled", rating, is_handled=is_handled)
    return rating
