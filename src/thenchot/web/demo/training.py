"""Training: the plan of this year approved, two classes held and one under way; the plan of next
year drawn up from what is missing.
"""

import random
from datetime import date, timedelta

from thenchot.training.enums import DayPart, EnrolmentState, NeedState, Presence
from thenchot.training.models import Enrolment, PlannedClass, TrainingClass, TrainingPlan
from thenchot.training.services import (
    attending,
    classes,
    drawing,
    enrolling,
    planning,
    topics,
)
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE, day_of
from thenchot.web.demo.tree import FOUNDED

HELD, UNDER_WAY = "tiep-dan", "ly-luan-trung-cap"
LASTED = timedelta(days=2)
PROVIDERS = {"theory": "Trường Chính trị thành phố", "state": "Trường Chính trị thành phố"}
OWN_PROVIDER = "Trung tâm Chính trị phường"
COST_PER_HOUR, COST_PER_LEARNER = 500_000, 9_000_000  # đồng, of a class here and of a school
PRESENT_SHARE = 0.9
LEFT_OUT = "Sắp đến tuổi nghỉ hưu"


def train(officer, leader, home, rng: random.Random, on: date) -> None:
    begun = on - TAKEN_IN_BEFORE
    if begun < FOUNDED:
        return
    with day_of(begun):
        topics.adopt_topics(officer, unit_id=home.pk)
        plan = _plan(officer, home, begun.year)
        planning.submit_plan(officer, plan_id=plan.pk)
        decision = f"18-KH/ĐU ngày {begun:%d/%m/%Y}"
        planning.approve_plan(leader, plan_id=plan.pk, decision=decision)
    _held(officer, leader, plan, rng, on)
    _under_way(officer, plan, on)
    if on.year + 1 != begun.year:
        _plan(officer, home, on.year + 1)


def _plan(officer, home, year: int) -> TrainingPlan:
    """Counted, placed, dated and priced; one need left out with its reason."""
    plan = planning.draw_up_plan(
        officer,
        unit_id=home.pk,
        name=f"Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm {year}",
        first_year=year,
        last_year=year,
        basis="Chương trình hành động của Đảng ủy phường",
    )
    drawing.count_needs(officer, plan_id=plan.pk)
    drawing.propose_classes(officer, plan_id=plan.pk)
    for number, line in enumerate(plan.lines.select_related("topic").order_by("pk")):
        _complete(officer, line, 1 + number % 12)
    need = plan.needs.filter(state=NeedState.PLACED).order_by("pk").first()
    if need:
        planning.leave_out_need(officer, need=need, reason=LEFT_OUT)
    return plan


def _complete(officer, line: PlannedClass, month: int) -> None:
    values = {name: getattr(line, name) for name in planning.LINE}
    values |= {
        "month": month,
        "provider": PROVIDERS.get(line.topic.group, OWN_PROVIDER),
        "cost": _cost(line),
        "budget": "Kinh phí đào tạo, bồi dưỡng của phường",
    }
    planning.change_line(officer, line_id=line.pk, **values)


def _cost(line: PlannedClass) -> int:
    if line.topic.group in PROVIDERS:
        return COST_PER_LEARNER * line.needs.count()
    return COST_PER_HOUR * line.hours * line.classes


def _line(plan: TrainingPlan, code: str) -> PlannedClass | None:
    return plan.lines.filter(topic__code=code).select_related("topic").first()


def _opened(officer, line: PlannedClass, starts_on: date, ends_on: date) -> TrainingClass:
    return classes.open_planned(
        officer,
        line_id=line.pk,
        name=line.name,
        provider=line.provider,
        lecturer="",
        form=line.form,
        place="Hội trường phường",
        starts_on=starts_on,
        ends_on=ends_on,
        hours=line.hours,
        seats=line.seats,
        cost=line.cost,
    )


def _send_all(officer, held: TrainingClass, decided_on: date) -> list[Enrolment]:
    rows = list(held.enrolments.filter(state=EnrolmentState.PROPOSED).order_by("pk"))
    return [
        enrolling.send_person(
            officer, enrolment_id=row.pk, decision="52-QĐ/ĐU", decided_on=decided_on
        )
        for row in rows
    ]


def _held(officer, leader, plan: TrainingPlan, rng: random.Random, on: date) -> None:
    """Of the yearly subject: taught, attended, verified; two people still without a result."""
    line = _line(plan, HELD)
    if line is None:
        return
    starts_on = on - timedelta(days=40)
    with day_of(starts_on):
        held = _opened(officer, line, starts_on, starts_on + LASTED)
        sent = _send_all(officer, held, starts_on)
        for part in (DayPart.MORNING, DayPart.AFTERNOON):
            classes.add_session(officer, class_id=held.pk, on=starts_on, part=part)
    with day_of(starts_on + LASTED):
        absent = {row.pk for row in sent if rng.random() > PRESENT_SHARE}
        for session in held.sessions.all():
            said = {
                row.pk: Presence.EXCUSED if row.pk in absent else Presence.PRESENT for row in sent
            }
            attending.note_attendance(officer, session_id=session.pk, said=said)
        done = [row for row in sent if row.pk not in absent][:-2]
        for row in done:
            enrolling.record_result(
                officer, enrolment_id=row.pk, completed_on=starts_on + LASTED, result="Đạt"
            )
            if row.person.account_id != leader.account_id:
                enrolling.verify_result(leader, enrolment_id=row.pk)
        for row in sent:
            if row.pk in absent:
                reason = "Vắng cả hai buổi"
                enrolling.record_failure(officer, enrolment_id=row.pk, reason=reason)


def _under_way(officer, plan: TrainingPlan, on: date) -> None:
    """A long course of political theory: whoever was sent is "in training" since then."""
    line = _line(plan, UNDER_WAY)
    if line is None:
        return
    starts_on = on - timedelta(days=20)
    with day_of(starts_on):
        held = _opened(officer, line, starts_on, starts_on + timedelta(days=180))
        _send_all(officer, held, starts_on)
        classes.add_session(
            officer, class_id=held.pk, on=starts_on, part=DayPart.MORNING, subject="Khai giảng"
        )
    classes.add_session(officer, class_id=held.pk, on=on, part=DayPart.MORNING)
