"""What happens in programmes, told at once: work given out, results sent in, approved or returned,
extensions, difficulties.
"""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_noop as noop

from thenchot.platform.alerts.findings import about, roles
from thenchot.platform.alerts.news import news
from thenchot.platform.scope.roles import Role
from thenchot.programmes.enums import Part
from thenchot.programmes.models import Assignment, Difficulty, Programme, Task

WORDS = 160


@news("programme_confirmed")
def given_out(facts):
    """Every lead unit once, with how many tasks it was given."""
    programmes = Programme.objects.filter(pk__in=list(facts)).select_related("directive")
    for programme in programmes:
        given = (
            Assignment.objects.filter(task__programme=programme, part=Part.LEAD)
            .order_by("unit__path")
            .values("unit", "unit__path")
            .annotate(n=Count("task", distinct=True))
        )
        for row in given:
            yield about(
                programme,
                f"{programme.directive}: đơn vị được giao {row['n']} nhiệm vụ",
                path=row["unit__path"],
                url=f"{reverse('task_list')}?unit={row['unit']}&part=lead",
                tells=roles(row["unit__path"], Role.HEAD),
                next_step=noop("Xem và nhận việc"),
                detail=row["unit__path"],
            )


def _tasks(facts):
    return {str(task.pk): task for task in Task.objects.filter(pk__in=list(facts))}


def _about(task: Task, words: str, unit, *names: Role, next_step: str = ""):
    return about(
        task,
        f"{words}: {task.ref} {task.text}"[:WORDS],
        path=unit.path,
        url=reverse("task_detail", args=[task.pk]),
        tells=roles(unit.path, *names),
        next_step=next_step,
        detail=unit.path,
    )


def _leads(task: Task):
    rows = Assignment.objects.filter(task=task, part=Part.LEAD).select_related("unit")
    return [row.unit for row in rows if row.unit]


@news("task_submitted")
def submitted(facts):
    for task in _tasks(facts).values():
        approval = task.approvals.filter(state="asked").select_related("unit").first()
        if approval:
            words = noop("Xem kết quả, phê duyệt hoặc trả lại")
            yield _about(task, "Chờ phê duyệt", approval.unit, Role.LEADER, next_step=words)


def _to_leads(facts, words: str, next_step: str = ""):
    for task in _tasks(facts).values():
        for unit in _leads(task):
            yield _about(task, words, unit, Role.HEAD, next_step=next_step)


@news("task_approved", ends=("task_submitted", "task_returned"))
def approved(facts):
    return _to_leads(facts, "Kết quả được phê duyệt")


@news("task_returned", ends=("task_submitted",))
def returned(facts):
    return _to_leads(facts, "Kết quả bị trả lại", noop("Xem lý do, làm tiếp"))


@news("extension_asked")
def extension_asked(facts):
    for task in _tasks(facts).values():
        programme = task.programme
        unit = programme.delegate_unit or programme.issuing_unit
        if unit:
            words = noop("Quyết định gia hạn")
            yield _about(task, "Xin gia hạn", unit, Role.LEADER, next_step=words)


@news("extension_granted", ends=("extension_asked",))
def extension_granted(facts):
    return _to_leads(facts, "Được gia hạn")


@news("extension_refused", ends=("extension_asked",))
def extension_refused(facts):
    return _to_leads(facts, "Không được gia hạn", noop("Xem lý do"))


@news("difficulty_raised")
def difficulty_raised(facts):
    for one in _difficulties(facts, state="open"):
        words = noop("Trả lời vướng mắc")
        yield _about(one.task, "Có vướng mắc", one.desk, Role.HEAD, Role.LEADER, next_step=words)


@news("difficulty_answered", ends=("difficulty_raised",))
def difficulty_answered(facts):
    for one in _difficulties(facts, state="answered"):
        words = noop("Làm tiếp")
        yield _about(one.task, "Vướng mắc đã được trả lời", one.unit, Role.HEAD, next_step=words)


def _difficulties(facts, state: str):
    """The latest one of each task that is in this state."""
    rows = Difficulty.objects.filter(task__in=list(facts), state=state)
    latest = {
        one.task_id: one for one in rows.select_related("task", "desk", "unit").order_by("pk")
    }
    return latest.values()
