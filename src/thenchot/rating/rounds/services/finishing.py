"""After the decision: notice and publication, the lock; and back with a reason."""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.audit.trail import record_many
from thenchot.platform.clock import now
from thenchot.rating.access import DECIDE_YEAR, unless
from thenchot.rating.enums import RatingStep, RoundSubject
from thenchot.rating.locking import lock_round
from thenchot.rating.models import (
    Complaint,
    OrganisationDecision,
    OrganisationRating,
    Rating,
    Round,
    RoundReopening,
)
from thenchot.rating.persons.rules.procedure import TOLD
from thenchot.rating.rounds import rules
from thenchot.rating.rounds.access import NOT_LOCKED
from thenchot.rating.trail import log


@transaction.atomic
def notify(actor, *, round_id: int) -> int:
    """Written notice to each person decided upon, and publication inside the unit (Đ21). How
    many.
    """
    found = lock_round(actor, round_id)
    at = now()
    told = list(
        Rating.objects.filter(round=found, state=RatingStep.NOTICE).values_list("pk", flat=True)
    )
    Rating.objects.filter(pk__in=told).update(state=RatingStep.NOTIFIED, notified_at=at)
    if told:
        found.published_at = found.published_at or at
        found.save(update_fields=["published_at"])
        record_many(actor, "rating_notified", Rating, ((pk, found.unit.path, {}) for pk in told))
    return len(told)


@transaction.atomic
def lock(actor, *, round_id: int) -> Round:
    """From now on only reopening changes anything. People: everybody told, no complaint open;
    organisations: each decided.
    """
    found = lock_round(actor, round_id, DECIDE_YEAR)
    if found.subject == RoundSubject.ORGANISATIONS:
        rules.may_lock_organisations(*_bodies(found)).or_refuse()
    else:
        _finish_people(found)
    found.locked_at, found.locked_by_id = now(), actor.account_id
    found.save(update_fields=["locked_at", "locked_by"])
    log(actor, "round_locked", found)
    return found


def _bodies(found: Round) -> tuple[int, int]:
    """How many organisations, and how many of them without a decision."""
    bodies = OrganisationRating.objects.filter(round=found)
    return bodies.count(), bodies.exclude(
        pk__in=OrganisationDecision.objects.filter(body__round=found).values("body")
    ).count()


def _finish_people(found: Round) -> None:
    waiting = Rating.objects.standing().filter(round=found).exclude(state__in=TOLD).count()
    rules.may_lock(
        waiting, Complaint.objects.filter(rating__round=found, settled_on__isnull=True).count()
    ).or_refuse()
    if not found.published_at:
        refuse("round.empty", "Đợt này chưa có kết quả nào được công khai.")
    Rating.objects.filter(round=found, state=RatingStep.NOTIFIED).update(state=RatingStep.LOCKED)


@transaction.atomic
def reopen_round(actor, *, round_id: int, reason: str) -> RoundReopening:
    """A round of organisations, whole: their decisions hold until new ones replace them. People are
    opened one by one.
    """
    found = lock_round(actor, round_id, DECIDE_YEAR, is_locked=True)
    if found.subject != RoundSubject.ORGANISATIONS:
        refuse(
            "round.reopen_people",
            "Đợt xếp loại người: mở lại xếp loại của từng người, có ghi lý do.",
            "NĐ 335/2025, Điều 21.3",
        )
    unless(not found.locked_at, NOT_LOCKED).or_refuse()
    if not reason.strip():
        refuse("round.reopen_reason", "Ghi lý do mở lại.", "NĐ 335/2025, Điều 21.3")
    made = RoundReopening.objects.create(
        round=found,
        reason=tidy(nfc(reason)),
        locked_at=found.locked_at,
        locked_by_id=found.locked_by_id,
        reopened_by_id=actor.account_id,
    )
    found.locked_at, found.locked_by = None, None
    found.save(update_fields=["locked_at", "locked_by"])
    log(actor, "round_reopened", found, reason=made.reason)
    return made
