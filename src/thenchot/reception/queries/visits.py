"""Turns and promises: lists, one, the one behind a code."""

from datetime import date

from django.db.models import F, Prefetch, Q

from thenchot.platform.admission.codes import digest
from thenchot.platform.scope.actor import NotVisible
from thenchot.programmes.enums import TaskState
from thenchot.reception.access import SEE, SEE_PROMISES
from thenchot.reception.enums import DirectionState
from thenchot.reception.models import Direction, Visit

PROMISES = Prefetch(
    "directions", Direction.objects.select_related("lead", "task").order_by("due_on", "pk")
)
TASK_DONE = Q(task__state=TaskState.DONE) & (
    Q(reopened_on__isnull=True) | Q(task__done_on__gt=F("reopened_on"))
)
UNKEPT = Q(state__in=[DirectionState.OPEN, DirectionState.REOPENED])


def list_visits(actor, permission=SEE):
    """Of the book first, the latest first; then who has not come yet."""
    rows = Visit.objects.visible_to(actor, permission)
    rows = rows.select_related("unit", "slot__leader", "before").prefetch_related(PROMISES)
    return rows.order_by(
        F("received_on").desc(nulls_first=True), F("number").desc(nulls_last=True), "-pk"
    )


def get_visit(actor, pk: int) -> Visit:
    found = list_visits(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def by_slip(code: str) -> Visit | None:
    """Whose code this is; for anybody who holds it."""
    if not code.strip():
        return None
    rows = Visit.objects.select_related("unit", "slot__leader", "slot__moved_to")
    return rows.prefetch_related(PROMISES).filter(slip=digest(code)).first()


def list_directions(actor, permission=SEE_PROMISES):
    rows = Direction.objects.visible_to(actor, permission)
    return rows.select_related(
        "unit", "lead", "slot__leader", "visit", "dialogue", "task"
    ).order_by("due_on", "pk")


def get_direction(actor, pk: int) -> Direction:
    found = list_directions(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def overdue_directions(on: date):
    """Promised and neither kept nor, as a task, done."""
    return Direction.objects.filter(UNKEPT, due_on__lt=on).exclude(TASK_DONE)


def is_kept(direction: Direction) -> bool:
    """What the office, or the task it became, says."""
    if direction.state in (DirectionState.DONE, DirectionState.SETTLED):
        return True
    task, again = direction.task, direction.reopened_on
    if task is None or task.state != TaskState.DONE:
        return False
    return again is None or task.done_on > again
