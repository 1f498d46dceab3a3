"""People are proposed, sent by a decision, and what they earned enters the file after a second
person has looked at it.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people.filing.changing import add_row, change_items, withdraw_row
from thenchot.people.filing.sections import SECTIONS, Section
from thenchot.people.models import Person, Qualification
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.access import EDIT, PROPOSE, RECORD, SEE_NAMES, VERIFY
from thenchot.training.enums import EnrolmentState as State
from thenchot.training.models import Enrolment, TrainingClass
from thenchot.training.queries.classes import turnouts
from thenchot.training.rules import enrolling as rules
from thenchot.training.rules.attending import Turnout, may_complete

SCANS = {"pdf", "jpg", "png"}


@transaction.atomic
def propose_person(actor, *, class_id: int, person_id: int) -> Enrolment:
    """Beyond the seats the person waits for a place."""
    held_in = _open_class(actor, class_id)
    person = Person.objects.visible_to(actor, PROPOSE).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    seat = (
        person.appointments.in_force(today())
        .filter(is_primary=True, unit__path__startswith=held_in.unit.path)
        .select_related("unit")
        .first()
    )
    if seat is None:
        refuse("training.elsewhere", "Người này không đang công tác trong phạm vi của lớp.")
    require(actor, PROPOSE, seat.unit.path)
    there = held_in.enrolments.exclude(state=State.WITHDRAWN).values_list("person_id", flat=True)
    rules.may_be_proposed(person.pk, set(there)).or_refuse()
    taken = held_in.enrolments.seated().count()
    made = Enrolment.objects.create(
        held_in=held_in,
        person=person,
        unit=seat.unit,
        state=rules.state_on_proposal(taken, held_in.seats),
        created_at=now(),
    )
    record(actor, "training_person_proposed", **_told(made))
    return made


@transaction.atomic
def send_person(
    actor,
    *,
    enrolment_id: int,
    decision: str,
    decided_on: date,
    commitment_months: int | None = None,
    paid: Decimal | None = None,
) -> Enrolment:
    """By decision. From this day the file says that the person studies, where the course gives a
    paper.
    """
    found = _lock(actor, enrolment_id, EDIT)
    rules.may_step(found.state, State.NOMINATED).or_refuse()
    if not decision.strip():
        refuse("training.decision", "Ghi số quyết định cử đi học.")
    found.state, found.decision = State.NOMINATED, tidy(nfc(decision))
    found.decided_on, found.commitment_months = decided_on, commitment_months
    found.paid = paid
    found.study = _studying(found)
    found.save()
    record(actor, "training_person_sent", **_told(found), decision=found.decision)
    return found


@transaction.atomic
def withdraw_person(actor, *, enrolment_id: int, reason: str) -> Enrolment:
    """The next who waits takes the place."""
    found = _lock(actor, enrolment_id, PROPOSE)
    rules.may_step(found.state, State.WITHDRAWN).or_refuse()
    if found.state == State.NOMINATED:
        require(actor, EDIT, found.held_in.unit.path)
    if not reason.strip():
        refuse("training.reason", "Ghi lý do rút khỏi lớp.")
    was_seated = found.state != State.WAITING
    _end_study(found, reason)
    found.state, found.reason = State.WITHDRAWN, tidy(nfc(reason))
    found.save()
    record(actor, "training_person_withdrawn", **_told(found))
    if was_seated:
        next_in(actor, found.held_in)
    return found


def next_in(actor, held_in: TrainingClass) -> None:
    """Whoever waits longest gets the place that is free."""
    waiting = held_in.enrolments.filter(state=State.WAITING).order_by("created_at", "pk").first()
    if waiting:
        waiting.state = State.PROPOSED
        waiting.save(update_fields=["state"])
        record(actor, "training_place_given", **_told(waiting))


@transaction.atomic
def record_result(
    actor,
    *,
    enrolment_id: int,
    completed_on: date,
    result: str = "",
    certificate: str = "",
    scan=None,
) -> Enrolment:
    """By one person; another verifies it."""
    found = _lock(actor, enrolment_id, RECORD)
    rules.may_step(found.state, State.COMPLETED).or_refuse()
    if not found.held_in.starts_on <= completed_on <= today():
        refuse("training.completed_on", "Ngày hoàn thành từ ngày khai giảng đến hôm nay.")
    policy = policies.in_force(TrainingPolicy, path=found.unit.path, on=today())
    may_complete(turnout_of(found), policy.least_attendance).or_refuse()
    found.state, found.completed_on = State.COMPLETED, completed_on
    found.result, found.certificate = tidy(nfc(result)), tidy(nfc(certificate))
    found.recorded_by_id, found.reason = actor.account_id, ""
    if scan:
        found.scan = store(actor, scan, unit_path=found.unit.path, allowed=SCANS, max_mb=10)
    found.save()
    record(actor, "training_result_recorded", **_told(found))
    return found


@transaction.atomic
def record_failure(actor, *, enrolment_id: int, reason: str) -> Enrolment:
    found = _lock(actor, enrolment_id, RECORD)
    rules.may_step(found.state, State.FAILED).or_refuse()
    if not reason.strip():
        refuse("training.reason", "Ghi vì sao không hoàn thành.")
    _end_study(found, reason)
    found.state, found.reason = State.FAILED, tidy(nfc(reason))
    found.recorded_by_id = actor.account_id
    found.save()
    record(actor, "training_failure_recorded", **_told(found))
    return found


@transaction.atomic
def verify_result(actor, *, enrolment_id: int) -> Enrolment:
    """The paper enters the file; the standard it answers is judged again after the commit."""
    found = _lock(actor, enrolment_id, VERIFY)
    rules.may_verify(
        found.state, found.recorded_by_id, found.person.account_id, actor.account_id
    ).or_refuse()
    _end_study(found, "")
    found.study = _earned(found)
    found.state, found.verified_by_id, found.verified_at = State.VERIFIED, actor.account_id, now()
    found.save()
    _mark_science(found)
    record(actor, "training_result_verified", **_told(found))
    return found


@transaction.atomic
def return_result(actor, *, enrolment_id: int, reason: str) -> Enrolment:
    """What was recorded is wrong: it is recorded anew."""
    found = _lock(actor, enrolment_id, VERIFY)
    if found.state != State.COMPLETED:
        rules.may_step(found.state, State.VERIFIED).or_refuse()
    if not reason.strip():
        refuse("training.reason", "Ghi điều cần sửa.")
    found.state, found.completed_on = State.NOMINATED, None
    found.reason = tidy(nfc(reason))
    found.save()
    record(actor, "training_result_returned", **_told(found))
    return found


def turnout_of(found: Enrolment) -> Turnout:
    """Whoever never signed was in none of the planned sessions."""
    planned = found.held_in.sessions.count()
    return turnouts(found.held_in).get(found.pk) or Turnout(planned, 0)


# The personal file


def _section(found: Enrolment) -> Section | None:
    fixed = {"kind": found.held_in.topic.paper}
    return next(
        (one for one in SECTIONS if one.model is Qualification and one.fixed == fixed), None
    )


def _of_topic(found: Enrolment, section: Section) -> dict:
    """The facts of the course that the table of the file has a column for."""
    topic = found.held_in.topic
    facts = {
        "school": found.held_in.provider,
        "name": topic.paper_name or topic.name,
        "level": topic.level,
        "field": topic.field,
        "valid_from": found.held_in.starts_on,
        "valid_to": found.held_in.ends_on,
    }
    names = {*section.fields, "valid_from", "valid_to"}
    return {name: value for name, value in facts.items() if name in names and value}


def _studying(found: Enrolment) -> Qualification | None:
    section = _section(found)
    if section is None or "is_studying" not in section.fields:
        return None
    return add_row(
        SYSTEM,
        person_id=found.person_id,
        section=section.code,
        source=_source(found),
        is_studying=True,
        **_of_topic(found, section),
    )


def _earned(found: Enrolment) -> Qualification | None:
    section = _section(found)
    if section is None:
        return None
    proof = {"number": found.certificate, "issued_on": found.completed_on}
    names = {name: value for name, value in proof.items() if name in section.fields and value}
    row = add_row(
        SYSTEM,
        person_id=found.person_id,
        section=section.code,
        source=_source(found),
        **_of_topic(found, section),
        **names,
    )
    if found.scan_id:
        row.scan_id = found.scan_id
        row.save(update_fields=["scan"])
    return row


def _mark_science(found: Enrolment) -> None:
    """A course of science and technology counts for the mark in the file where the policy of the
    place says so (S0-138).
    """
    if not found.held_in.topic.counts_as_science:
        return
    policy = policies.in_force(TrainingPolicy, path=found.unit.path, on=today())
    if policy.science_course_counts:
        change_items(SYSTEM, person_id=found.person_id, source=_source(found), in_science=True)


def _end_study(found: Enrolment, reason: str) -> None:
    """The row "is studying" leaves the file; the history keeps it."""
    row, section = found.study, _section(found)
    if row is None or section is None or row.replaced_at or not row.is_studying:
        return
    words = reason.strip() or f"Đã học xong: {found.held_in.name}"
    withdraw_row(SYSTEM, section=section.code, row_id=row.pk, reason=words[:200])
    found.study = None


def _source(found: Enrolment) -> str:
    return f"Lớp: {found.held_in.name}"[:200]


# Finding


def _open_class(actor, class_id: int) -> TrainingClass:
    """Open, for whoever may propose somebody somewhere inside its place."""
    found = (
        TrainingClass.objects.select_for_update(of=("self",))
        .select_related("unit", "topic")
        .filter(pk=class_id, pk__in=TrainingClass.objects.visible_to(actor, PROPOSE).values("pk"))
        .first()
    )
    if found is None:
        raise NotVisible
    if not found.is_open:
        refuse("training.class_ended", "Lớp đã kết thúc hoặc đã hủy.")
    return found


def _lock(actor, enrolment_id: int, permission: str) -> Enrolment:
    """Visible, of an open class, and kept from changing until the transaction ends."""
    rows = Enrolment.objects.select_for_update(of=("self",)).select_related(
        "person", "unit", "held_in__unit", "held_in__organiser", "held_in__topic", "study"
    )
    found = rows.filter(
        pk=enrolment_id, pk__in=Enrolment.objects.visible_to(actor, SEE_NAMES).values("pk")
    ).first()
    if found is None:
        raise NotVisible
    require_over(actor, permission, found)
    if not found.held_in.is_open:
        refuse("training.class_ended", "Lớp đã kết thúc hoặc đã hủy.")
    return found


def require_over(actor, permission: str, found: Enrolment) -> None:
    """Over the person's unit; results also by whoever keeps the class."""
    if permission == RECORD and actor.may(RECORD, found.held_in.kept_at):
        return
    require(actor, permission, found.unit.path)


def _told(found: Enrolment) -> dict[str, Any]:
    """What the trail is told."""
    return {
        "subject": found,
        "unit_path": found.unit.path,
        "person": found.person_id,
        "training_class": found.held_in_id,
    }
