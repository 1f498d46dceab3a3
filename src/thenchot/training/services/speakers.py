"""Who speaks and teaches is named by a decision, and ends by a day."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.training.access import EDIT
from thenchot.training.models import Speaker
from thenchot.training.queries.speakers import get_speaker


@transaction.atomic
def name_speaker(
    actor, *, person_id: int, kind: str, decision: str, valid_from: date, subjects: str = ""
) -> Speaker:
    person = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    seat = person.appointments.in_force(today()).filter(is_primary=True).first()
    if seat is None:
        refuse("training.no_seat", "Người này hiện không giữ vị trí nào.")
    require(actor, EDIT, seat.unit.path)
    if Speaker.objects.on(today()).filter(person=person, kind=kind).exists():
        refuse("training.speaker_there", "Người này đã được công nhận; kết thúc rồi ghi lại.")
    made = Speaker.objects.create(
        person=person,
        unit=seat.unit,
        kind=kind,
        decision=tidy(nfc(decision)),
        subjects=tidy(nfc(subjects)),
        valid_from=valid_from,
        recorded_by_id=actor.account_id,
    )
    record(
        actor,
        "training_speaker_named",
        subject=made,
        unit_path=seat.unit.path,
        person=person.pk,
        decision=made.decision,
    )
    return made


@transaction.atomic
def end_speaker(actor, *, speaker_id: int, valid_to: date) -> Speaker:
    found = get_speaker(actor, speaker_id)
    require(actor, EDIT, found.unit.path)
    if valid_to < found.valid_from:
        refuse("training.days", "Ngày kết thúc không trước ngày công nhận.")
    found.valid_to = valid_to
    found.save(update_fields=["valid_to"])
    record(
        actor,
        "training_speaker_ended",
        subject=found,
        unit_path=found.unit.path,
        person=found.person_id,
        valid_to=valid_to,
    )
    return found
