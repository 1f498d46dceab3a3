"""The officer changes a given task: text, parts, approver, cancellation, traces. Every old value
stays readable.
"""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import fold
from thenchot.organisation.models import Unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.programmes import access
from thenchot.programmes.enums import Part, TaskState
from thenchot.programmes.models import Amendment, Assignment, Clause, Programme, TaskInProgramme
from thenchot.programmes.services.desks import refresh_desk
from thenchot.programmes.services.loading import get_task


@transaction.atomic
def amend_text(actor, *, task_id, text, reason):
    task = _amendable(actor, task_id, reason)
    _note(actor, task, "text", task.text, text, reason)
    task.text, task.folded = text.strip(), fold(text)
    task.save(update_fields=["text", "folded"])
    return task


@transaction.atomic
def assign_units(actor, *, task_id, part, unit_ids, reason):
    """Replace the units of one part. A lead is never left empty; those who stay keep their
    acceptance.
    """
    task = _amendable(actor, task_id, reason)
    part = Part(part)
    units = list(Unit.objects.under([task.home.path]).filter(pk__in=unit_ids, valid_to=None))
    if part == Part.LEAD and not units:
        refuse("lead", "Nhiệm vụ phải có ít nhất một đơn vị chủ trì.")
    before = list(task.assignments.filter(part=part).select_related("unit"))
    _note(
        actor,
        task,
        part,
        "; ".join(a.unit.name for a in before),
        "; ".join(u.name for u in units),
        reason,
    )
    task.assignments.filter(part=part).exclude(unit__in=units).update(ended_on=today())
    for position, unit in enumerate(units):
        Assignment.everything.update_or_create(
            task=task, unit=unit, part=part, defaults={"position": position, "ended_on": None}
        )
    _follow_leads(task)
    refresh_desk(task)
    return task


@transaction.atomic
def cancel_task(actor, *, task_id, reason):
    task = _amendable(actor, task_id, reason)
    _note(actor, task, "state", task.state, TaskState.CANCELLED, reason)
    task.state = TaskState.CANCELLED
    task.save(update_fields=["state"])
    refresh_desk(task)
    return task


@transaction.atomic
def serve_programme(actor, *, task_id, programme_id, ref):
    """The same task also answers another programme: no copy, one more place."""
    task = get_task(actor, task_id)
    programme = Programme.objects.visible_to(actor).filter(pk=programme_id).first()
    if programme is None or not ref.strip():
        refuse(
            "programme",
            "Hãy chọn một chương trình và ghi số thứ tự của nhiệm vụ trong chương trình đó.",
        )
    require(actor, access.AMEND, task.home.path)
    require(actor, access.AMEND, programme.home.path)
    place, _ = TaskInProgramme.objects.update_or_create(
        task=task, programme=programme, defaults={"ref": ref.strip()}
    )
    record(
        actor,
        "task_serves_programme",
        subject=task,
        unit_path=task.home.path,
        programme=programme.pk,
    )
    return place


@transaction.atomic
def trace_to_clause(actor, *, task_id, clause_id):
    """The superior's clause this task carries out."""
    task = get_task(actor, task_id)
    require(actor, access.AMEND, task.home.path)
    superior = task.programme.superior_id
    clause = Clause.objects.filter(pk=clause_id, programme_id=superior).first()
    if clause is None:
        refuse("clause", "Điều, khoản này không thuộc văn bản cấp trên của chương trình.")
    task.superior_clause = clause
    task.save(update_fields=["superior_clause"])
    record(actor, "task_traced", subject=task, unit_path=task.home.path, clause=clause.ref)
    return task


def _amendable(actor, task_id, reason):
    task = get_task(actor, task_id)
    require(actor, access.AMEND, task.home.path)
    if task.state in (TaskState.DONE, TaskState.CANCELLED):
        refuse("closed", "Nhiệm vụ đã kết thúc, không sửa được nữa.")
    if not reason.strip():
        refuse("reason", "Mọi điều chỉnh cần nêu lý do.")
    return task


def _note(actor, task, field, old, new, reason):
    Amendment.objects.create(
        task=task, field=field, old=old, new=new, reason=reason.strip(), made_by_id=actor.account_id
    )
    record(
        actor,
        "task_amended",
        subject=task,
        unit_path=task.home.path,
        field=str(field),
        reason=reason,
    )


def _follow_leads(task):
    """Accepted as long as one lead has accepted; otherwise it waits for acceptance again."""
    if task.state not in (TaskState.ASSIGNED, TaskState.IN_PROGRESS):
        return
    accepted = task.assignments.filter(part=Part.LEAD).exclude(accepted_on=None).exists()
    task.state = TaskState.IN_PROGRESS if accepted else TaskState.ASSIGNED
    task.save(update_fields=["state"])
