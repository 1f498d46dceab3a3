"""People take seats and leave them."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import home_of, lock_unit
from thenchot.organisation.rules.quotas import may_override
from thenchot.people import rules
from thenchot.people.access import EDIT
from thenchot.people.headcount import may_count_one_more
from thenchot.people.models import Appointment, Person
from thenchot.people.presence import refresh
from thenchot.people.services.finding import lock_person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible, require

RECORDING = {"id", "recorded_at", "recorded_by", "replaced_at", "replaces"}


@transaction.atomic
def appoint(
    actor,
    *,
    person_id: int,
    unit_id: int,
    title: str,
    valid_from: date,
    is_head: bool = False,
    is_primary: bool = True,
    staff_kind: str = "",
    excess_reason: str = "",
    excess_basis: str = "",
    title_ref_id: int | None = None,
    decision: str = "",
    reappoint_on: date | None = None,
    adds: bool = True,
) -> Appointment:
    """The person takes a seat. One primary seat a person, one head a unit; a further seat is
    concurrent. `title_ref_id`, `decision`, `reappoint_on`: as a decision says them. `adds`: false
    for whoever counted in the same approved number until now.

    A primary seat counts against the approved number: beyond it only with the reason and the
    document that allows it.
    """
    person = lock_person(actor, person_id)
    unit = lock_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    rules.may_sit(unit.name, unit.valid_from, unit.valid_to, valid_from).or_refuse()
    if is_primary:
        rules.may_be_primary(_primary_from(person, valid_from)).or_refuse()
        if adds:
            may_count_one_more(
                unit, staff_kind, valid_from, _override(excess_reason, excess_basis)
            ).or_refuse()
    if is_head:
        rules.may_lead(unit.name, _open_head(unit)).or_refuse()
    seat = Appointment.objects.create(
        person=person,
        unit=unit,
        title=tidy(nfc(title)),
        is_head=is_head,
        is_primary=is_primary,
        valid_from=valid_from,
        staff_kind=staff_kind,
        title_ref_id=title_ref_id,
        decision=decision,
        reappoint_on=reappoint_on,
        recorded_by_id=actor.account_id,
    )
    refresh([person.pk])
    facts = {"person": person.pk, "title": seat.title, "is_head": is_head, "is_primary": is_primary}
    facts |= {"excess_reason": excess_reason, "excess_basis": excess_basis} if excess_reason else {}
    record(
        actor, "person_appointed", subject=seat, unit_path=unit.path, valid_from=valid_from, **facts
    )
    return seat


@transaction.atomic
def correct_appointment(actor, *, appointment_id: int, title: str, is_head: bool) -> Appointment:
    """Put right a title typed wrongly, or who leads, without a new seat."""
    seat = _lock_seat(actor, appointment_id)
    title = tidy(nfc(title))
    if (seat.title, seat.is_head) == (title, is_head):
        return seat
    if is_head and not seat.is_head:
        rules.may_lead(seat.unit.name, _open_head(seat.unit)).or_refuse()
    new = _replace(actor, seat, title=title, is_head=is_head)
    record(
        actor,
        "appointment_corrected",
        subject=new,
        unit_path=seat.unit.path,
        before=seat.title,
        after=title,
        is_head=is_head,
    )
    return new


@transaction.atomic
def renew_term(
    actor, *, appointment_id: int, reappoint_on: date | None, decision: str
) -> Appointment:
    """Reappointed, or extended: the seat goes on, its term ends on another day."""
    seat = _lock_seat(actor, appointment_id)
    new = _replace(actor, seat, reappoint_on=reappoint_on, decision=decision)
    record(
        actor,
        "appointment_renewed",
        subject=new,
        unit_path=seat.unit.path,
        before=seat.reappoint_on,
        after=reappoint_on,
    )
    return new


@transaction.atomic
def end_appointment(actor, *, appointment_id: int, on: date, reason: str = "") -> Appointment:
    """`on` is the last day in the seat."""
    seat = _lock_seat(actor, appointment_id)
    rules.may_end(seat.valid_from, seat.valid_to, on).or_refuse()
    new = _replace(actor, seat, valid_to=on)
    refresh([seat.person_id])
    record(actor, "appointment_ended", subject=new, unit_path=seat.unit.path, on=on, reason=reason)
    return new


@transaction.atomic
def withdraw_appointment(actor, *, appointment_id: int, reason: str) -> Appointment:
    """The seat was decided and never taken: it leaves the file as it stands, the history keeps
    it.
    """
    seat = _lock_seat(actor, appointment_id)
    Appointment.objects.filter(pk=seat.pk).update(replaced_at=now())
    refresh([seat.person_id])
    record(actor, "appointment_withdrawn", subject=seat, unit_path=seat.unit.path, reason=reason)
    return seat


@transaction.atomic
def restore_before(actor, *, appointment_id: int, reason: str) -> Appointment | None:
    """The primary seat that ended for this one, which was never taken, goes on as if it had not
    ended. None where there was none, or where somebody else leads its unit since.
    """
    taken = Appointment.history.select_related("person").get(pk=appointment_id)
    rows = Appointment.objects.filter(
        person=taken.person_id,
        is_primary=True,
        valid_to=taken.valid_from - timedelta(days=1),
        replaces__isnull=False,
        replaces__valid_to__isnull=True,
    )
    seat = rows.select_related("unit", "person").order_by("-pk").first()
    if seat is None or (seat.is_head and _open_head(seat.unit)):
        return None
    require(actor, EDIT, seat.unit.path)
    new = _replace(actor, seat, valid_to=None)
    refresh([seat.person_id])
    record(actor, "appointment_restored", subject=new, unit_path=seat.unit.path, reason=reason)
    return new


@transaction.atomic
def transfer(actor, *, person_id: int, valid_from: date, **seat_fields) -> Appointment:
    """The primary seat ends the day before; the new one begins. `seat_fields`: those of
    `appoint`.
    """
    seat = (
        Appointment.objects.filter(person_id=person_id, is_primary=True, valid_to__isnull=True)
        .select_related("unit")
        .first()
    )
    if seat:
        seat_fields["adds"] = not _counts_alike(seat, seat_fields)
        end_appointment(
            actor, appointment_id=seat.pk, on=valid_from - timedelta(days=1), reason="chuyển vị trí"
        )
    return appoint(actor, person_id=person_id, valid_from=valid_from, **seat_fields)


def _counts_alike(seat: Appointment, fields: dict[str, Any]) -> bool:
    """Whether the seat left and the one taken count in the same approved number: a move within it
    adds nobody.
    """
    unit = Unit.objects.get(pk=fields["unit_id"])
    same_kind = seat.staff_kind == fields.get("staff_kind", "")
    return same_kind and seat.unit.bloc == unit.bloc and home_of(seat.unit) == home_of(unit)


def get_seat(actor, pk: int) -> Appointment:
    """A seat the actor may change."""
    seat = (
        Appointment.objects.visible_to(actor).select_related("unit", "person").filter(pk=pk).first()
    )
    if seat is None:
        raise NotVisible
    require(actor, EDIT, seat.unit.path)
    return seat


def _lock_seat(actor, pk: int) -> Appointment:
    seats = Appointment.objects.visible_to(actor).select_for_update(of=("self",))
    seat = seats.select_related("unit", "person").filter(pk=pk).first()
    if seat is None:
        raise NotVisible
    require(actor, EDIT, seat.unit.path)
    return seat


def _replace(actor, seat: Appointment, **changes) -> Appointment:
    """The seat says something else from now on; what the file said until now stays in the
    history.
    """
    at = now()
    Appointment.objects.filter(pk=seat.pk).update(replaced_at=at)
    kept = {
        f.attname: getattr(seat, f.attname)
        for f in Appointment._meta.concrete_fields
        if f.name not in RECORDING
    }
    return Appointment.objects.create(
        **{**kept, **changes}, recorded_at=at, recorded_by_id=actor.account_id, replaces_id=seat.pk
    )


def _override(reason: str, basis: str) -> str:
    """What allows the excess, or nothing when neither is given."""
    if not (reason.strip() or basis.strip()):
        return ""
    may_override(reason, basis).or_refuse()
    return f"{reason.strip()} ({basis.strip()})"


def _primary_from(person: Person, on: date) -> str | None:
    """A primary seat held on the day or later: a new one from then on would be a second."""
    later = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    seat = person.appointments.filter(later, is_primary=True).select_related("unit").first()
    return seat and f"{seat.title}, {seat.unit}"


def _open_head(unit: Unit) -> str | None:
    seat = (
        Appointment.objects.filter(unit=unit, is_head=True, valid_to__isnull=True)
        .select_related("person")
        .first()
    )
    return seat and seat.person.full_name
