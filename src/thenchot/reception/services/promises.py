"""What was promised: given, kept, judged by the citizen, opened again."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.programmes.services.giving import give_task
from thenchot.reception.access import DECIDE, EDIT, KEEP, SEE, SEE_PROMISES
from thenchot.reception.enums import DialogueState, DirectionState, SlotState, Verdict, VisitState
from thenchot.reception.models import Dialogue, Direction, Slot, Visit
from thenchot.reception.queries.visits import UNKEPT, is_kept

DONE = Q(state=DirectionState.DONE)
OPEN = (DirectionState.OPEN, DirectionState.REOPENED)


@transaction.atomic
def promise_in_session(
    actor,
    *,
    slot_id: int,
    text: str,
    lead_id: int,
    due_on: date,
    visit_id: int | None = None,
    **more,
) -> Direction:
    """A direction of the head who received; of one turn, or of the session."""
    slot = _seen(Slot, actor, slot_id)
    require(actor, DECIDE, slot.unit.path)
    if slot.state != SlotState.HELD:
        refuse(
            "reception.not_held", "Ghi người đã tiếp trước, rồi ghi việc được giao tại buổi tiếp."
        )
    visit = slot.visits.filter(pk=visit_id).first() if visit_id else None
    return _promise(actor, slot.unit, text, lead_id, due_on, slot=slot, visit=visit, **more)


@transaction.atomic
def promise_for_visit(
    actor, *, visit_id: int, text: str, lead_id: int, due_on: date, **more: Any
) -> Direction:
    """Of a turn on any day of regular reception."""
    visit = _seen(Visit, actor, visit_id)
    require(actor, EDIT, visit.unit.path)
    if visit.number is None:
        refuse("reception.not_received", "Ghi lượt tiếp vào sổ trước, rồi ghi việc đã hứa.")
    return _promise(actor, visit.unit, text, lead_id, due_on, slot=visit.slot, visit=visit, **more)


@transaction.atomic
def promise_in_dialogue(
    actor, *, dialogue_id: int, text: str, lead_id: int, due_on: date, **more: Any
) -> Direction:
    dialogue = _seen(Dialogue, actor, dialogue_id)
    require(actor, EDIT, dialogue.unit.path)
    if dialogue.state not in (DialogueState.HELD, DialogueState.PUBLISHED):
        refuse("reception.not_held", "Ghi biên bản đối thoại trước, rồi ghi từng cam kết.")
    return _promise(actor, dialogue.unit, text, lead_id, due_on, dialogue=dialogue, **more)


def _promise(
    actor, unit, text, lead_id, due_on, *, contact="", programme_id=None, **origin
) -> Direction:
    if due_on < today():
        refuse("reception.due_on", f"Hạn không trước hôm nay ({today():%d/%m/%Y}).")
    lead = get_unit(actor, lead_id)
    made = Direction.objects.create(
        unit=unit,
        text=nfc(text).strip(),
        lead=lead,
        contact=tidy(nfc(contact)),
        given_on=today(),
        due_on=due_on,
        **origin,
    )
    if programme_id:
        ref = f"TCD-{made.pk}"
        said = {"text": made.text, "lead": lead, "due_on": due_on, "ref": ref}
        made.task = give_task(actor, programme_id=programme_id, **said)
        made.save(update_fields=["task"])
    record(actor, "citizen_promised", **_of(made), due_on=due_on)
    return made


def may_keep(actor, one: Direction) -> bool:
    """For the place that promised, or the unit that leads."""
    return any(actor.may(KEEP, path) for path in (one.unit.path, one.lead.path))


@transaction.atomic
def keep_promise(actor, *, direction_id: int, done_on: date, result: str) -> Direction:
    """The office, or the unit that leads, says that it is done; the citizen has the last word."""
    one = _lock(actor, direction_id)
    if not may_keep(actor, one):
        require(actor, KEEP, one.unit.path)
    _is(one, *OPEN)
    if not one.given_on <= done_on <= today():
        refuse("reception.done_on", f"Ngày xong từ {one.given_on:%d/%m/%Y} đến hôm nay.")
    one.state, one.done_on, one.result = DirectionState.DONE, done_on, nfc(result).strip()
    one.save()
    record(actor, "citizen_promise_kept", **_of(one))
    return one


@transaction.atomic
def cancel_promise(actor, *, direction_id: int, reason: str) -> Direction:
    one = _lock(actor, direction_id)
    require(actor, DECIDE, one.unit.path)
    _is(one, *OPEN)
    if not reason.strip():
        refuse("reception.reason", "Ghi lý do hủy; công dân đọc được lý do này.")
    one.state, one.why_cancelled = DirectionState.CANCELLED, tidy(nfc(reason))
    one.save()
    record(actor, "citizen_promise_cancelled", **_of(one), reason=one.why_cancelled)
    return one


@transaction.atomic
def judge_promise(*, visit: Visit, direction_id: int, verdict: str, said: str = "") -> Direction:
    """By whoever holds the code: solved ends it, partly or not opens it again."""
    rows = Direction.objects.select_for_update(of=("self",)).select_related("unit", "task")
    one = rows.filter(pk=direction_id, visit=visit.pk).first()
    if one is None:
        raise NotVisible
    if one.state == DirectionState.CANCELLED or not is_kept(one):
        refuse("reception.not_done", "Việc này chưa báo xong; còn theo dõi theo hạn đã hứa.")
    one.verdict, one.verdict_on, one.said = Verdict(verdict), today(), tidy(nfc(said))[:500]
    one.done_on = one.done_on or one.task.done_on
    if verdict == Verdict.SOLVED:
        one.state = DirectionState.SETTLED
    else:
        one.state, one.reopened_on = DirectionState.REOPENED, today()
        one.reopened += 1
    one.save()
    _follow(visit)
    record(SYSTEM, "citizen_promise_judged", **_of(one), state=one.state)
    return one


def _follow(visit: Visit) -> None:
    """A turn is done once every promise of it is settled or cancelled."""
    is_open = visit.directions.filter(UNKEPT | DONE).exists()
    turn = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if turn.answered_on is None:
        return
    turn.state = VisitState.ANSWERED if is_open else VisitState.CLOSED
    turn.save(update_fields=["state"])


def _seen(model, actor, pk: int):
    found = model.objects.visible_to(actor, SEE).select_related("unit").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def _lock(actor, pk: int) -> Direction:
    seen = Direction.objects.visible_to(actor, SEE_PROMISES).values("pk")
    rows = Direction.objects.select_for_update(of=("self",)).select_related("unit", "lead")
    found = rows.filter(pk=pk, pk__in=seen).first()
    if found is None:
        raise NotVisible
    return found


def _of(one: Direction) -> dict[str, Any]:
    return {"subject": one, "unit_path": one.unit.path}


def _is(one: Direction, *states: str) -> None:
    if one.state not in states:
        refuse("reception.promise_state", f"“{one}”: {one.get_state_display()}.")
