"""Days among the people: entered by who was there, counted, never scored by the decree (S4-053,
S4-058).
"""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people.models import Appointment
from thenchot.people.queries import person_of
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.access import SEE, may_drop_field_visit
from thenchot.worklog.models import FieldVisit


@transaction.atomic
def enter_field_visit(
    actor, *, happened_on: date, kind: str, place: str, result: str, evidence: str = ""
) -> FieldVisit:
    person = person_of(actor.account_id)
    if person is None:
        refuse(
            "field_visit.person", "Tài khoản này chưa gắn với người nào; nhờ Ban Xây dựng Đảng gắn."
        )
    if happened_on > today():
        refuse("field_visit.future", "Ngày đi không thể ở sau hôm nay.")
    if not place.strip() or not result.strip():
        refuse("field_visit.text", "Ghi nơi đến và nắm được gì, tháo gỡ được gì.", "S4-058")
    texts = {
        "place": tidy(nfc(place)),
        "result": nfc(result).strip(),
        "evidence": tidy(nfc(evidence)),
    }
    made = FieldVisit.objects.create(
        person=person, unit=_unit(person, happened_on), happened_on=happened_on, kind=kind, **texts
    )
    record(
        actor,
        "outing_entered",
        subject=made,
        unit_path=made.unit.path,
        kind=str(kind),
        happened_on=happened_on,
    )
    return made


@transaction.atomic
def drop_field_visit(actor, *, visit_id: int) -> FieldVisit:
    """A line written by mistake, by who wrote it."""
    found = (
        FieldVisit.objects.visible_to(actor, SEE)
        .select_for_update(of=("self",))
        .select_related("person", "unit")
        .filter(pk=visit_id)
        .first()
    )
    if found is None:
        raise NotVisible(f"field_visit {visit_id}")
    may_drop_field_visit(actor, found).or_refuse()
    found.dropped_at = now()
    found.save(update_fields=["dropped_at"])
    record(actor, "outing_dropped", subject=found, unit_path=found.unit.path)
    return found


def _unit(person, on: date):
    """Where the person worked that day."""
    seat = (
        Appointment.objects.filter(person=person)
        .in_force(on)
        .select_related("unit")
        .order_by("-is_primary", "pk")
        .first()
    )
    if seat is None:
        refuse("field_visit.unit", "Hồ sơ không có vị trí công tác vào ngày này.")
    return seat.unit
