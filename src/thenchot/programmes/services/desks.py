"""Keeps `Task.desk_*` and the history of desks true after every change."""

from datetime import date

from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import ProgrammePolicy
from thenchot.programmes.enums import Part, TaskState, Timing
from thenchot.programmes.models import DeskStay, Task
from thenchot.programmes.rules import clarity, desk


def refresh_desk(task: Task, *, on=None, ripple=True) -> None:
    """Recompute whose turn it is; a change of unit closes one stay and opens another. Waiting tasks
    follow.
    """
    on = max(on or today(), task.desk_since or date.min)
    unit, reason = desk.lies_at(lying(task, on))
    if (unit, reason or "") != (task.desk_unit_id, task.desk_reason):
        _move(task, unit, reason, on)
    if ripple:
        for waiting in Task.objects.filter(needs__needs=task, needs__is_over=False).exclude(
            pk=task.pk
        ):
            refresh_desk(waiting, on=on, ripple=False)


def clear_facts(task: Task) -> clarity.Clear:
    return clarity.Clear(
        has_person=task.responsible_id is not None,
        text=task.text,
        timing=Timing(task.timing),
        has_date=task.due_on is not None,
        responsibility=task.responsibility,
        product=task.product,
        authority=task.authority,
    )


def missing_clarities(task: Task, on=None):
    policy = policies.in_force(ProgrammePolicy, path=task.home.path, on=on or today())
    return clarity.missing(clear_facts(task), policy.clarities)


def waits_for_document(task: Task) -> bool:
    return (task.timing == Timing.OPEN and task.due_on is None) or bool(
        task.after and not task.after_met
    )


def lying(task: Task, on) -> desk.Lying:
    leads = [a for a in task.assignments.all() if a.part == Part.LEAD]
    approval = task.approvals.filter(state="asked").first()
    difficulty = task.difficulties.filter(state="open").order_by("due_on").first()
    need = (
        task.needs.filter(is_over=False)
        .exclude(needs__state__in=[TaskState.DONE, TaskState.CANCELLED])
        .select_related("needs")
    )
    blocker = next((d.needs for d in need), None)
    return desk.Lying(
        state=TaskState(task.state),
        timing=Timing(task.timing),
        has_date=task.due_on is not None,
        leads=[a.unit_id for a in leads],
        unaccepted_leads=[a.unit_id for a in leads if a.accepted_on is None],
        missing=missing_clarities(task, on),
        approver=approval.unit_id if approval else None,
        answerer=difficulty.desk_id if difficulty else None,
        monitor=task.programme.monitor_unit_id or task.programme.issuing_unit_id or task.home_id,
        blocker=blocker and (blocker.desk_unit_id or blocker.home_id),
        lacks_product=task.percent == 100 and task.timing not in (Timing.ONGOING, Timing.RECURRING),
        waits_for_document=waits_for_document(task),
    )


def _move(task, unit, reason, on):
    if unit != task.desk_unit_id:
        task.stays.filter(until=None).update(until=on)
        if unit:
            DeskStay.objects.create(task=task, unit_id=unit, reason=reason, since=on)
        task.desk_since = on if unit else None
    elif unit:
        task.stays.filter(until=None).update(reason=reason)
    task.desk_unit_id, task.desk_reason = unit, reason or ""
    task.save(update_fields=["desk_unit", "desk_reason", "desk_since"])
