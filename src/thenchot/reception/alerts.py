"""What is reminded: the calendar, sessions without a record, answers, promises, a head's days."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.organisation.models import Unit
from thenchot.platform.alerts.findings import about, due, roles
from thenchot.platform.alerts.registry import Finding, alert
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role
from thenchot.reception.access import SEE, SEE_PROMISES
from thenchot.reception.enums import DialogueState, SlotState, VisitState
from thenchot.reception.labels import DUTY
from thenchot.reception.models import Dialogue, Direction, Rota, Slot, Visit
from thenchot.reception.queries import measures
from thenchot.reception.queries.policy import (
    answer_clock,
    calendar_of,
    policy_of,
    publish_clock,
    refusal_clock,
)
from thenchot.reception.queries.visits import TASK_DONE, UNKEPT
from thenchot.reception.rules.clocks import Clock
from thenchot.reception.rules.rota import plan

LAW = "Luật Tiếp công dân 2013"
DESK = (Role.CLERK, Role.OFFICER)


def _soon(unit: Unit, on: date) -> date:
    return on + timedelta(days=policy_of(unit).remind_days)


@alert("citizen_calendar", _("Lịch tiếp công dân chưa công bố"), SEE)
def unpublished(on: date) -> Iterator[Finding]:
    """Sessions near, or past, the last day to post them, and next month not drawn (S4-051)."""
    rows = Slot.objects.filter(state=SlotState.PLANNED, on__gte=on, is_unscheduled=False)
    for slot in rows.select_related("unit", "leader").order_by("pk"):
        clock = publish_clock(slot)
        if clock.last > _soon(slot.unit, on):
            continue
        yield due(
            slot,
            f"Buổi tiếp {slot} chưa công bố: {clock.arithmetic}",
            last=clock.last,
            on=on,
            path=slot.unit.path,
            basis=f"{LAW}, Điều 24",
            next_step=noop("Công bố, hoặc dời ngày tiếp"),
            url=reverse("citizen_slot", args=[slot.pk]),
            tells=roles(slot.unit.path, *DESK),
        )
    yield from _undrawn(on)


def _undrawn(on: date) -> Iterator[Finding]:
    year, month = on.year + (on.month == 12), on.month % 12 + 1
    rotas = Rota.objects.filter(ended_on=None).select_related("unit", "leader").order_by("pk")
    known = Slot.objects.filter(first_on__year=year, first_on__month=month)
    drawn = set(known.values_list("rota", flat=True))
    for rota in rotas:
        if rota.pk in drawn:
            continue
        calendar = calendar_of(rota.unit)
        first = next(plan(rota.pattern, year, month, calendar), None)
        if first is None:
            continue
        days = policy_of(rota.unit).calendar_before
        clock = Clock(first.on, -days, "ngày tiếp", calendar)
        if clock.last > _soon(rota.unit, on):
            continue
        yield due(
            rota,
            f"Chưa lập lịch tháng {month:02d}/{year} của {rota.leader.full_name}: "
            f"{clock.arithmetic}",
            last=clock.last,
            on=on,
            path=rota.unit.path,
            basis=f"{LAW}, Điều 24",
            detail=f"{year}-{month:02d}",
            next_step=noop("Lập lịch tháng, rồi công bố"),
            url=reverse("citizen_slot_draw"),
            tells=roles(rota.unit.path, *DESK),
        )


@alert("citizen_session_open", _("Buổi tiếp đã qua chưa ghi ai tiếp"), SEE)
def not_recorded(on: date) -> Iterator[Finding]:
    """Posted sessions whose day passed without a word of who received (S3-092)."""
    rows = Slot.objects.filter(state__in=[SlotState.PLANNED, SlotState.PUBLISHED], on__lt=on)
    for slot in rows.select_related("unit", "leader").order_by("pk"):
        yield due(
            slot,
            f"Buổi tiếp {slot}: chưa ghi người đã tiếp",
            last=slot.on,
            on=on,
            path=slot.unit.path,
            basis=f"{LAW}; S3-092",
            next_step=noop("Ghi người đã tiếp, hoặc ghi bỏ buổi với lý do"),
            url=reverse("citizen_slot", args=[slot.pk]),
            tells=roles(slot.unit.path, *DESK),
        )


@alert("citizen_answer", _("Lượt tiếp gần hạn, quá hạn trả lời"), SEE)
def answers(on: date) -> Iterator[Finding]:
    """Turns without an answer, and refusals without their notice, near or past the day."""
    rows = Visit.objects.filter(state__in=[VisitState.RECEIVED, VisitState.REFUSED])
    rows = rows.exclude(state=VisitState.REFUSED, is_written=False)
    for visit in rows.filter(refusal_on=None).select_related("unit").order_by("pk"):
        is_refused = visit.state == VisitState.REFUSED
        clock = refusal_clock(visit) if is_refused else answer_clock(visit)
        if clock is None or clock.last > _soon(visit.unit, on):
            continue
        what = "chưa ký thông báo từ chối" if is_refused else "chưa trả lời công dân"
        yield due(
            visit,
            f"Lượt tiếp {visit}: {what}, {clock.arithmetic}",
            last=clock.last,
            on=on,
            path=visit.unit.path,
            basis=f"{LAW}, Điều 28; Nghị định 154/2026/NĐ-CP, Điều 4",
            next_step=noop("Trả lời công dân, hoặc ký thông báo"),
            url=reverse("citizen_visit", args=[visit.pk]),
            tells=roles(visit.unit.path, *DESK),
        )


@alert("citizen_promise", _("Việc đã hứa với dân gần hạn, quá hạn"), SEE_PROMISES)
def promises(on: date) -> Iterator[Finding]:
    """Promises not kept near or past their day (S4-052)."""
    rows = Direction.objects.filter(UNKEPT).exclude(TASK_DONE)
    for one in rows.select_related("unit", "lead").order_by("pk"):
        if one.due_on > _soon(one.unit, on):
            continue
        yield due(
            one,
            f"Việc đã hứa “{one}”, {one.lead.name}, hạn {one.due_on:%d/%m/%Y}",
            last=one.due_on,
            on=on,
            path=one.unit.path,
            basis="Nghị định 154/2026/NĐ-CP, Điều 25; S4-052",
            next_step=noop("Làm xong, ghi kết quả để công dân xác nhận"),
            url=reverse("citizen_direction_list"),
            tells=(*roles(one.unit.path, *DESK), *roles(one.lead.path, Role.HEAD)),
        )


@alert("citizen_days", _("Lãnh đạo tiếp công dân ít hơn số ngày quy định"), SEE)
def too_few_days(on: date) -> Iterator[Finding]:
    """Heads short of their least days, near the end of a month and after it (S4-051)."""
    for year, month in _months(on):
        for row in measures.leader_months(SYSTEM, SEE, year, month, on):
            if row.lacking:
                yield _short(row.home, row, year, month)


def _short(home: Unit, row: measures.LeaderMonth, year: int, month: int) -> Finding:
    return about(
        home,
        f"{row.leader}, {DUTY[row.duty]}, tháng {month:02d}/{year}: tiếp {len(row.counted)} ngày, "
        f"còn thiếu {row.lacking} so với ít nhất {row.least}",
        path=home.path,
        basis=f"{LAW} (sửa đổi), từ 01/7/2026; Quy định 11-QĐi/TW",
        detail=f"{year}-{month:02d} {row.duty} {row.leader}",
        next_step=noop("Thêm buổi tiếp, hoặc ghi buổi đã tiếp"),
        url=reverse("citizen_measure_list") + f"?year={year}&month={month}",
        tells=roles(home.path, Role.LEADER, *DESK),
    )


def _months(on: date) -> list[tuple[int, int]]:
    """The month before; this one from its 20th day on."""
    before = on.replace(day=1) - timedelta(days=1)
    now = [(on.year, on.month)] if on.day >= 20 else []
    return [(before.year, before.month), *now]


@alert("dialogue_lacking", _("Năm nay chưa đối thoại với Nhân dân"), SEE)
def no_dialogue(on: date) -> Iterator[Finding]:
    """From October on, places with a calendar and no dialogue held in the year (S3-051)."""
    if on.month < 10:
        return
    held = Dialogue.objects.filter(
        on__year=on.year, state__in=[DialogueState.HELD, DialogueState.PUBLISHED]
    )
    homes = Unit.objects.filter(pk__in=Rota.objects.filter(ended_on=None).values("unit"))
    for home in homes.exclude(pk__in=held.values("unit")).order_by("pk"):
        if not policy_of(home, on).dialogues_a_year:
            continue
        yield about(
            home,
            f"{home.name}: năm {on.year} chưa tổ chức hội nghị đối thoại với Nhân dân",
            path=home.path,
            basis="Luật Thực hiện dân chủ ở cơ sở 2022, Điều 32; S3-051",
            detail=str(on.year),
            next_step=noop("Lập kế hoạch đối thoại, thông báo, tổ chức"),
            url=reverse("citizen_dialogue_list"),
            tells=roles(home.path, Role.LEADER, *DESK),
        )
