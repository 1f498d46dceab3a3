"""A plan of training: drawn up, changed, submitted, approved, and drawn up anew."""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.training.access import APPROVE, EDIT, SEE
from thenchot.training.enums import NeedState, PlanKind, PlanState
from thenchot.training.models import Need, PlannedClass, TrainingClass, TrainingPlan
from thenchot.training.queries.plans import get_line
from thenchot.training.rules import planning as rules

LINE = (
    "name",
    "target",
    "classes",
    "seats",
    "form",
    "hours",
    "month",
    "provider",
    "cost",
    "budget",
    "basis",
)
TEXTS = ("name", "target", "provider", "budget", "basis")


@transaction.atomic
def draw_up_plan(
    actor,
    *,
    unit_id: int,
    name: str,
    first_year: int,
    last_year: int,
    basis: str = "",
    kind: str = PlanKind.TRAINING,
    due_on: date | None = None,
) -> TrainingPlan:
    """A new plan, empty; its needs are counted next."""
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    if last_year < first_year:
        refuse("training.years", "Năm cuối không trước năm đầu.")
    same = TrainingPlan.objects.filter(
        unit=home, kind=kind, first_year=first_year, last_year=last_year
    )
    if same.exists():
        refuse(
            "training.plan_there",
            "Đã có kế hoạch của thời gian này; mở kế hoạch đó, hoặc soạn lần mới từ nó.",
        )
    made = TrainingPlan.objects.create(
        unit=home,
        kind=kind,
        name=tidy(nfc(name)),
        first_year=first_year,
        last_year=last_year,
        due_on=due_on,
        basis=tidy(nfc(basis)),
        created_by_id=actor.account_id,
        created_at=now(),
    )
    record(
        actor,
        "training_plan_drawn_up",
        subject=made,
        unit_path=home.path,
        first_year=first_year,
        last_year=last_year,
    )
    return made


@transaction.atomic
def add_line(actor, *, plan_id: int, topic_id: int, **values: Any) -> PlannedClass:
    plan = lock_draft(actor, plan_id)
    made = PlannedClass.objects.create(plan=plan, topic_id=topic_id, **_clean(values))
    record(actor, "training_line_added", **_of_line(made, plan))
    return made


@transaction.atomic
def change_line(actor, *, line_id: int, **values: Any) -> PlannedClass:
    line = get_line(actor, line_id)
    plan = lock_draft(actor, line.plan_id)
    for name, value in _clean(values).items():
        setattr(line, name, value)
    line.save(update_fields=list(values))
    record(actor, "training_line_changed", **_of_line(line, plan))
    return line


@transaction.atomic
def drop_line(actor, *, line_id: int) -> None:
    """Its needs wait for a class again."""
    line = get_line(actor, line_id)
    plan = lock_draft(actor, line.plan_id)
    line.needs.update(state=NeedState.OPEN, line=None)
    line.is_dropped = True
    line.save(update_fields=["is_dropped"])
    record(actor, "training_line_dropped", **_of_line(line, plan))


@transaction.atomic
def submit_plan(actor, *, plan_id: int) -> TrainingPlan:
    """To the Standing Committee (S1-024)."""
    plan = lock_plan(actor, plan_id)
    require(actor, EDIT, plan.unit.path)
    unplaced = plan.needs.filter(state=NeedState.OPEN).count()
    rules.may_submit(plan.state, plan.lines.standing().count(), unplaced).or_refuse()
    plan.state, plan.note = PlanState.SUBMITTED, ""
    plan.submitted_by_id, plan.submitted_at = actor.account_id, now()
    plan.save()
    record(actor, "training_plan_submitted", **_of_plan(plan))
    return plan


@transaction.atomic
def return_plan(actor, *, plan_id: int, note: str) -> TrainingPlan:
    plan = lock_plan(actor, plan_id)
    require(actor, APPROVE, plan.unit.path)
    rules.may_approve(plan.state, plan.submitted_by_id, actor.account_id).or_refuse()
    if not note.strip():
        refuse("training.note", "Ghi lý do trả lại để người soạn biết phải sửa gì.")
    plan.state, plan.note = PlanState.DRAFT, tidy(nfc(note))
    plan.save()
    record(actor, "training_plan_returned", **_of_plan(plan))
    return plan


@transaction.atomic
def approve_plan(actor, *, plan_id: int, decision: str) -> TrainingPlan:
    """By another person than submitted it; the version before is replaced."""
    plan = lock_plan(actor, plan_id)
    require(actor, APPROVE, plan.unit.path)
    rules.may_approve(plan.state, plan.submitted_by_id, actor.account_id).or_refuse()
    if not decision.strip():
        refuse("training.decision", "Ghi số, ngày văn bản phê duyệt.")
    if plan.previous_id:
        TrainingPlan.objects.filter(pk=plan.previous_id).update(state=PlanState.REPLACED)
        _take_over_classes(plan)
    plan.state, plan.decision = PlanState.APPROVED, tidy(nfc(decision))
    plan.approved_by_id, plan.approved_at = actor.account_id, now()
    plan.save()
    record(actor, "training_plan_approved", **_of_plan(plan), decision=plan.decision)
    return plan


@transaction.atomic
def revise_plan(actor, *, plan_id: int) -> TrainingPlan:
    """The next version, with the lines and needs of the approved one; it holds until replaced."""
    former = lock_plan(actor, plan_id)
    require(actor, EDIT, former.unit.path)
    rules.may_revise(former.state).or_refuse()
    same = TrainingPlan.objects.filter(
        unit=former.unit,
        kind=former.kind,
        first_year=former.first_year,
        last_year=former.last_year,
    )
    if same.filter(state__in=[PlanState.DRAFT, PlanState.SUBMITTED]).exists():
        refuse("training.plan_in_work", "Đã có lần mới đang soạn hoặc đã trình.")
    made = TrainingPlan.objects.create(
        unit=former.unit,
        kind=former.kind,
        due_on=former.due_on,
        name=former.name,
        first_year=former.first_year,
        last_year=former.last_year,
        basis=former.basis,
        version=former.version + 1,
        previous=former,
        drawn_at=former.drawn_at,
        created_by_id=actor.account_id,
        created_at=now(),
    )
    _copy(former, made)
    record(actor, "training_plan_revised", **_of_plan(made))
    return made


def _take_over_classes(plan: TrainingPlan) -> None:
    """What was opened by the version before carries out this one from now on."""
    for line in plan.lines.standing().exclude(previous=None):
        TrainingClass.objects.filter(line=line.previous_id).update(line=line)


def _copy(former: TrainingPlan, made: TrainingPlan) -> None:
    lines = {}
    for line in former.lines.standing().order_by("pk"):
        key = line.pk
        line.pk, line.plan, line.previous_id = None, made, key
        line._state.adding = True
        line.save(force_insert=True)
        lines[key] = line
    needs = list(former.needs.exclude(state=NeedState.GONE).order_by("pk"))
    for need in needs:
        need.pk, need.plan = None, made
        need.line = lines[need.line_id] if need.line_id else None
        need._state.adding = True
    made.needs.bulk_create(needs)


# Needs in the classes of the plan


@transaction.atomic
def place_need(actor, *, need, line_id: int) -> None:
    """In a class of the same plan and subject."""
    plan = lock_draft(actor, need.plan_id)
    line = get_line(actor, line_id)
    if line.plan_id != plan.pk or line.topic_id != need.topic_id:
        refuse("training.line", "Chọn lớp của kế hoạch này và đúng chuyên đề.")
    need.state, need.line, need.left_out = NeedState.PLACED, line, ""
    need.save(update_fields=["state", "line", "left_out"])
    record(actor, "training_need_placed", **_of_need(need, plan))


@transaction.atomic
def leave_out_need(actor, *, need, reason: str) -> None:
    plan = lock_draft(actor, need.plan_id)
    if not reason.strip():
        refuse("training.left_out", "Ghi vì sao chưa cử người này trong kế hoạch.")
    need.state, need.line, need.left_out = NeedState.LEFT_OUT, None, tidy(nfc(reason))
    need.save(update_fields=["state", "line", "left_out"])
    record(actor, "training_need_left_out", **_of_need(need, plan))


def lock_plan(actor, plan_id: int) -> TrainingPlan:
    """Visible, and kept from changing until the transaction ends."""
    rows = TrainingPlan.objects.select_for_update(of=("self",)).select_related("unit")
    found = rows.filter(
        pk=plan_id, pk__in=TrainingPlan.objects.visible_to(actor, SEE).values("pk")
    ).first()
    if found is None:
        raise NotVisible
    return found


def lock_draft(actor, plan_id: int) -> TrainingPlan:
    plan = lock_plan(actor, plan_id)
    require(actor, EDIT, plan.unit.path)
    rules.may_edit_plan(plan.state).or_refuse()
    return plan


def _clean(values: dict[str, Any]) -> dict[str, Any]:
    unknown = set(values) - set(LINE)
    if unknown:
        raise TypeError(f"no such fields: {sorted(unknown)}")
    return {name: tidy(nfc(value)) if name in TEXTS else value for name, value in values.items()}


# What the trail is told


def _of_plan(plan: TrainingPlan) -> dict[str, Any]:
    return {"subject": plan, "unit_path": plan.unit.path, "version": plan.version}


def _of_line(line: PlannedClass, plan: TrainingPlan) -> dict[str, Any]:
    return {
        "subject": line,
        "unit_path": plan.unit.path,
        "plan": plan.pk,
        "topic": line.topic_id,
        "classes": line.classes,
        "seats": line.seats,
    }


def _of_need(need: Need, plan: TrainingPlan) -> dict[str, Any]:
    return {
        "subject": need,
        "unit_path": plan.unit.path,
        "plan": plan.pk,
        "person": need.person_id,
        "topic": need.topic_id,
    }
