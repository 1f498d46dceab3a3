"""From the proposal of the personnel body over the caps to the decision, the notice and the lock;
and back with a reason.
"""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.audit.trail import record_many
from thenchot.platform.clock import now, today
from thenchot.rating import capping
from thenchot.rating.access import DECIDE_YEAR, PROPOSE_YEAR, is_own
from thenchot.rating.enums import RatingStep
from thenchot.rating.locking import lock_rating, lock_round
from thenchot.rating.lowering import falls, refuse_unseen_fall
from thenchot.rating.models import Complaint, Rating, RatingDecision, Round
from thenchot.rating.persons.queries import decision_of
from thenchot.rating.persons.rules import procedure as rules
from thenchot.rating.persons.services.computing import store
from thenchot.rating.rules.capping import Rated, article_of
from thenchot.rating.rules.deciding import PROCEDURE, may_decide, may_stand_on, second_person
from thenchot.rating.trail import log
from thenchot.scoring.enums import Status
from thenchot.worklog.enums import Band


@transaction.atomic
def consolidate(actor, *, rating_id: int, level: str, note: str = "") -> Rating:
    """The personnel body, or the head of the person's unit, proposes one level; the caps are to be
    applied anew.
    """
    rating = lock_rating(actor, rating_id, PROPOSE_YEAR, of_unit=True)
    rules.may_act(is_own(actor, rating), rating.state, rules.TO_PROPOSE, "đề xuất mức").or_refuse()
    store(rating.round, [rating])
    rules.may_propose(level, rating.level, note).or_refuse()
    _propose(actor, rating, level, tidy(nfc(note)))
    rating.save(update_fields=PROPOSAL)
    Round.objects.filter(pk=rating.round_id).update(caps_at=None)
    log(actor, "rating_consolidated", rating, level=level, note=rating.consolidation_note)
    return rating


PROPOSAL = [
    "consolidated",
    "consolidation_note",
    "consolidated_by",
    "consolidated_at",
    "state",
    "capped",
    "cap_reasons",
    "is_undecided",
]


def _propose(actor, rating: Rating, level: str, note: str = "") -> None:
    rating.consolidated, rating.consolidation_note = level, note
    rating.consolidated_by_id, rating.consolidated_at = actor.account_id, now()
    rating.state, rating.capped, rating.cap_reasons, rating.is_undecided = (
        RatingStep.DECISION,
        "",
        [],
        False,
    )


@transaction.atomic
def consolidate_all(actor, *, round_id: int) -> int:
    """For everybody who waits for it and whose level is known: as computed; never the own. How
    many.
    """
    found = lock_round(actor, round_id)
    waiting = Rating.objects.select_for_update(of=("self",)).filter(
        round=found, state=RatingStep.CONSOLIDATION
    )
    ratings = list(waiting.select_related("person", "unit").order_by("pk"))
    store(found, ratings)
    ratings = [
        rating
        for rating in ratings
        if rating.level and rating.state == RatingStep.CONSOLIDATION and not is_own(actor, rating)
    ]
    for rating in ratings:
        _propose(actor, rating, rating.level)
    Rating.objects.bulk_update(ratings, PROPOSAL, batch_size=200)
    _unapply(found)
    record_many(
        actor,
        "rating_consolidated",
        Rating,
        ((r.pk, found.unit.path, {"level": r.level}) for r in ratings),
    )
    return len(ratings)


def _unapply(found: Round) -> None:
    found.caps_at = None
    found.save(update_fields=["caps_at"])


@transaction.atomic
def apply_caps(actor, *, round_id: int) -> Round:
    """The caps of each group and of the unit over what is proposed and decided (Đ20.5). Whoever
    cannot be rated yet is not counted; a tie at the border stays undecided for the competent level.
    """
    found = lock_round(actor, round_id)
    ratings = _of_round(found)
    store(found, [rating for rating in ratings if rating.state in rules.BEFORE_DECIDED])
    late = [
        rating
        for rating in ratings
        if rating.status == Status.RATED
        and not rules.is_past(rating.state, RatingStep.CONSOLIDATION)
    ]
    if late:
        refuse(
            "round.not_proposed",
            f"Còn {len(late)} người chưa được đề xuất mức: mức trần tính trên cả đơn vị.",
            article_of(found.rules),
        )
    counted = [rating for rating in ratings if rating.status == Status.RATED]
    before = _rated(counted, with_caps=False)
    waiting = [rating for rating in counted if rating.state == RatingStep.DECISION]
    return capping.apply(actor, found, before, waiting)


def _of_round(found: Round) -> list[Rating]:
    """Everybody in the round, locked, each with the decision in force as `decided`."""
    rows = (
        Rating.objects.standing()
        .select_for_update(of=("self",))
        .filter(round=found)
        .select_related("person", "unit")
        .order_by("pk")
    )
    decided = {one.rating_id: one for one in RatingDecision.objects.filter(rating__round=found)}
    ratings = list(rows)
    for rating in ratings:
        rating.decided = decided.get(rating.pk) if rating.state in rules.DECIDED else None
    return ratings


def _rated(ratings: list[Rating], *, with_caps: bool) -> list[Rated]:
    """`with_caps`: as everybody stands now; without: as proposed, or decided."""
    found = []
    for rating in ratings:
        stands = (
            rating.decided.level
            if rating.decided
            else rating.capped
            if with_caps
            else rating.consolidated
        )
        before = rating.consolidated or stands
        found.append(Rated(rating.pk, rating.group, rating.mean, Band(before), Band(stands)))
    return found


@transaction.atomic
def decide(
    actor,
    *,
    rating_id: int,
    level: str,
    number: str,
    decided_on: date,
    reason: str = "",
    handling: str = "",
    complaint: Complaint | None = None,
    seen: str = "",
) -> RatingDecision:
    """The competent level decides: a second person, not about the own file, nothing above points,
    limits or caps; below what stands only when that was seen. Where a decision stood it is replaced
    (Đ21.3).
    """
    rating = lock_rating(actor, rating_id, DECIDE_YEAR)
    steps = rules.TOLD if complaint else (RatingStep.DECISION,)
    rules.may_act(is_own(actor, rating), rating.state, steps, "quyết định mức").or_refuse()
    second_person(actor.account_id, rating.consolidated_by_id).or_refuse()
    if complaint is None:
        _refuse_stale(rating.round, [rating])
    proposed = _proposed(rating)
    may_decide(level, proposed, rating.level, rating.status, reason).or_refuse()
    may_stand_on(number, decided_on, today()).or_refuse()
    _check_caps(rating, level)
    old = decision_of(rating)
    above = old.level if old else None
    refuse_unseen_fall(level, None if complaint else rating.capped, above, seen=seen)
    said = {
        "reason": tidy(nfc(reason)),
        "handling": tidy(nfc(handling)),
        "number": tidy(nfc(number)),
        "decided_on": decided_on,
        "complaint": complaint,
    }
    made = _write(actor, rating, level, proposed, **said)
    log(
        actor,
        "rating_decided",
        rating,
        decision=made.pk,
        level=level,
        proposed=proposed,
        number=made.number,
    )
    return made


def _refuse_stale(found: Round, ratings: list[Rating]) -> None:
    """Facts may have changed since the caps were applied: nobody decides on what no longer
    holds.
    """
    if store(found, ratings):
        refuse(
            "round.stale",
            (
                "Điểm hoặc dữ kiện đã thay đổi từ khi áp mức trần: bấm “Tính lại”, đề xuất và áp "
                "mức "
                "trần lại."
            ),
            PROCEDURE,
        )


def _proposed(rating: Rating) -> str:
    """What stands before the decision; the caps come first."""
    if rating.status == Status.NOT_RATED:
        return ""
    if (
        rating.status == Status.RATED
        and rating.state == RatingStep.DECISION
        and (rating.round.caps_at is None or not rating.capped)
    ):
        refuse(
            "round.caps_first",
            "Áp mức trần của đơn vị trước khi quyết định.",
            article_of(rating.round.rules),
        )
    return rating.capped


def _check_caps(rating: Rating, level: str) -> None:
    """With this level, does the whole unit stay within the caps?"""
    if not level:
        return
    counted = [
        one
        for one in _of_round(rating.round)
        if one.status == Status.RATED and (one.decided or one.capped)
    ]
    standing = _rated(counted, with_caps=True)
    capping.within(rating.round, standing, rating.pk, level).or_refuse()


def _write(actor, rating: Rating, level: str, proposed: str, **said) -> RatingDecision:
    old, at = decision_of(rating), now()
    if old:
        RatingDecision.objects.filter(pk=old.pk).update(replaced_at=at)
    made = RatingDecision.objects.create(
        rating=rating,
        level=level,
        proposed=proposed,
        replaces=old,
        recorded_by_id=actor.account_id,
        recorded_at=at,
        **said,
    )
    rating.state, rating.notified_at = RatingStep.NOTICE, None
    rating.save(update_fields=["state", "notified_at"])
    return made


@transaction.atomic
def decide_all(actor, *, round_id: int, number: str, decided_on: date) -> int:
    """As proposed after the caps, for everybody about whom nothing is left to decide by hand: no
    tie, not the own file, proposed by somebody else, data complete, nobody lower than decided
    before. How many.
    """
    found = lock_round(actor, round_id, DECIDE_YEAR)
    may_stand_on(number, decided_on, today()).or_refuse()
    if found.caps_at is None:
        refuse(
            "round.caps_first",
            "Áp mức trần của đơn vị trước khi quyết định.",
            article_of(found.rules),
        )
    everybody = _of_round(found)
    _refuse_stale(found, [rating for rating in everybody if rating.state == RatingStep.DECISION])
    ready = [rating for rating in everybody if _is_plain(actor, rating)]
    at = now()
    old = {one.rating_id: one for one in RatingDecision.objects.filter(rating__in=ready)}
    ready = [rating for rating in ready if not _falls(rating, old)]
    old = {rating.pk: old[rating.pk] for rating in ready if rating.pk in old}
    RatingDecision.objects.filter(pk__in=[one.pk for one in old.values()]).update(replaced_at=at)
    said = {
        "number": tidy(nfc(number)),
        "decided_on": decided_on,
        "recorded_by_id": actor.account_id,
        "recorded_at": at,
    }
    RatingDecision.objects.bulk_create(
        RatingDecision(
            rating=rating,
            level=_plain_level(rating),
            proposed=_plain_level(rating),
            replaces=old.get(rating.pk),
            **said,
        )
        for rating in ready
    )
    Rating.objects.filter(pk__in=[rating.pk for rating in ready]).update(
        state=RatingStep.NOTICE, notified_at=None
    )
    record_many(
        actor,
        "rating_decided",
        Rating,
        (
            (r.pk, found.unit.path, {"level": _plain_level(r), "number": said["number"]})
            for r in ready
        ),
    )
    return len(ready)


def _plain_level(rating: Rating) -> str:
    return "" if rating.status == Status.NOT_RATED else rating.capped


def _falls(rating: Rating, old: dict[int, RatingDecision]) -> bool:
    """Below a decision that stood before: whoever lowers it is shown both levels."""
    before = old.get(rating.pk)
    return before is not None and falls(before.level, _plain_level(rating))


def _is_plain(actor, rating: Rating) -> bool:
    if rating.state != RatingStep.DECISION or rating.is_undecided or is_own(actor, rating):
        return False
    known = rating.status == Status.NOT_RATED or (
        rating.status == Status.RATED and bool(rating.capped)
    )
    return known and bool(second_person(actor.account_id, rating.consolidated_by_id))
