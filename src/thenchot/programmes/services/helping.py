"""Difficulties and dependencies: what stands in the way, and who must clear it."""

from django.db import transaction
from django.db.models import Q

from thenchot.kernel.calendar import add_working_days
from thenchot.kernel.decision import refuse
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.policy.parameters import ProgrammePolicy, WorkingCalendarPolicy
from thenchot.programmes import access
from thenchot.programmes.enums import Part, TaskState
from thenchot.programmes.models import Assignment, Dependency, Difficulty
from thenchot.programmes.services.desks import refresh_desk
from thenchot.programmes.services.loading import acting_unit, get_task


@transaction.atomic
def raise_difficulty(actor, *, task_id, text, desk_id, proposal=""):
    """A unit with a part says what stands in the way and which desk must answer; the clock runs in
    working days.
    """
    task = get_task(actor, task_id)
    unit = acting_unit(actor, access.RAISE_DIFFICULTY, task, Part.LEAD, Part.COORDINATE)
    desk = answering_units(task).filter(pk=desk_id).first()
    if not text.strip() or desk is None or task.state in (TaskState.DONE, TaskState.CANCELLED):
        refuse("difficulty", "Cần ghi vướng mắc, chọn nơi phải trả lời, và nhiệm vụ chưa kết thúc.")
    difficulty = Difficulty.objects.create(
        task=task,
        unit=unit,
        raised_by_id=actor.account_id,
        raised_on=today(),
        text=text.strip(),
        proposal=proposal.strip(),
        desk=desk,
        due_on=_answer_by(task),
    )
    Assignment.everything.update_or_create(
        task=task, unit=desk, part=Part.ANSWER, defaults={"ended_on": None}
    )
    record(
        actor,
        "difficulty_raised",
        subject=task,
        unit_path=unit.path,
        desk=desk.name,
        due_on=difficulty.due_on,
    )
    refresh_desk(task)
    return difficulty


def answering_units(task):
    """Who can be asked: any body of the commune, and the bodies of the levels above it (S3-087)."""
    above = [int(part) for part in task.home.path.strip("/").split("/")][:-1]
    return Unit.objects.filter(
        Q(path__startswith=task.home.path) | Q(parent__in=above), valid_to=None
    ).exclude(Q(kind="commune") & ~Q(pk=task.home_id))


@transaction.atomic
def answer_difficulty(actor, *, difficulty_id, answer):
    """Only the named desk answers."""
    difficulty = Difficulty.objects.select_related("desk").filter(pk=difficulty_id).first()
    task = get_task(actor, difficulty.task_id if difficulty else 0)
    require(actor, access.ANSWER_DIFFICULTY, difficulty.desk.path)
    if difficulty.state != "open" or not answer.strip():
        refuse("answer", "Vướng mắc đã được trả lời, hoặc câu trả lời đang để trống.")
    difficulty.state, difficulty.answer = "answered", answer.strip()
    difficulty.answered_by_id, difficulty.answered_on = actor.account_id, today()
    difficulty.save()
    record(actor, "difficulty_answered", subject=task, unit_path=difficulty.desk.path)
    refresh_desk(task)
    return difficulty


@transaction.atomic
def need_task(actor, *, task_id, needs_id, note=""):
    """`task` waits for another one. A circle is refused."""
    task, needed = get_task(actor, task_id), get_task(actor, needs_id)
    require(actor, access.AMEND, task.home.path)
    if task.pk == needed.pk or task.pk in _all_needs(needed.pk):
        refuse("circle", "Hai nhiệm vụ không thể chờ lẫn nhau.")
    dependency, _ = Dependency.objects.update_or_create(
        task=task, needs=needed, defaults={"is_over": False, "note": note.strip()}
    )
    record(actor, "dependency_added", subject=task, unit_path=task.home.path, needs=needed.pk)
    refresh_desk(task)
    return dependency


@transaction.atomic
def release_need(actor, *, dependency_id, note):
    dependency = Dependency.objects.filter(pk=dependency_id, is_over=False).first()
    task = get_task(actor, dependency.task_id if dependency else 0)
    require(actor, access.AMEND, task.home.path)
    if not note.strip():
        refuse("note", "Cần nêu lý do gỡ ràng buộc.")
    dependency.is_over, dependency.note = True, note.strip()
    dependency.save()
    record(
        actor,
        "dependency_released",
        subject=task,
        unit_path=task.home.path,
        needs=dependency.needs_id,
        note=note,
    )
    refresh_desk(task)
    return dependency


def _answer_by(task):
    days = policies.in_force(
        ProgrammePolicy, path=task.home.path, on=today()
    ).difficulty_answer_working_days
    calendar = policies.in_force(WorkingCalendarPolicy, path=task.home.path, on=today())
    return add_working_days(today(), days, calendar.calendar())


def _all_needs(task_id):
    """Everything the task needs, directly or not: one query a level."""
    seen, level = set(), {task_id}
    while level:
        level = (
            set(
                Dependency.objects.filter(task__in=level, is_over=False).values_list(
                    "needs_id", flat=True
                )
            )
            - seen
        )
        seen |= level
    return seen
