"""How a service gets hold of a task: visible or not there, locked, and for which unit the actor
speaks.
"""

from thenchot.kernel.decision import Decision, Reason, Refused
from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible, missing
from thenchot.programmes.enums import Part
from thenchot.programmes.models import Task


def get_task(actor, task_id) -> Task:
    """The task, locked until the transaction ends; NotVisible outside the actor's scope."""
    visible = Task.objects.visible_to(actor).filter(pk=task_id).exists()
    task = Task.objects.select_for_update().filter(pk=task_id).first() if visible else None
    if task is None:
        raise NotVisible(f"task {task_id}")
    return task


def acting_unit(actor, permission: str, task: Task, *parts: Part) -> Unit:
    """The unit with one of the parts for which the actor may do this; Refused with the reason
    otherwise.
    """
    assigned = (
        task.assignments.filter(part__in=parts).select_related("unit").order_by("part", "position")
    )
    for assignment in sorted(assigned, key=lambda a: parts.index(a.part)):
        if actor.may(permission, assignment.unit.path):
            return assignment.unit
    names = sorted({a.unit.name for a in assigned})
    where = (
        f" Đơn vị có phần việc: {', '.join(names)}."
        if names
        else " Chưa có đơn vị nào được giao phần việc này."
    )
    reason = missing(permission)
    raise Refused(Decision.no(Reason(reason.rule, reason.message + where)))
