"""Tasks of programmes come into the sheets of whoever is responsible for them, by themselves and as
often as you like: what is there already is only brought up to date (S0-080: the work is counted
where it was done, nobody types it again).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from thenchot.platform.audit.trail import record_many
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.programmes.enums import TaskState, Timing
from thenchot.programmes.models import Instance, Task
from thenchot.worklog.enums import AssessmentState
from thenchot.worklog.models import Assessment, Work
from thenchot.worklog.services.entering import ONE, bring_up, converted, enter

TASK, INSTANCE = "programmes.task", "programmes.instance"
UNTOUCHED = Q(done=0, added=0, returned=0, confirmed_at__isnull=True, dropped_at__isnull=True)


@dataclass(frozen=True)
class TaskWork:
    """A task, or one period of a recurring one, as a piece of work of one person."""

    source: str
    source_id: str
    person_id: int
    home_id: int
    name: str
    output: str
    due_on: date
    done_on: date | None

    def belongs_to(self, assessment: Assessment) -> bool:
        """To the period in which it was due, and to that in which it was done late."""
        return any(
            day is not None and assessment.starts_on <= day <= assessment.ends_on
            for day in (self.due_on, self.done_on)
        )

    def done_in(self, assessment: Assessment) -> Decimal:
        return (
            ONE if self.done_on is not None and self.done_on <= assessment.ends_on else Decimal(0)
        )


@transaction.atomic
def gather(assessments: Iterable[Assessment]) -> int:
    """New and changed work items. A constant number of queries, however many sheets."""
    held = {assessment.pk: assessment for assessment in assessments if not assessment.is_closed}
    if not held:
        return 0
    found = _found(held.values())
    known = {
        (work.assessment_id, work.source, work.source_id): work
        for work in Work.objects.filter(assessment__in=held, source__in=(TASK, INSTANCE))
    }
    wanted = [
        (assessment, one)
        for assessment in held.values()
        for one in found.get(assessment.person_id, ())
        if one.belongs_to(assessment)
    ]
    new = [
        _new(assessment, one)
        for assessment, one in wanted
        if (assessment.pk, one.source, one.source_id) not in known
    ]
    enter(new)
    changed = [
        work
        for assessment, one in wanted
        if (work := known.get((assessment.pk, one.source, one.source_id)))
        and _bring_up(work, assessment, one)
    ]
    bring_up(changed, ["name", "due_on", "done_on", "done", "exceeds", "dropped_at"])
    left = _leave([one for _, one in wanted])
    _record(held, new, changed, left)
    return len(new) + len(changed) + len(left)


def _leave(found: list[TaskWork]) -> list[Work]:
    """What is somebody else's now and nothing was done of goes from the former person's open
    sheets: a task counts once. Begun, given back, confirmed or overdue it stays there (Đ18.1.d),
    for whoever scores to look at. Two queries.
    """
    left, in_time = [], Q(due_on__isnull=True) | Q(due_on__gte=today())
    for source in (TASK, INSTANCE):
        owners = {one.source_id: one.person_id for one in found if one.source == source}
        rows = (
            Work.objects.filter(UNTOUCHED, in_time, source=source, source_id__in=owners)
            .exclude(assessment__state=AssessmentState.CLOSED)
            .select_related("assessment")
        )
        left += [work for work in rows if work.assessment.person_id != owners[work.source_id]]
    Work.objects.filter(pk__in=[work.pk for work in left]).update(dropped_at=now())
    return left


def gather_open(person_ids: Iterable[int] | None = None) -> int:
    """For the open sheets of these people, or of everybody."""
    assessments = Assessment.objects.filter(dropped_at__isnull=True).exclude(
        state=AssessmentState.CLOSED
    )
    return gather(
        assessments if person_ids is None else assessments.filter(person__in=list(person_ids))
    )


def _found(assessments: Iterable[Assessment]) -> dict[int, list[TaskWork]]:
    assessments = list(assessments)
    people, start, end = (
        {s.person_id for s in assessments},
        min(s.starts_on for s in assessments),
        max(s.ends_on for s in assessments),
    )
    inside = Q(due_on__range=(start, end)) | Q(done_on__range=(start, end))
    tasks = Task.objects.filter(
        inside, responsible__in=people, timing=Timing.DATED, due_on__isnull=False
    ).exclude(state=TaskState.CANCELLED)
    instances = (
        Instance.objects.filter(inside, task__responsible__in=people)
        .exclude(task__state=TaskState.CANCELLED)
        .select_related("task")
    )
    found: dict[int, list[TaskWork]] = {}
    for task in tasks:
        done_on = task.done_on if task.state == TaskState.DONE else None
        found.setdefault(task.responsible_id, []).append(
            TaskWork(
                TASK,
                str(task.pk),
                task.responsible_id,
                task.home_id,
                f"{task.ref} {task.text}"[:600],
                task.product[:400],
                task.due_on,
                done_on,
            )
        )
    for one in instances:
        task = one.task
        name = f"{task.ref} {task.text}"[:550] + f" ({one.label})"
        found.setdefault(task.responsible_id, []).append(
            TaskWork(
                INSTANCE,
                str(one.pk),
                task.responsible_id,
                task.home_id,
                name,
                task.product[:400],
                one.due_on,
                one.done_on,
            )
        )
    return found


def _new(assessment: Assessment, one: TaskWork) -> Work:
    done = one.done_in(assessment)
    return Work(
        assessment=assessment,
        source=one.source,
        source_id=one.source_id,
        name=one.name,
        output=one.output,
        assigned=ONE,
        done=done,
        due_on=one.due_on,
        done_on=one.done_on if done else None,
        **converted(assessment, None),
    )


def _bring_up(work: Work, assessment: Assessment, one: TaskWork) -> bool:
    """Whether anything changed. What was given back stays so; what had gone to somebody else and
    came back counts again.
    """
    done = min(one.done_in(assessment), work.assigned - work.returned)
    told = {
        "name": one.name,
        "due_on": one.due_on,
        "done": done,
        "done_on": one.done_on if done else None,
        "dropped_at": None,
    }
    if all(getattr(work, name) == value for name, value in told.items()):
        return False
    for name, value in told.items():
        setattr(work, name, value)
    work.exceeds = min(work.exceeds, work.finished)
    return True


def _record(assessments: dict[int, Assessment], *moves: list[Work]) -> None:
    """`moves`: what is new, changed, left."""
    counts: dict[int, list[int]] = {}
    for at, works in enumerate(moves):
        for work in works:
            counts.setdefault(work.assessment_id, [0] * len(moves))[at] += 1
    paths = dict(Assessment.objects.filter(pk__in=counts).values_list("pk", "unit__path"))
    record_many(
        SYSTEM,
        "work_gathered",
        Assessment,
        (
            (pk, paths[pk], {"new": n, "changed": c} | ({"left": gone} if gone else {}))
            for pk, (n, c, gone) in sorted(counts.items())
        ),
    )
