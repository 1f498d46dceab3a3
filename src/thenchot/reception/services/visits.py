"""A turn: booked, received into the book, refused with its ground, answered, followed by code."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit
from thenchot.people.names import clean_name
from thenchot.platform.admission import codes
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.keys.sealing import blind_indexes
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.reception.access import DECIDE, EDIT, SEE
from thenchot.reception.enums import CameBy, SlotState, VisitState
from thenchot.reception.models import Slot, Visit
from thenchot.reception.queries.policy import policy_of, refusal_clock
from thenchot.reception.rules import crowd
from thenchot.reception.rules.grounds import grounds, is_written, may_refuse

BOOK = (
    "summary",
    "matter",
    "settled_by",
    "is_ours",
    "guided_to",
    "handled_by",
    "note",
    "papers",
    "authorisation",
)


@transaction.atomic
def book_publicly(*, slot_id: int, came_from: str, **said: Any) -> tuple[Visit, str]:
    """From the public page, for a session that is posted. The code on the slip is told once."""
    rows = Slot.objects.select_for_update(of=("self",)).select_related("unit", "leader")
    slot = rows.filter(pk=slot_id, state=SlotState.PUBLISHED).first()
    if slot is None:
        raise NotVisible
    if slot.on < today():
        refuse("reception.over", "Buổi tiếp này đã qua. Chọn một buổi khác trên lịch.")
    policy = policy_of(slot.unit)
    _not_too_many(slot.unit, came_from, policy.forms_an_hour)
    if slot.visits.filter(state=VisitState.BOOKED).count() >= policy.turns_a_session:
        refuse(
            "reception.full",
            f"Buổi tiếp này đã đủ {policy.turns_a_session} lượt đăng ký. Chọn buổi khác, hoặc đến "
            f"trực tiếp {slot.place}.",
        )
    came_by = CameBy.ONLINE if slot.is_online else CameBy.PUBLIC
    visit, code = _make(slot.unit, slot, came_by, came_from=came_from, **said)
    record(SYSTEM, "citizen_turn_booked", **of_visit(visit))
    return visit, code


def _not_too_many(unit: Unit, came_from: str, most: int) -> None:
    since = now() - timedelta(hours=1)
    sent = Visit.objects.filter(came_from=came_from, entered_at__gte=since).count()
    if sent >= most:
        refuse(
            "reception.too_many",
            f"Từ địa chỉ mạng này đã nhận {sent} phiếu trong một giờ: chờ một giờ, hoặc "
            f"đến nơi tiếp công dân của {unit.name}.",
        )


@transaction.atomic
def walk_in(actor, *, unit_id: int, slot_id: int | None = None, **said: Any) -> tuple[Visit, str]:
    """Somebody who came without booking: into the book at once."""
    slot = _slot(actor, slot_id) if slot_id else None
    unit = slot.unit if slot else get_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    identity = {name: said.pop(name, "") for name in ("full_name", "address", "phone")}
    identity["identity_no"] = said.pop("identity_no", "")
    visit, code = _make(unit, slot, CameBy.OFFICE, summary=said["summary"], **identity)
    _enter(actor, visit, **said)
    return visit, code


def _slot(actor, slot_id: int) -> Slot:
    rows = Slot.objects.visible_to(actor, SEE).select_related("unit", "leader")
    found = rows.filter(pk=slot_id).first()
    if found is None:
        raise NotVisible
    if found.on > today():
        refuse("reception.not_yet", f"Buổi tiếp ngày {found.on:%d/%m/%Y} chưa đến.")
    return found


def _make(unit: Unit, slot: Slot | None, came_by: str, *, came_from="", **said):
    code = codes.new_code()
    visit = Visit.objects.create(
        unit=unit,
        slot=slot,
        slip=codes.digest(code),
        came_by=came_by,
        came_from=came_from,
        entered_at=now(),
        full_name=clean_name(said["full_name"]),
        address=tidy(nfc(said.get("address", ""))),
        phone="".join(said.get("phone", "").split()),
        identity_no="".join(said.get("identity_no", "").split()).upper(),
        summary=nfc(said["summary"]).strip(),
    )
    return visit, code


@transaction.atomic
def receive_visit(actor, *, visit_id: int, **said: Any) -> Visit:
    """Whoever had booked is here: identity seen, content written down, a number of the book."""
    visit = lock_visit(actor, visit_id, EDIT)
    _is(visit, VisitState.BOOKED, VisitState.ABSENT)
    if visit.slot and visit.slot.on > today():
        refuse("reception.not_yet", f"Buổi tiếp ngày {visit.slot.on:%d/%m/%Y} chưa đến.")
    for name in ("full_name", "address", "phone", "identity_no"):
        if name in said:
            setattr(visit, name, tidy(nfc(said.pop(name))))
    return _enter(actor, visit, **said)


def _enter(
    actor, visit: Visit, *, people: int = 1, representatives: str = "", **said: Any
) -> Visit:
    """Into the book of the year, with the next number."""
    named = [line for line in map(tidy, nfc(representatives).splitlines()) if line]
    crowd.may_speak(people, len(named), policy_of(visit.unit)).or_refuse()
    if not said.get("matter"):
        refuse("reception.matter", "Phân loại nội dung: khiếu nại, tố cáo, kiến nghị, phản ánh.")
    Unit.objects.select_for_update().get(pk=visit.unit_id)
    for name in BOOK:
        if name in said:
            setattr(visit, name, said[name])
    visit.people, visit.representatives = people, "\n".join(named)
    visit.received_on = min(today(), visit.slot.on) if visit.slot else today()
    visit.year = visit.received_on.year
    last = Visit.objects.filter(unit=visit.unit_id, year=visit.year).aggregate(n=Max("number"))["n"]
    visit.number = (last or 0) + 1
    visit.state, visit.received_by_id = VisitState.RECEIVED, actor.account_id
    visit.save()
    record(actor, "citizen_received", **of_visit(visit), number=visit.number)
    return visit


def earlier_of(visit: Visit):
    """Visits of the same identity number in the same place, the latest first."""
    if not visit.identity_no:
        return Visit.objects.none()
    known = blind_indexes("reception_visit.identity_no", visit.identity_no)
    rows = Visit.objects.filter(unit=visit.unit_id, identity_index__in=known)
    return rows.exclude(pk=visit.pk).filter(number__isnull=False).order_by("-received_on", "-pk")


@transaction.atomic
def tie_visit(actor, *, visit_id: int, before_id: int) -> Visit:
    """The same issue as an earlier visit."""
    visit = lock_visit(actor, visit_id, EDIT)
    before = earlier_of(visit).filter(pk=before_id).first()
    if before is None or (visit.received_on and before.received_on > visit.received_on):
        refuse("reception.before", "Chọn một lượt tiếp trước đó của cùng người.")
    visit.before = before
    visit.save(update_fields=["before"])
    record(actor, "citizen_visit_tied", **of_visit(visit))
    return visit


@transaction.atomic
def refuse_visit(
    actor, *, visit_id: int, ground: str, ground_shown: str = "", wants_notice: bool = False
) -> Visit:
    """Logged with ground, person and time; in writing only where the decree asks for it."""
    visit = lock_visit(actor, visit_id, EDIT)
    _is(visit, VisitState.BOOKED, VisitState.RECEIVED)
    why = grounds().get(ground)
    if why is None:
        refuse("reception.ground", "Chọn căn cứ từ chối trong danh sách.")
    may_refuse(why, ground_shown).or_refuse()
    visit.ground, visit.ground_on = ground, today()
    visit.ground_shown = tidy(nfc(ground_shown))
    visit.is_written = is_written(why, wants_notice)
    visit.state = VisitState.REFUSED
    visit.save()
    record(actor, "citizen_refused", **of_visit(visit), reason=why.article)
    return visit


@transaction.atomic
def sign_refusal(actor, *, visit_id: int, refusal_no: str, refusal_on: date) -> Visit:
    """The head signs 01/TCD."""
    visit = lock_visit(actor, visit_id, DECIDE)
    clock = refusal_clock(visit)
    if visit.state != VisitState.REFUSED or clock is None:
        refuse("reception.no_notice", "Lượt này không phải ra thông báo từ chối bằng văn bản.")
    if not clock.since <= refusal_on <= today():
        refuse("reception.refusal_on", f"Ngày thông báo từ {clock.since:%d/%m/%Y} đến hôm nay.")
    visit.refusal_no, visit.refusal_on = tidy(nfc(refusal_no)), refusal_on
    visit.save(update_fields=["refusal_no", "refusal_on"])
    record(actor, "citizen_refusal_signed", **of_visit(visit), number=visit.refusal_no)
    return visit


@transaction.atomic
def answer_visit(
    actor, *, visit_id: int, answer_kind: str, answer: str, handled_by: str = ""
) -> Visit:
    """The citizen is told what becomes of it."""
    visit = lock_visit(actor, visit_id, EDIT)
    _is(visit, VisitState.RECEIVED)
    visit.answer_kind, visit.answer = answer_kind, nfc(answer).strip()
    visit.answered_on = today()
    visit.handled_by = tidy(nfc(handled_by)) or visit.handled_by
    visit.state = VisitState.ANSWERED
    visit.save()
    record(actor, "citizen_answered", **of_visit(visit), kind=answer_kind)
    return visit


@transaction.atomic
def cancel_booking(*, visit: Visit) -> Visit:
    """By whoever holds the code."""
    one = Visit.objects.select_for_update(of=("self",)).select_related("unit").get(pk=visit.pk)
    _is(one, VisitState.BOOKED)
    one.state = VisitState.CANCELLED
    one.save(update_fields=["state"])
    record(SYSTEM, "citizen_turn_cancelled", **of_visit(one))
    return one


def lock_visit(actor, pk: int, permission: str) -> Visit:
    seen = Visit.objects.visible_to(actor, SEE).values("pk")
    rows = Visit.objects.select_for_update(of=("self",)).select_related("unit", "slot__leader")
    found = rows.filter(pk=pk, pk__in=seen).first()
    if found is None:
        raise NotVisible
    require(actor, permission, found.unit.path)
    return found


def of_visit(visit: Visit) -> dict[str, Any]:
    return {"subject": visit, "unit_path": visit.unit.path}


def _is(visit: Visit, *states: str) -> None:
    if visit.state not in states:
        refuse("reception.visit_state", f"Lượt {visit}: {visit.get_state_display()}.")
