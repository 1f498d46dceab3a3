"""The approving body passes a finished task or returns it."""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.programmes import access
from thenchot.programmes.enums import Part, TaskState
from thenchot.programmes.services.desks import refresh_desk
from thenchot.programmes.services.loading import get_task
from thenchot.programmes.services.progressing import mark_done


@transaction.atomic
def approve_task(actor, *, task_id, note=""):
    """Passed: the task is done on the day its lead finished it."""
    task, approval = _pending(actor, task_id)
    _decide(actor, approval, "approved", note)
    record(actor, "task_approved", subject=task, unit_path=approval.unit.path)
    mark_done(actor, task, approval.unit)
    refresh_desk(task)
    return task


@transaction.atomic
def return_task(actor, *, task_id, note):
    """Returned with a reason: the task is in progress again and the date goes on counting."""
    task, approval = _pending(actor, task_id)
    if not note.strip():
        refuse("note", "Cần nêu lý do trả lại.")
    _decide(actor, approval, "returned", note)
    task.state, task.done_on, task.percent = TaskState.IN_PROGRESS, None, _last_reported(task)
    task.save(update_fields=["state", "done_on", "percent"])
    record(actor, "task_returned", subject=task, unit_path=approval.unit.path, note=note)
    refresh_desk(task)
    return task


def _last_reported(task) -> int:
    """What the lead had last reported before it said finished; 0 when it never gave a figure."""
    leads = task.assignments.filter(part=Part.LEAD).values("unit_id")
    reports = task.progress.filter(kind="report", unit__in=leads, percent__isnull=False)
    return reports.values_list("percent", flat=True).first() or 0


def _pending(actor, task_id):
    task = get_task(actor, task_id)
    approval = task.approvals.filter(state="asked").select_related("unit").first()
    if approval is None:
        refuse("no_request", "Nhiệm vụ này không chờ thông qua.")
    require(actor, access.APPROVE, approval.unit.path)
    finisher = task.progress.filter(kind="finish").first()
    if finisher and finisher.author_id == actor.account_id:
        refuse("own_work", "Người báo hoàn thành không tự thông qua kết quả của mình.")
    return task, approval


def _decide(actor, approval, state, note):
    approval.state, approval.note = state, note.strip()
    approval.decided_by_id, approval.decided_on = actor.account_id, today()
    approval.save()
