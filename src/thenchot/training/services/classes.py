"""Classes are opened, their sessions set, closed or cancelled."""

import secrets
from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.training.access import EDIT, RECORD, SEE
from thenchot.training.enums import ATTENDING, UNSETTLED, ClassState, EnrolmentState, PlanState
from thenchot.training.models import Enrolment, Session, TrainingClass
from thenchot.training.queries.curricula import issued_for
from thenchot.training.queries.plans import get_line
from thenchot.training.queries.topics import get_topic
from thenchot.training.rules import enrolling as rules
from thenchot.training.services.enrolling import next_in

FIELDS = (
    "name",
    "organiser",
    "provider",
    "lecturer",
    "form",
    "place",
    "starts_on",
    "ends_on",
    "hours",
    "seats",
    "cost",
)
TEXTS = ("name", "provider", "lecturer", "place")


@transaction.atomic
def open_class(actor, *, unit_id: int, topic_id: int, **values: Any) -> TrainingClass:
    """A class that no plan foresaw."""
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    topic = get_topic(actor, topic_id)
    return _open(actor, home, topic, None, values)


@transaction.atomic
def open_planned(actor, *, line_id: int, **values: Any) -> TrainingClass:
    """A class of an approved plan; of those placed in its line and not yet in a class, as many as
    there are seats are proposed.
    """
    line = get_line(actor, line_id)
    plan = line.plan
    require(actor, EDIT, plan.unit.path)
    if plan.state != PlanState.APPROVED:
        refuse("training.plan_state", "Kế hoạch chưa được duyệt; duyệt xong mới mở lớp.")
    made = _open(actor, plan.unit, line.topic, line, values)
    there = Enrolment.objects.filter(held_in__line=line).exclude(state=EnrolmentState.WITHDRAWN)
    needs = line.needs.exclude(person__in=there.values("person")).order_by("pk")[: made.seats]
    Enrolment.objects.bulk_create(
        Enrolment(
            held_in=made,
            person_id=need.person_id,
            unit_id=need.unit_id,
            need=need,
            created_at=now(),
        )
        for need in needs
    )
    return made


def _open(actor, home, topic, line, values) -> TrainingClass:
    values = _checked(values)
    made = TrainingClass.objects.create(
        unit=home, topic=topic, line=line, curriculum=issued_for(home, topic), **values
    )
    record(
        actor,
        "training_class_opened",
        subject=made,
        unit_path=home.path,
        topic=topic.pk,
        starts_on=made.starts_on,
        seats=made.seats,
    )
    return made


@transaction.atomic
def change_class(actor, *, class_id: int, **values: Any) -> TrainingClass:
    found = _edited(actor, class_id)
    values = _checked(values)
    taken = found.enrolments.seated().count()
    if values["seats"] < taken:
        refuse("training.seats", f"Lớp đã có {taken} người; số chỗ không ít hơn.")
    for name, value in values.items():
        setattr(found, name, value)
    found.save(update_fields=list(values))
    record(
        actor,
        "training_class_changed",
        subject=found,
        unit_path=found.unit.path,
        starts_on=found.starts_on,
        ends_on=found.ends_on,
        seats=found.seats,
    )
    for _seat in range(found.seats - taken):
        next_in(actor, found)
    return found


@transaction.atomic
def close_class(actor, *, class_id: int) -> TrainingClass:
    """When everybody who was sent has a result."""
    found = _edited(actor, class_id)
    waiting = found.enrolments.filter(state__in=UNSETTLED).count()
    rules.may_close(found.ends_on, today(), waiting).or_refuse()
    _end(found, ClassState.CLOSED, "")
    record(actor, "training_class_closed", subject=found, unit_path=found.unit.path)
    return found


@transaction.atomic
def cancel_class(actor, *, class_id: int, note: str) -> TrainingClass:
    found = _edited(actor, class_id)
    if not note.strip():
        refuse("training.note", "Ghi lý do hủy lớp.")
    if found.enrolments.filter(state__in=ATTENDING).exists():
        refuse(
            "training.sent",
            "Đã có người được cử đi học; rút từng người với lý do rồi mới hủy lớp.",
        )
    _end(found, ClassState.CANCELLED, note)
    record(actor, "training_class_cancelled", subject=found, unit_path=found.unit.path)
    return found


def _end(found: TrainingClass, state: ClassState, note: str) -> None:
    found.state, found.ended_on, found.note = state, today(), tidy(nfc(note))
    found.save(update_fields=["state", "ended_on", "note"])


@transaction.atomic
def add_session(actor, *, class_id: int, on: date, part: str, subject: str = "") -> Session:
    found = lock_class(actor, class_id)
    require(actor, RECORD, found.kept_at)
    if not found.starts_on <= on <= found.ends_on:
        refuse(
            "training.session_day",
            f"Buổi học nằm trong thời gian của lớp, {found.starts_on:%d/%m/%Y} đến "
            f"{found.ends_on:%d/%m/%Y}.",
        )
    if found.sessions.filter(on=on, part=part).exists():
        refuse("training.session_there", "Lớp đã có buổi này.")
    made = Session.objects.create(
        held_in=found,
        on=on,
        part=part,
        subject=tidy(nfc(subject)),
        code=f"{secrets.randbelow(1_000_000):06d}",
    )
    record(
        actor, "training_session_added", subject=made, unit_path=found.unit.path, on=on, part=part
    )
    return made


def _edited(actor, class_id: int) -> TrainingClass:
    found = lock_class(actor, class_id)
    require(actor, EDIT, found.unit.path)
    return found


def lock_class(actor, class_id: int) -> TrainingClass:
    """Visible, open, and kept from changing until the transaction ends."""
    found = (
        TrainingClass.objects.select_for_update(of=("self",))
        .select_related("unit", "topic", "organiser")
        .filter(pk=class_id, pk__in=TrainingClass.objects.visible_to(actor, SEE).values("pk"))
        .first()
    )
    if found is None:
        raise NotVisible
    if not found.is_open:
        refuse("training.class_ended", "Lớp đã kết thúc hoặc đã hủy.")
    return found


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise TypeError(f"no such fields: {sorted(unknown)}")
    if values["ends_on"] < values["starts_on"]:
        refuse("training.days", "Ngày bế giảng không trước ngày khai giảng.")
    return {name: tidy(nfc(value)) if name in TEXTS else value for name, value in values.items()}
