"""Recurring tasks: one instance a period, opened ahead, each late or not on its own."""

from datetime import timedelta

from django.db import transaction

from thenchot.kernel.periods import KINDS, instances, period_of
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import SYSTEM
from thenchot.programmes.enums import TaskState, Timing
from thenchot.programmes.models import Instance, Task

AHEAD = timedelta(
    days=100
)  # how far ahead periods are opened, so that a reminder has something to point at
A_YEAR = timedelta(days=731)


def open_instances(task: Task, *, on) -> int:
    """Open every period due from the day the task was given until a little ahead. Running twice
    opens nothing new.
    """
    if task.timing != Timing.RECURRING or not (task.recurrence or {}).get("every"):
        return 0
    if task.state in (TaskState.DONE, TaskState.CANCELLED):
        return 0
    due_days = instances(task.recurrence, task.given_on, on + AHEAD)
    due_days = due_days or instances(task.recurrence, on, on + A_YEAR)[:1]
    known = set(task.instances.values_list("original_due_on", flat=True))
    made = Instance.objects.bulk_create(
        Instance(
            task=task,
            label=label_of(task.recurrence["every"], due),
            starts_on=_start(task, due),
            due_on=due,
            original_due_on=due,
        )
        for due in due_days
        if due not in known
    )
    follow_next_period(task)
    if made:
        record(SYSTEM, "periods_opened", subject=task, unit_path=task.home.path, periods=len(made))
    return len(made)


def follow_next_period(task: Task) -> None:
    """The dates of a recurring task are those of its earliest open period."""
    period = task.instances.filter(done_on=None).order_by("due_on").first()
    task.due_on = period.due_on if period else None
    task.original_due_on = period.original_due_on if period else None
    task.save(update_fields=["due_on", "original_due_on"])


def open_all(on) -> int:
    """Once a day for every recurring task in force; how many periods were opened."""
    opened = 0
    going = Task.objects.filter(timing=Timing.RECURRING).exclude(
        state__in=[TaskState.DONE, TaskState.CANCELLED]
    )
    for task in going.iterator(chunk_size=500):
        with transaction.atomic():
            opened += open_instances(task, on=on)
    return opened


def label_of(every: str, due) -> str:
    return (
        period_of(every, due).label_vi()
        if every in KINDS
        else f"tuần {due.isocalendar().week}/{due.year}"
    )


def _start(task, due):
    every = task.recurrence["every"]
    start = period_of(every, due).start if every in KINDS else due - timedelta(days=6)
    return max(start, min(task.given_on, due))
