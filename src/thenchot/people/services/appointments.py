"""People take seats and leave them."""

from datetime import date, timedelta

from django.db import transaction

from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import lock_unit
from thenchot.people import rules
from thenchot.people.access import EDIT
from thenchot.people.models import Appointment, Person
from thenchot.people.presence import refresh
from thenchot.people.services.finding import lock_person
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import NotVisible, require


@transaction.atomic
def appoint(
    actor, *, person_id: int, unit_id: int, title: str, valid_from: date, is_head: bool = False, is_primary: bool = True
) -> Appointment:
    """The person takes a seat. One primary seat a person, one head a unit; a further seat is concurrent."""
    person = lock_person(actor, person_id)
    unit = lock_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    rules.may_sit(unit.name, unit.valid_from, unit.valid_to, valid_from).or_refuse()
    if is_primary:
        rules.may_be_primary(_open_primary(person)).or_refuse()
    if is_head:
        rules.may_lead(unit.name, _open_head(unit)).or_refuse()
    seat = Appointment.objects.create(
        person=person, unit=unit, title=tidy(nfc(title)), is_head=is_head, is_primary=is_primary, valid_from=valid_from
    )
    refresh([person.pk])
    facts = {"person": person.pk, "title": seat.title, "is_head": is_head, "is_primary": is_primary}
    record(actor, "person_appointed", subject=seat, unit_path=unit.path, valid_from=valid_from, **facts)
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
    before, seat.title, seat.is_head = seat.title, title, is_head
    seat.save(update_fields=["title", "is_head"])
    record(actor, "appointment_corrected", subject=seat, unit_path=seat.unit.path, before=before, after=title, is_head=is_head)
    return seat


@transaction.atomic
def end_appointment(actor, *, appointment_id: int, on: date, reason: str = "") -> Appointment:
    """`on` is the last day in the seat."""
    seat = _lock_seat(actor, appointment_id)
    rules.may_end(seat.valid_from, seat.valid_to, on).or_refuse()
    seat.valid_to = on
    seat.save(update_fields=["valid_to"])
    refresh([seat.person_id])
    record(actor, "appointment_ended", subject=seat, unit_path=seat.unit.path, on=on, reason=reason)
    return seat


@transaction.atomic
def transfer(actor, *, person_id: int, unit_id: int, title: str, valid_from: date, is_head: bool = False) -> Appointment:
    """The primary seat ends the day before; the new one begins."""
    seat = Appointment.objects.filter(person_id=person_id, is_primary=True, valid_to__isnull=True).first()
    if seat:
        end_appointment(actor, appointment_id=seat.pk, on=valid_from - timedelta(days=1), reason="chuyển vị trí")
    return appoint(actor, person_id=person_id, unit_id=unit_id, title=title, valid_from=valid_from, is_head=is_head)


def get_seat(actor, pk: int) -> Appointment:
    """A seat the actor may change."""
    seat = Appointment.objects.visible_to(actor).select_related("unit", "person").filter(pk=pk).first()
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


def _open_primary(person: Person) -> str | None:
    seat = person.appointments.filter(is_primary=True, valid_to__isnull=True).select_related("unit").first()
    return seat and f"{seat.title}, {seat.unit}"


def _open_head(unit: Unit) -> str | None:
    seat = Appointment.objects.filter(unit=unit, is_head=True, valid_to__isnull=True).select_related("person").first()
    return seat and seat.person.full_name
