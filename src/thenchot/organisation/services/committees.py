"""Terms of office, committees and their seats. Who sits in a seat is told by the room of people."""

from datetime import date

from django.db import transaction

from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.models import HOMES, Committee, Seat, SeatState, Term, Title
from thenchot.organisation.queries import get_unit, lock_unit
from thenchot.organisation.rules import committees as rules
from thenchot.organisation.services.tree import clean
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require

USUAL = {  # what the first seats of a committee are called; the last name goes on for the rest
    "party": ("Bí thư", "Phó Bí thư", "Ủy viên Ban Chấp hành"),
    "standing": ("Bí thư", "Phó Bí thư", "Ủy viên Ban Thường vụ"),
    "inspection": ("Chủ nhiệm", "Phó Chủ nhiệm", "Ủy viên"),
    "council": ("Chủ tịch", "Phó Chủ tịch", "Đại biểu"),
    "people": ("Chủ tịch", "Phó Chủ tịch", "Ủy viên"),
    "front": ("Chủ tịch", "Phó Chủ tịch", "Ủy viên"),
}


@transaction.atomic
def open_term(actor, *, unit_id: int, name: str, starts_on: date, ends_on: date) -> Term:
    unit = lock_unit(actor, unit_id)
    require(actor, KEEP_POSTS, unit.path)
    name = clean(name)
    taken = Term.objects.filter(unit=unit, name=name).first()
    rules.may_open_term(unit.kind in HOMES, starts_on, ends_on, taken and taken.name).or_refuse()
    term = Term.objects.create(unit=unit, name=name, starts_on=starts_on, ends_on=ends_on)
    record(actor, "term_opened", subject=term, unit_path=unit.path, called=term.name)
    return term


@transaction.atomic
def open_committee(
    actor,
    *,
    term_id: int,
    kind: str,
    name: str,
    approved_seats: int,
    basis: str = "",
    body_id: int | None = None,
) -> Committee:
    """A committee of a term with its approved seats, all vacant, called as usual for its kind."""
    term = Term.objects.visible_to(actor).select_related("unit").filter(pk=term_id).first()
    if term is None:
        raise NotVisible
    require(actor, KEEP_POSTS, term.unit.path)
    name = clean(name)
    taken = Committee.objects.filter(unit=term.unit, term=term, name=name).first()
    rules.may_open_committee(name, approved_seats, taken and taken.name).or_refuse()
    committee = Committee.objects.create(
        unit=term.unit,
        term=term,
        kind=kind,
        name=name,
        approved_seats=approved_seats,
        basis=clean(basis),
        body=get_unit(actor, body_id) if body_id else None,
    )
    Seat.objects.bulk_create(_usual_seats(committee))
    record(
        actor,
        "committee_opened",
        subject=committee,
        unit_path=term.unit.path,
        called=name,
        seats=approved_seats,
    )
    return committee


def _usual_seats(committee: Committee) -> list[Seat]:
    names = USUAL.get(committee.kind, ("Thành viên",))
    called = [names[min(number, len(names) - 1)] for number in range(committee.approved_seats)]
    opened_on = committee.term.starts_on
    return [
        Seat(committee=committee, number=n, name=name, opened_on=opened_on)
        for n, name in enumerate(called, 1)
    ]


@transaction.atomic
def correct_committee(
    actor,
    *,
    committee_id: int,
    name: str,
    approved_seats: int,
    basis: str,
    body_id: int | None = None,
) -> Committee:
    """Name, approved number and its basis. A smaller number leaves the seats as they are: the
    excess is shown.
    """
    committee = lock_committee(actor, committee_id)
    taken = (
        Committee.objects.filter(unit=committee.unit, term=committee.term, name=clean(name))
        .exclude(pk=committee_id)
        .first()
    )
    rules.may_open_committee(clean(name), approved_seats, taken and taken.name).or_refuse()
    before = committee.approved_seats
    committee.name, committee.approved_seats, committee.basis = (
        clean(name),
        approved_seats,
        clean(basis),
    )
    committee.body = get_unit(actor, body_id) if body_id else None
    committee.save()
    facts = {"before": before, "approved": approved_seats, "basis": committee.basis}
    record(actor, "committee_corrected", subject=committee, unit_path=committee.unit.path, **facts)
    return committee


@transaction.atomic
def add_seat(
    actor,
    *,
    committee_id: int,
    name: str,
    title_id: int | None = None,
    opened_on: date | None = None,
    excess_basis: str = "",
) -> Seat:
    """One more seat; beyond the approved number with the document that allows it."""
    committee = lock_committee(actor, committee_id)
    seats = committee.seats.exclude(state=SeatState.CLOSED)
    beyond = seats.count() >= committee.approved_seats
    rules.may_add_seat(seats.count(), committee.approved_seats, excess_basis).or_refuse()
    last = committee.seats.order_by("-number").values_list("number", flat=True).first() or 0
    seat = Seat.objects.create(
        committee=committee,
        number=last + 1,
        name=clean(name),
        title=_title(committee, title_id),
        opened_on=opened_on or max(today(), committee.term.starts_on),
        excess_basis=clean(excess_basis) if beyond else "",
    )
    record(
        actor,
        "seat_added",
        subject=seat,
        unit_path=committee.unit.path,
        called=seat.name,
        excess_basis=seat.excess_basis,
    )
    return seat


@transaction.atomic
def name_seat(actor, *, seat_id: int, name: str, title_id: int | None = None) -> Seat:
    seat = lock_seat(actor, seat_id)
    seat.name, seat.title = clean(name) or seat.name, _title(seat.committee, title_id)
    seat.save(update_fields=["name", "title"])
    record(actor, "seat_named", subject=seat, unit_path=seat.committee.unit.path, called=seat.name)
    return seat


@transaction.atomic
def hold_seat(
    actor, *, seat_id: int, is_filled: bool, held_for: str, review_on: date | None
) -> Seat:
    """Kept empty for structure (S1-037). The room of people says whether somebody sits there."""
    seat = lock_seat(actor, seat_id)
    held_for = clean(held_for)
    rules.may_hold(
        seat.state, is_filled=is_filled, held_for=held_for, review_on=review_on, on=today()
    ).or_refuse()
    seat.state, seat.held_for, seat.review_on = SeatState.HELD, held_for, review_on
    seat.save(update_fields=["state", "held_for", "review_on"])
    record(
        actor,
        "seat_held",
        subject=seat,
        unit_path=seat.committee.unit.path,
        held_for=held_for,
        review_on=review_on,
    )
    return seat


@transaction.atomic
def release_seat(actor, *, seat_id: int) -> Seat:
    """To be filled by anybody who fits; what it was held for stays in the trail."""
    seat = lock_seat(actor, seat_id)
    rules.may_release(seat.state).or_refuse()
    before, seat.state, seat.held_for, seat.review_on = seat.held_for, SeatState.OPEN, "", None
    seat.save(update_fields=["state", "held_for", "review_on"])
    record(
        actor, "seat_released", subject=seat, unit_path=seat.committee.unit.path, held_for=before
    )
    return seat


@transaction.atomic
def close_seat(actor, *, seat_id: int, is_filled: bool, on: date) -> Seat:
    """The seat is no more from `on`. The room of people says whether somebody sits there."""
    seat = lock_seat(actor, seat_id)
    rules.may_close(seat.state, is_filled=is_filled, opened_on=seat.opened_on, on=on).or_refuse()
    seat.state, seat.closed_on, seat.held_for, seat.review_on = SeatState.CLOSED, on, "", None
    seat.save(update_fields=["state", "closed_on", "held_for", "review_on"])
    record(actor, "seat_closed", subject=seat, unit_path=seat.committee.unit.path, on=on)
    return seat


def lock_committee(actor, committee_id: int) -> Committee:
    """A committee the actor may change, locked."""
    rows = (
        Committee.objects.visible_to(actor)
        .select_related("unit", "term")
        .select_for_update(of=("self",))
    )
    committee = rows.filter(pk=committee_id).first()
    if committee is None:
        raise NotVisible
    require(actor, KEEP_POSTS, committee.unit.path)
    return committee


def lock_seat(actor, seat_id: int) -> Seat:
    """A seat the actor may change, locked."""
    rows = (
        Seat.objects.visible_to(actor)
        .select_related("committee__unit", "committee__term")
        .select_for_update(of=("self",))
    )
    seat = rows.filter(pk=seat_id).first()
    if seat is None:
        raise NotVisible
    require(actor, KEEP_POSTS, seat.committee.unit.path)
    return seat


def _title(committee: Committee, title_id: int | None) -> Title | None:
    if not title_id:
        return None
    title = Title.objects.serving(committee.unit).filter(pk=title_id).first()
    if title is None:
        raise NotVisible
    return title
