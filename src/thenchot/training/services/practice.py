"""A practical programme is drawn up, reported, confirmed, or stopped with its reason."""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.training.access import PROPOSE, RECORD, SEE, VERIFY
from thenchot.training.enums import PracticeState as State
from thenchot.training.models import Practice
from thenchot.training.rules import practising as rules

TEXTS = ("aim", "post", "task")


@transaction.atomic
def begin_practice(
    actor,
    *,
    person_id: int,
    mentor_id: int,
    host_id: int,
    post: str,
    task: str,
    starts_on: date,
    ends_on: date,
    aim: str = "",
) -> Practice:
    """By whoever may propose the person for training; one programme at a time."""
    person, unit = _seated(actor, person_id, PROPOSE)
    require(actor, PROPOSE, unit.path)
    mentor, mentor_unit = _seated(actor, mentor_id, SEE)
    host = Unit.objects.visible_to(actor, SEE).filter(pk=host_id).first()
    if host is None:
        raise NotVisible
    if person.pk == mentor.pk:
        refuse("training.mentor", "Người hướng dẫn phải là người khác.")
    _in_order(starts_on, ends_on)
    there = Practice.objects.standing().filter(
        person=person, starts_on__lte=ends_on, ends_on__gte=starts_on
    )
    if there.exists():
        refuse("training.practice_there", "Người này đã có chương trình trong thời gian đó.")
    made = Practice.objects.create(
        person=person,
        unit=unit,
        mentor=mentor,
        mentor_unit=mentor_unit,
        host=host,
        post=tidy(nfc(post)),
        task=nfc(task).strip(),
        aim=tidy(nfc(aim)),
        starts_on=starts_on,
        ends_on=ends_on,
        created_by_id=actor.account_id,
    )
    record(actor, "training_practice_begun", **_told(made))
    return made


@transaction.atomic
def change_practice(
    actor, *, practice_id: int, post: str, task: str, starts_on: date, ends_on: date, aim: str = ""
) -> Practice:
    found = _lock(actor, practice_id)
    require(actor, PROPOSE, found.unit.path)
    rules.may_change(found.state).or_refuse()
    _in_order(starts_on, ends_on)
    found.post, found.task, found.aim = tidy(nfc(post)), nfc(task).strip(), tidy(nfc(aim))
    found.starts_on, found.ends_on = starts_on, ends_on
    found.save()
    record(actor, "training_practice_changed", **_told(found))
    return found


@transaction.atomic
def report_practice(actor, *, practice_id: int, result: str) -> Practice:
    """By the mentor, or by whoever records for the person's unit."""
    found = _lock(actor, practice_id)
    if not guides(actor, found):
        require(actor, RECORD, found.unit.path)
    rules.may_report(found.state, found.starts_on, today()).or_refuse()
    if not result.strip():
        refuse("training.practice_result", "Ghi kết quả thực nghiệm.")
    found.state, found.result, found.reason = State.REPORTED, nfc(result).strip(), ""
    found.reported_on, found.reported_by_id = today(), actor.account_id
    found.save()
    record(actor, "training_practice_reported", **_told(found))
    return found


@transaction.atomic
def confirm_practice(actor, *, practice_id: int) -> Practice:
    """By whoever answers for the mentor's unit."""
    found = _confirmable(actor, practice_id)
    found.state, found.confirmed_by_id, found.confirmed_at = (
        State.CONFIRMED,
        actor.account_id,
        now(),
    )
    found.save()
    record(actor, "training_practice_confirmed", **_told(found))
    return found


@transaction.atomic
def return_practice(actor, *, practice_id: int, reason: str) -> Practice:
    """The report is not enough yet: it is written anew."""
    found = _confirmable(actor, practice_id)
    found.state, found.reason = State.RUNNING, _reason(reason)
    found.save()
    record(actor, "training_practice_returned", **_told(found))
    return found


@transaction.atomic
def stop_practice(actor, *, practice_id: int, reason: str) -> Practice:
    found = _lock(actor, practice_id)
    require(actor, PROPOSE, found.unit.path)
    rules.may_change(found.state).or_refuse()
    found.state, found.reason = State.STOPPED, _reason(reason)
    found.save()
    record(actor, "training_practice_stopped", **_told(found))
    return found


def guides(actor, practice: Practice) -> bool:
    return actor.account_id is not None and practice.mentor.account_id == actor.account_id


def _confirmable(actor, practice_id: int) -> Practice:
    found = _lock(actor, practice_id)
    require(actor, VERIFY, found.mentor_unit.path)
    rules.may_confirm(
        found.state,
        actor.account_id,
        reported_by=found.reported_by_id,
        mentor=found.mentor.account_id,
        learner=found.person.account_id,
    ).or_refuse()
    return found


def _lock(actor, practice_id: int) -> Practice:
    rows = Practice.objects.select_for_update(of=("self",)).select_related(
        "person", "unit", "mentor", "mentor_unit"
    )
    found = rows.filter(
        pk=practice_id, pk__in=Practice.objects.visible_to(actor, SEE).values("pk")
    ).first()
    if found is None:
        raise NotVisible
    return found


def _seated(actor, person_id: int, permission: str) -> tuple[Person, Unit]:
    """Somebody the actor may name, and where the person works today."""
    person = Person.objects.visible_to(actor, permission).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    seats = person.appointments.in_force(today()).filter(is_primary=True)
    seat = seats.select_related("unit").first()
    if seat is None:
        refuse("training.no_seat", "Người này hiện không giữ vị trí nào.")
    return person, seat.unit


def _in_order(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        refuse("training.days", "Ngày kết thúc không trước ngày bắt đầu.")


def _reason(reason: str) -> str:
    if not reason.strip():
        refuse("training.reason", "Ghi lý do.")
    return tidy(nfc(reason))


def _told(found: Practice) -> dict[str, Any]:
    return {
        "subject": found,
        "unit_path": found.unit.path,
        "person": found.person_id,
        "starts_on": found.starts_on,
        "ends_on": found.ends_on,
    }
