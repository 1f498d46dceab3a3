"""A breach at work is noted, explained by the person, and settled by whoever leads."""

from datetime import date

from django.db import transaction

from thenchot.discipline.access import RECORD
from thenchot.discipline.enums import Handling
from thenchot.discipline.models import WorkBreach
from thenchot.discipline.queries.breaches import get_breach
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people.models import Appointment, Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require


@transaction.atomic
def note_breach(actor, *, person_id: int, kind: str, happened_on: date, text: str) -> WorkBreach:
    person = Person.objects.visible_to(actor, RECORD).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    if person.account_id and person.account_id == actor.account_id:
        refuse("breach.own", "Không ai ghi vi phạm của chính mình ở đây.")
    if happened_on > today():
        refuse("breach.day", "Ngày vi phạm không sau hôm nay.")
    seat = Appointment.objects.in_force(happened_on).filter(person=person, is_primary=True).first()
    if seat is None:
        refuse("breach.seat", f"{person.full_name} không giữ vị trí nào vào ngày đó.")
    require(actor, RECORD, seat.unit.path)
    made = WorkBreach.objects.create(
        unit=seat.unit,
        person=person,
        kind=kind,
        happened_on=happened_on,
        text=tidy(nfc(text)),
        recorded_by_id=actor.account_id,
    )
    record(
        actor,
        "work_breach_noted",
        subject=made,
        unit_path=seat.unit.path,
        person=person.pk,
        kind=kind,
    )
    return made


@transaction.atomic
def explain(actor, *, breach_id: int, explanation: str) -> WorkBreach:
    """By the person, or written down by whoever noted it (S2-038)."""
    found = _held(actor, breach_id)
    own = found.person.account_id is not None and found.person.account_id == actor.account_id
    if not own:
        require(actor, RECORD, found.unit.path)
    if found.handling:
        refuse("breach.handled", "Việc này đã xử lý xong.")
    found.explanation, found.explained_on = nfc(explanation).strip(), today()
    found.save(update_fields=["explanation", "explained_on"])
    record(actor, "work_breach_explained", **_of(found))
    return found


@transaction.atomic
def handle(actor, *, breach_id: int, handling: str, note: str = "") -> WorkBreach:
    """Never by the person."""
    found = _held(actor, breach_id)
    require(actor, RECORD, found.unit.path)
    if found.person.account_id and found.person.account_id == actor.account_id:
        refuse("breach.own", "Không ai xử lý việc của chính mình.")
    if found.handling:
        refuse("breach.handled", "Việc này đã xử lý xong.")
    if handling == Handling.NONE and not found.explanation:
        refuse("breach.unexplained", "Chưa có giải trình; ghi giải trình trước.")
    found.handling, found.handled_on = handling, today()
    found.handled_note, found.handled_by_id = tidy(nfc(note)), actor.account_id
    found.save(update_fields=["handling", "handled_on", "handled_note", "handled_by"])
    record(actor, "work_breach_handled", **_of(found), handling=handling)
    return found


def _of(found: WorkBreach) -> dict:
    return {"subject": found, "unit_path": found.unit.path, "person": found.person_id}


def _held(actor, breach_id: int) -> WorkBreach:
    seen = get_breach(actor, breach_id)
    rows = WorkBreach.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "person").get(pk=seen.pk)
