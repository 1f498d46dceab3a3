"""Back from the decision, with a reason."""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.rating.access import DECIDE_YEAR, is_own
from thenchot.rating.enums import RatingStep
from thenchot.rating.locking import lock_rating
from thenchot.rating.models import (
    RatingReopening,
    Round,
)
from thenchot.rating.persons.queries import decision_of
from thenchot.rating.persons.rules import procedure as rules
from thenchot.rating.trail import log


@transaction.atomic
def reopen(actor, *, rating_id: int, reason: str) -> RatingReopening:
    """What stood is kept beside the reason; the decision holds until a new one replaces it. The
    round opens with it.
    """
    rating = lock_rating(actor, rating_id, DECIDE_YEAR, is_locked=True)
    rules.may_act(is_own(actor, rating), rating.state, rules.DECIDED, "mở lại xếp loại").or_refuse()
    if not reason.strip():
        refuse("rating.reopen_reason", "Ghi lý do mở lại.", "NĐ 335/2025, Điều 21.3")
    stood = decision_of(rating)
    made = RatingReopening.objects.create(
        rating=rating,
        reason=tidy(nfc(reason)),
        level=stood.level if stood else "",
        mean=rating.mean,
        facts=rating.facts,
        reopened_by_id=actor.account_id,
    )
    (
        rating.state,
        rating.consolidated,
        rating.consolidated_by,
        rating.consolidated_at,
        rating.capped,
    ) = RatingStep.CONSOLIDATION, "", None, None, ""
    rating.is_undecided, rating.cap_reasons = False, []
    rating.save()
    Round.objects.filter(pk=rating.round_id).update(locked_at=None, locked_by=None, caps_at=None)
    log(actor, "rating_reopened", rating, reason=made.reason, level=made.level)
    return made
