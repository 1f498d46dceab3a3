"""Rotas become sessions; a session is published, moved, cancelled, held or missed, concluded."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.reception.access import DECIDE, EDIT, SEE
from thenchot.reception.enums import SlotState, VisitState
from thenchot.reception.models import Rota, Slot
from thenchot.reception.queries.policy import calendar_of, online_clocks, publish_clock
from thenchot.reception.rules import rota as rules
from thenchot.reception.rules.clocks import may_publish

STANDING = (SlotState.PLANNED, SlotState.PUBLISHED)


@transaction.atomic
def add_rota(
    actor,
    *,
    unit_id: int,
    leader_id: int,
    month_days: Sequence[int] = (),
    weekday: int | None = None,
    weeks: Sequence[int] = (),
    **said: Any,
) -> Rota:
    """A leader's regular days. `said`: duty, place, starts_at, ends_at, subject."""
    unit = get_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    rules.may_be(rules.Rota(tuple(month_days), weekday, tuple(weeks))).or_refuse()
    _hours(said["starts_at"], said["ends_at"])
    made = Rota.objects.create(
        unit=unit,
        leader=_person(actor, leader_id),
        month_days=sorted(set(month_days)),
        weekday=weekday,
        weeks=sorted(set(weeks)),
        **said,
    )
    record(actor, "citizen_rota_added", subject=made, unit_path=unit.path)
    return made


@transaction.atomic
def end_rota(actor, *, rota_id: int) -> Rota:
    """No new sessions come out of it; those that stand stay."""
    seen = Rota.objects.visible_to(actor, SEE).values("pk")
    rows = Rota.objects.select_for_update(of=("self",)).select_related("unit", "leader")
    rota = rows.filter(pk=rota_id, pk__in=seen).first()
    if rota is None:
        raise NotVisible
    require(actor, EDIT, rota.unit.path)
    if rota.ended_on:
        refuse("reception.rota_ended", "Lịch cố định này đã thôi áp dụng.")
    rota.ended_on = today()
    rota.save(update_fields=["ended_on"])
    record(actor, "citizen_rota_ended", subject=rota, unit_path=rota.unit.path)
    return rota


@transaction.atomic
def draw_month(actor, *, unit_id: int, year: int, month: int) -> list[Slot]:
    """The sessions of a month out of every rota in force. Drawing twice makes nothing new."""
    unit = get_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    if (year, month) < (today().year, today().month):
        refuse("reception.past", "Chỉ lập lịch cho tháng này và các tháng sau.")
    made = [
        slot
        for rota in Rota.objects.select_for_update().filter(unit=unit, ended_on=None)
        for slot in _draw(actor, rota, year, month)
    ]
    record(
        actor,
        "citizen_month_drawn",
        subject=unit,
        unit_path=unit.path,
        count=len(made),
        period=f"{month:02d}/{year}",
    )
    return made


def _draw(actor, rota: Rota, year: int, month: int) -> list[Slot]:
    unit = rota.unit
    others = Slot.objects.filter(unit=unit, leader=rota.leader_id, state__in=STANDING)
    known = set(rota.slots.values_list("first_on", flat=True))
    taken = set(others.exclude(rota=rota).values_list("on", flat=True))
    planned = rules.plan(rota.pattern, year, month, calendar_of(unit), tuple(taken))
    return [
        Slot.objects.create(
            unit=unit,
            rota=rota,
            leader=rota.leader,
            duty=rota.duty,
            on=one.on,
            first_on=one.first,
            why=one.why[:300],
            place=rota.place,
            starts_at=rota.starts_at,
            ends_at=rota.ends_at,
            subject=rota.subject,
            made_by_id=actor.account_id,
        )
        for one in planned
        if one.first not in known
    ]


@transaction.atomic
def add_slot(actor, *, unit_id: int, leader_id: int, on: date, **said: Any) -> Slot:
    """A session outside of the rota: unscheduled, or online. `said`: as of a rota, and the kind."""
    unit = get_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    _hours(said["starts_at"], said["ends_at"])
    if on < today():
        refuse("reception.past", f"Ngày tiếp không trước hôm nay ({today():%d/%m/%Y}).")
    made = Slot.objects.create(
        unit=unit,
        leader=_person(actor, leader_id),
        on=on,
        first_on=on,
        made_by_id=actor.account_id,
        **said,
    )
    record(actor, "citizen_slot_added", **of_slot(made))
    return made


@transaction.atomic
def publish_slot(actor, *, slot_id: int, reason: str = "") -> Slot:
    """Onto the posted calendar: in time, or with the reason why it is late. An unscheduled session
    has no notice to keep.
    """
    slot = lock_slot(actor, slot_id, EDIT)
    _is(slot, SlotState.PLANNED)
    clock = publish_clock(slot)
    if slot.is_unscheduled and clock.is_certain:
        reason = reason or "Tiếp đột xuất"
    may_publish(today(), clock, reason).or_refuse()
    slot.late_reason = tidy(nfc(reason)) if today() > clock.last else ""
    slot.state, slot.published_on = SlotState.PUBLISHED, today()
    slot.save(update_fields=["state", "published_on", "late_reason"])
    record(actor, "citizen_slot_published", **of_slot(slot), reason=slot.late_reason)
    return slot


@transaction.atomic
def move_slot(
    actor, *, slot_id: int, on: date, starts_at: time, ends_at: time, reason: str
) -> Slot:
    """Put off with its reason; the new day is posted at once and booked turns go along."""
    slot = lock_slot(actor, slot_id, DECIDE)
    _is(slot, *STANDING)
    _hours(starts_at, ends_at)
    if on < today() or on == slot.on:
        refuse("reception.new_day", "Chọn ngày mới, từ hôm nay trở đi, khác ngày cũ.")
    calendar = calendar_of(slot.unit)
    if not calendar.is_working(on):
        next_on = calendar.next_working(on)
        refuse(
            "reception.day_off",
            f"Ngày {on:%d/%m/%Y} là ngày nghỉ; ngày làm việc tiếp theo là {next_on:%d/%m/%Y}.",
        )
    why = _reason(reason)
    made = Slot.objects.get(pk=slot.pk)
    made.pk, made._state.adding = None, True
    made.on, made.starts_at, made.ends_at, made.why = on, starts_at, ends_at, why
    slot.state, slot.why = SlotState.MOVED, why
    slot.save(update_fields=["state", "why"])
    made.published_on = today() if slot.published_on else None
    made.save()
    slot.moved_to = made
    slot.save(update_fields=["moved_to"])
    slot.visits.filter(state=VisitState.BOOKED).update(slot=made)
    record(actor, "citizen_slot_moved", **of_slot(slot), reason=why, to=on)
    return made


@transaction.atomic
def cancel_slot(actor, *, slot_id: int, reason: str) -> Slot:
    """Without another day."""
    slot = lock_slot(actor, slot_id, DECIDE)
    _is(slot, *STANDING)
    if slot.visits.filter(state=VisitState.BOOKED).exists():
        refuse(
            "reception.booked",
            "Buổi này đã có người đăng ký: dời sang ngày khác để lượt đăng ký đi theo.",
        )
    return _close(actor, slot, SlotState.CANCELLED, _reason(reason))


@transaction.atomic
def miss_slot(actor, *, slot_id: int, reason: str) -> Slot:
    """The day passed and nobody received."""
    slot = lock_slot(actor, slot_id, EDIT)
    _is(slot, *STANDING)
    if slot.on > today():
        refuse("reception.not_yet", f"Buổi tiếp ngày {slot.on:%d/%m/%Y} chưa đến.")
    return _close(actor, slot, SlotState.MISSED, _reason(reason))


def _close(actor, slot: Slot, state: str, why: str) -> Slot:
    slot.state, slot.why = state, why
    slot.save(update_fields=["state", "why"])
    record(actor, "citizen_slot_closed", **of_slot(slot), state=state, reason=why)
    return slot


@transaction.atomic
def hold_slot(
    actor,
    *,
    slot_id: int,
    held_by_id: int,
    has_allowance: bool = False,
    supporter_ids: Sequence[int] = (),
    reason: str = "",
) -> Slot:
    """Who in fact received. A substitute is named with the reason; whoever had booked and did not
    come is marked so.
    """
    slot = lock_slot(actor, slot_id, EDIT)
    _is(slot, *STANDING)
    if slot.on > today():
        refuse("reception.not_yet", f"Buổi tiếp ngày {slot.on:%d/%m/%Y} chưa đến.")
    if held_by_id != slot.leader_id:
        slot.why = _reason(reason, f"Ghi lý do {slot.leader.full_name} không trực tiếp tiếp.")
    if slot.is_online:
        _online_is_ready(slot)
    slot.held_by, slot.state = _person(actor, held_by_id), SlotState.HELD
    slot.has_allowance = has_allowance
    slot.save(update_fields=["held_by", "state", "has_allowance", "why"])
    slot.supporters.set([_person(actor, pk) for pk in supporter_ids])
    slot.visits.filter(state=VisitState.BOOKED).update(state=VisitState.ABSENT)
    record(actor, "citizen_slot_held", **of_slot(slot), person=held_by_id, reason=slot.why)
    return slot


def _online_is_ready(slot: Slot) -> None:
    notice, test = online_clocks(slot)
    for clock, done, what in (
        (notice, slot.notified_on, "báo công dân và các điểm cầu"),
        (test, slot.tested_on, "chạy thử đường truyền"),
    ):
        if done is None:
            refuse(
                "reception.online",
                f"Tiếp trực tuyến: chưa ghi ngày {what} ({clock.arithmetic}).",
                "Nghị định 154/2026/NĐ-CP, Điều 16 đến 24",
            )


@transaction.atomic
def note_online(actor, *, slot_id: int, notified_on: date | None, tested_on: date | None) -> Slot:
    """Notice given and connection tested; a day after its limit is refused."""
    slot = lock_slot(actor, slot_id, EDIT)
    _is(slot, *STANDING)
    if not slot.is_online:
        refuse("reception.not_online", "Buổi này không tiếp trực tuyến.")
    for clock, done, what in zip(
        online_clocks(slot), (notified_on, tested_on), ("Báo trước", "Chạy thử"), strict=True
    ):
        if done and done > clock.last:
            refuse(
                "reception.online_late",
                f"{what} {done:%d/%m/%Y} là chậm: {clock.arithmetic}. Dời sang ngày khác.",
                "Nghị định 154/2026/NĐ-CP, Điều 16 đến 24",
            )
    slot.notified_on, slot.tested_on = notified_on, tested_on
    slot.save(update_fields=["notified_on", "tested_on"])
    record(actor, "citizen_online_noted", **of_slot(slot))
    return slot


@transaction.atomic
def conclude_slot(
    actor, *, slot_id: int, conclusion_no: str, concluded_on: date, conclusion: str
) -> Slot:
    """The head closes the session; what he directs is added one by one."""
    slot = lock_slot(actor, slot_id, DECIDE)
    _is(slot, SlotState.HELD)
    if not slot.on <= concluded_on <= today():
        refuse(
            "reception.concluded_on",
            f"Ngày kết luận từ ngày tiếp {slot.on:%d/%m/%Y} đến hôm nay.",
        )
    slot.conclusion_no, slot.concluded_on = tidy(nfc(conclusion_no)), concluded_on
    slot.conclusion = nfc(conclusion).strip()
    slot.save(update_fields=["conclusion_no", "concluded_on", "conclusion"])
    record(actor, "citizen_slot_concluded", **of_slot(slot), number=slot.conclusion_no)
    return slot


# Common


def lock_slot(actor, pk: int, permission: str) -> Slot:
    seen = Slot.objects.visible_to(actor, SEE).values("pk")
    rows = Slot.objects.select_for_update(of=("self",)).select_related("unit", "leader")
    found = rows.filter(pk=pk, pk__in=seen).first()
    if found is None:
        raise NotVisible
    require(actor, permission, found.unit.path)
    return found


def of_slot(slot: Slot) -> dict[str, Any]:
    return {"subject": slot, "unit_path": slot.unit.path}


def _person(actor, pk: int) -> Person:
    found = Person.objects.visible_to(actor, SEE).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def _is(slot: Slot, *states: str) -> None:
    if slot.state not in states:
        refuse("reception.slot_state", f"Buổi tiếp {slot}: {slot.get_state_display()}.")


def _hours(starts_at: time, ends_at: time) -> None:
    if ends_at <= starts_at:
        refuse("reception.hours", "Giờ kết thúc phải sau giờ bắt đầu.")


def _reason(
    reason: str, words: str = "Ghi lý do chính đáng; lý do hiện trên lịch công khai."
) -> str:
    if not reason.strip():
        refuse("reception.reason", words, "Luật Tiếp công dân 2013, Điều 24")
    return tidy(nfc(reason))[:300]
