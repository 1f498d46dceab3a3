"""Who was there: written down by whoever keeps the class, or said with the code of the room."""

from collections.abc import Mapping

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.training.access import RECORD
from thenchot.training.enums import ATTENDING, EnrolmentState, Presence
from thenchot.training.models import Attendance, Enrolment, Session
from thenchot.training.queries.classes import get_session


@transaction.atomic
def note_attendance(actor, *, session_id: int, said: Mapping[int, str]) -> int:
    """`said`: enrolment id -> presence. How many rows changed; the same again changes nothing."""
    session = get_session(actor, session_id)
    require(actor, RECORD, session.held_in.kept_at)
    _open(session)
    sent = set(session.held_in.enrolments.filter(state__in=ATTENDING).values_list("pk", flat=True))
    known = {one.enrolment_id: one for one in session.attendances.all()}
    changed = 0
    for enrolment_id, state in said.items():
        if enrolment_id not in sent:
            raise NotVisible
        row = known.get(enrolment_id)
        if row is None or row.state != state:
            _put(session, enrolment_id, Presence(state), actor.account_id, by_self=False)
            changed += 1
    if changed:
        record(
            actor,
            "training_attendance_noted",
            subject=session,
            unit_path=session.held_in.unit.path,
            changed=changed,
        )
    return changed


@transaction.atomic
def say_present(actor, *, session_id: int, code: str) -> Attendance:
    """By the person who was sent, on the day, with the code shown in the room."""
    session = Session.objects.select_related("held_in__unit").filter(pk=session_id).first()
    if session is None:
        raise NotVisible
    enrolment = _own(actor, session)
    _open(session)
    if session.on != today():
        refuse("training.not_today", f"Buổi học này vào ngày {session.on:%d/%m/%Y}.")
    if code.strip() != session.code:
        refuse("training.code", "Mã điểm danh không đúng; xem mã trên bảng của lớp.")
    row = _put(session, enrolment.pk, Presence.PRESENT, actor.account_id, by_self=True)
    record(
        actor,
        "training_presence_said",
        subject=session,
        unit_path=session.held_in.unit.path,
        person=enrolment.person_id,
    )
    return row


def _own(actor, session: Session) -> Enrolment:
    """The one who was sent to this class; nobody else finds it."""
    rows = Enrolment.objects.filter(held_in=session.held_in, state=EnrolmentState.NOMINATED)
    found = rows.filter(person__account=actor.account_id).first() if actor.account_id else None
    if found is None:
        raise NotVisible
    return found


def _put(session, enrolment_id, state, account_id, *, by_self) -> Attendance:
    row, _new = Attendance.objects.update_or_create(
        session=session,
        enrolment_id=enrolment_id,
        defaults={
            "state": state,
            "by_self": by_self,
            "recorded_by_id": account_id,
            "recorded_at": now(),
        },
    )
    return row


def _open(session: Session) -> None:
    if not session.held_in.is_open:
        refuse("training.class_ended", "Lớp đã kết thúc hoặc đã hủy.")
    if session.on > today():
        refuse("training.not_yet", f"Buổi học vào ngày {session.on:%d/%m/%Y}, chưa điểm danh được.")
