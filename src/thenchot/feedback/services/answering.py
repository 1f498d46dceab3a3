"""Answers: named ones as any other statement, anonymous ones without a trace
(docs/adr/0014-anonymous-answers.md).
"""

from collections.abc import Mapping
from decimal import Decimal
from random import SystemRandom

from django.db import transaction
from django.db.models import BooleanField, Case, F, TextField, Value, When

from thenchot.feedback.enums import Side
from thenchot.feedback.models import Answer, Invitation, Reviewee, SignedView
from thenchot.feedback.queries.rounds import get_invitation, measures_of
from thenchot.feedback.rules.counting import ANONYMOUS, SIGNED
from thenchot.feedback.rules.rounds import is_complete, may_answer
from thenchot.feedback.services import envelopes
from thenchot.kernel.decision import Decision, Reason
from thenchot.kernel.text import nfc
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today

CHANCE = SystemRandom()
NO_ROOM = Decision.no(
    Reason("feedback.no_room", "Không còn chỗ cho ý kiến này. Báo quản trị hệ thống.")
)


@transaction.atomic
def answer(actor, *, reviewee_id: int, points: Mapping[str, Decimal | None]) -> None:
    """Writes no event, no time, nothing about the account but that its invitation is used. Every
    row of the group is written anew in one go, so that neither place nor transaction tells which
    one changed.
    """
    invitation = _locked(actor, reviewee_id, ANONYMOUS)
    group = {"reviewee": invitation.reviewee_id, "side": invitation.side}
    asked = [
        one for one in measures_of(invitation.reviewee.round.set) if one.asks(Side(invitation.side))
    ]
    is_complete(points, asked).or_refuse()
    given = {one.code: points[one.code] or Decimal(0) for one in asked}
    sealed = envelopes.seal(
        invitation.reviewee.round.public_key,
        envelope_of(invitation.reviewee_id, invitation.side),
        list(given),
        given,
    )
    empty = list(
        Answer.objects.filter(sealed__startswith=envelopes.EMPTY, **group).values_list(
            "pk", flat=True
        )
    )
    if not empty:
        NO_ROOM.or_refuse()
    filled = Case(
        When(pk=CHANCE.choice(empty), then=Value(sealed)),
        default=F("sealed"),
        output_field=TextField(),
    )
    Answer.objects.filter(**group).update(sealed=filled)
    used = Case(
        When(pk=invitation.pk, then=Value(True)), default=F("is_used"), output_field=BooleanField()
    )
    Invitation.objects.filter(**group).update(is_used=used)


@transaction.atomic
def sign(
    actor, *, reviewee_id: int, points: Mapping[str, Decimal | None], note: str = ""
) -> SignedView:
    """Oneself, or the superior. Until the round closes it may be said anew."""
    invitation = _locked(actor, reviewee_id, SIGNED)
    asked = [
        one for one in measures_of(invitation.reviewee.round.set) if one.asks(Side(invitation.side))
    ]
    is_complete(points, asked).or_refuse()
    Invitation.objects.filter(pk=invitation.pk).update(is_used=True)
    return _say(
        actor,
        invitation.reviewee,
        invitation.side,
        {one.code: str(points[one.code]) for one in asked},
        note,
    )


def envelope_of(reviewee_id: int, side: str) -> str:
    """What an envelope belongs to."""
    return f"{reviewee_id}/{side}"


def _locked(actor, reviewee_id: int, sides) -> Invitation:
    """The own invitation on one of these sides, its person locked; an anonymous one may be used
    once only.
    """
    get_invitation(actor, reviewee_id, sides)
    reviewee = _lock_reviewee(reviewee_id)
    invitation = get_invitation(actor, reviewee_id, sides)
    invitation.reviewee = reviewee
    found = reviewee.round
    is_used = invitation.is_used and invitation.side in ANONYMOUS
    may_answer(
        is_closed=found.is_closed,
        is_used=is_used,
        opens_on=found.opens_on,
        closes_on=found.closes_on,
        on=today(),
    ).or_refuse()
    return invitation


def _lock_reviewee(reviewee_id: int) -> Reviewee:
    Reviewee.objects.select_for_update(of=("self",)).get(pk=reviewee_id)
    return Reviewee.objects.select_related("round__set", "person", "unit").get(pk=reviewee_id)


def _say(actor, reviewee: Reviewee, side: str, points: dict[str, str], note: str) -> SignedView:
    at = now()
    SignedView.objects.filter(reviewee=reviewee, side=side, replaced_at__isnull=True).update(
        replaced_at=at
    )
    made = SignedView.objects.create(
        reviewee=reviewee,
        side=side,
        points=points,
        note=nfc(note).strip(),
        given_by_id=actor.account_id,
    )
    record(
        actor,
        "sides_signed",
        subject=made,
        unit_path=reviewee.unit.path,
        person=reviewee.person_id,
        side=str(side),
    )
    return made
