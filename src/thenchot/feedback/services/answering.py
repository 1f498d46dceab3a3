"""Answers: named ones as any other statement, anonymous ones without a trace
(docs/adr/0014-anonymous-answers.md).
"""

from collections.abc import Mapping
from decimal import Decimal
from random import SystemRandom

from django.db import transaction
from django.db.models import BooleanField, Case, F, TextField, Value, When

from thenchot.feedback.enums import Side
from thenchot.feedback.models import Answer, SidesSubject, SidesTurn, SignedView
from thenchot.feedback.queries.rounds import get_turn, measures_of
from thenchot.feedback.rules.counting import ANONYMOUS, SIGNED
from thenchot.feedback.rules.rounds import is_complete, may_answer
from thenchot.feedback.services import envelopes
from thenchot.kernel.text import nfc
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today

CHANCE = SystemRandom()


@transaction.atomic
def answer(actor, *, subject_id: int, points: Mapping[str, Decimal | None]) -> None:
    """Writes no event, no time, nothing about the account but that its turn is used. Every row of
    the group is written anew in one go, so that neither place nor transaction tells which one
    changed.
    """
    turn = _locked(actor, subject_id, ANONYMOUS)
    group = {"subject": turn.subject_id, "side": turn.side}
    asked = [one for one in measures_of(turn.subject.round.set) if one.asks(Side(turn.side))]
    is_complete(points, asked).or_refuse()
    given = {one.code: points[one.code] or Decimal(0) for one in asked}
    sealed = envelopes.seal(
        turn.subject.round.public_key, envelope_of(turn.subject_id, turn.side), list(given), given
    )
    empty = list(
        Answer.objects.filter(sealed__startswith=envelopes.EMPTY, **group).values_list(
            "pk", flat=True
        )
    )
    filled = Case(
        When(pk=CHANCE.choice(empty), then=Value(sealed)),
        default=F("sealed"),
        output_field=TextField(),
    )
    Answer.objects.filter(**group).update(sealed=filled)
    used = Case(
        When(pk=turn.pk, then=Value(True)), default=F("is_used"), output_field=BooleanField()
    )
    SidesTurn.objects.filter(**group).update(is_used=used)


@transaction.atomic
def sign(
    actor, *, subject_id: int, points: Mapping[str, Decimal | None], note: str = ""
) -> SignedView:
    """Oneself, or the superior. Until the round closes it may be said anew."""
    turn = _locked(actor, subject_id, SIGNED)
    asked = [one for one in measures_of(turn.subject.round.set) if one.asks(Side(turn.side))]
    is_complete(points, asked).or_refuse()
    SidesTurn.objects.filter(pk=turn.pk).update(is_used=True)
    return _say(
        actor, turn.subject, turn.side, {one.code: str(points[one.code]) for one in asked}, note
    )


def envelope_of(subject_id: int, side: str) -> str:
    """What an envelope belongs to."""
    return f"{subject_id}/{side}"


def _locked(actor, subject_id: int, sides) -> SidesTurn:
    """The own turn on one of these sides, its person locked; an anonymous one may be used once
    only.
    """
    get_turn(actor, subject_id, sides)
    subject = _lock_subject(subject_id)
    turn = get_turn(actor, subject_id, sides)
    turn.subject = subject
    found = subject.round
    is_used = turn.is_used and turn.side in ANONYMOUS
    may_answer(
        is_closed=found.is_closed,
        is_used=is_used,
        opens_on=found.opens_on,
        closes_on=found.closes_on,
        on=today(),
    ).or_refuse()
    return turn


def _lock_subject(subject_id: int) -> SidesSubject:
    SidesSubject.objects.select_for_update(of=("self",)).get(pk=subject_id)
    return SidesSubject.objects.select_related("round__set", "person", "unit").get(pk=subject_id)


def _say(actor, subject: SidesSubject, side: str, points: dict[str, str], note: str) -> SignedView:
    at = now()
    SignedView.objects.filter(subject=subject, side=side, replaced_at__isnull=True).update(
        replaced_at=at
    )
    made = SignedView.objects.create(
        subject=subject,
        side=side,
        points=points,
        note=nfc(note).strip(),
        given_by_id=actor.account_id,
    )
    record(
        actor,
        "sides_signed",
        subject=made,
        unit_path=subject.unit.path,
        person=subject.person_id,
        side=str(side),
    )
    return made
