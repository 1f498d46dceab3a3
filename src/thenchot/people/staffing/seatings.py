"""People take seats in committees and leave them; a seat with somebody in it is neither held nor
closed.
"""

from datetime import date

from django.db import transaction

from thenchot.organisation.models import Committee, Seat, SeatState
from thenchot.organisation.rules import committees as rules
from thenchot.organisation.services import committees
from thenchot.people.access import EDIT
from thenchot.people.models import Seating
from thenchot.people.rules import may_end
from thenchot.people.services import lock_person
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import NotVisible, require


@transaction.atomic
def seat_person(
    actor, *, seat_id: int, person_id: int, valid_from: date, basis: str = ""
) -> Seating:
    """The person sits in the seat from a day. A seat held for structure is held no longer."""
    seat, person = committees.lock_seat(actor, seat_id), lock_person(actor, person_id)
    path = seat.committee.unit.path
    require(actor, EDIT, path)
    term, last = seat.committee.term, _last(seat)
    rules.may_seat(
        state=seat.state,
        opened_on=seat.opened_on,
        holder=_holder(seat),
        other_seat=_other(seat.committee, person),
        term=(term.starts_on, term.ends_on),
        left_on=last and last.valid_to,
        valid_from=valid_from,
    ).or_refuse()
    if seat.state == SeatState.HELD:
        committees.release_seat(actor, seat_id=seat.pk)
    fields = {"valid_from": valid_from, "basis": basis.strip(), "recorded_by_id": actor.account_id}
    seating = Seating.objects.create(seat=seat, person=person, **fields)
    record(
        actor,
        "person_seated",
        subject=seating,
        unit_path=path,
        seat=seat.pk,
        person=person.pk,
        valid_from=valid_from,
    )
    return seating


@transaction.atomic
def end_seating(actor, *, seating_id: int, on: date, reason: str = "") -> Seating:
    """`on` is the last day in the seat."""
    seating = get_seating(actor, seating_id, locked=True)
    path = seating.seat.committee.unit.path
    require(actor, EDIT, path)
    may_end(seating.valid_from, seating.valid_to, on).or_refuse()
    seating.valid_to = on
    seating.save(update_fields=["valid_to"])
    record(
        actor,
        "seating_ended",
        subject=seating,
        unit_path=path,
        seat=seating.seat_id,
        on=on,
        reason=reason,
    )
    return seating


@transaction.atomic
def hold_seat(actor, *, seat_id: int, held_for: str, review_on: date | None) -> Seat:
    """Kept empty for structure, with what for and when to look at it again (S1-037)."""
    seat = committees.lock_seat(actor, seat_id)
    return committees.hold_seat(
        actor,
        seat_id=seat_id,
        is_filled=bool(_holder(seat)),
        held_for=held_for,
        review_on=review_on,
    )


@transaction.atomic
def close_seat(actor, *, seat_id: int, on: date) -> Seat:
    seat = committees.lock_seat(actor, seat_id)
    return committees.close_seat(actor, seat_id=seat_id, is_filled=bool(_holder(seat)), on=on)


def get_seating(actor, pk: int, *, locked: bool = False) -> Seating:
    rows = Seating.objects.visible_to(actor).select_related("seat__committee__unit", "person")
    rows = rows.select_for_update(of=("self",)) if locked else rows
    seating = rows.filter(pk=pk).first()
    if seating is None:
        raise NotVisible
    return seating


def _holder(seat: Seat) -> str | None:
    open_seating = (
        Seating.objects.filter(seat=seat, valid_to__isnull=True).select_related("person").first()
    )
    return open_seating and open_seating.person.full_name


def _last(seat: Seat) -> Seating | None:
    return Seating.objects.filter(seat=seat, valid_to__isnull=False).order_by("-valid_to").first()


def _other(committee: Committee, person) -> str | None:
    taken = (
        Seating.objects.filter(seat__committee=committee, person=person, valid_to__isnull=True)
        .select_related("seat")
        .first()
    )
    return taken and taken.seat.name
