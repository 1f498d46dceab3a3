"""Progress, comments, and finishing."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from thenchot.kernel.decision import refuse
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.files.services import store
from thenchot.policy.parameters import ProgrammePolicy
from thenchot.programmes import access
from thenchot.programmes.enums import Part, TaskState, Timing
from thenchot.programmes.models import Approval, Progress, Task
from thenchot.programmes.rules import closing
from thenchot.programmes.services.desks import missing_clarities, refresh_desk, waits_for_document
from thenchot.programmes.services.loading import acting_unit, get_task
from thenchot.programmes.services.recurring import follow_next_period

WORKING = (TaskState.IN_PROGRESS,)


@transaction.atomic
def report_progress(
    actor,
    *,
    task_id,
    note,
    percent=None,
    said_on=None,
    product_number="",
    files=(),
    instance_id=None,
):
    """What was done until a day, with evidence. `said_on` (day of the fact) is never in the
    future.
    """
    task = get_task(actor, task_id)
    unit = acting_unit(actor, access.REPORT, task, Part.LEAD, Part.COORDINATE)
    if task.state not in WORKING:
        refuse("state", "Chỉ báo cáo tiến độ khi nhiệm vụ đang thực hiện.")
    if not note.strip():
        refuse("note", "Cần ghi việc đã làm.")
    entry = _entry(
        actor, task, unit, "report", note, said_on, percent, product_number, files, instance_id
    )
    task.heard_on = max(filter(None, (task.heard_on, entry.said_on)))
    if percent is not None and _is_lead(task, unit):
        task.percent = percent
    task.save(update_fields=["heard_on", "percent"])
    record(
        actor,
        "progress_reported",
        subject=task,
        unit_path=unit.path,
        percent=percent,
        said_on=entry.said_on,
    )
    refresh_desk(task)
    return entry


@transaction.atomic
def comment(actor, *, task_id, note):
    """Anybody with a part in the task, and who follows it, may say something."""
    task = get_task(actor, task_id)
    unit = _speaking_unit(actor, task)
    if not note.strip():
        refuse("note", "Ý kiến đang để trống.")
    entry = _entry(actor, task, unit, "comment", note, None, None, "", (), None)
    record(actor, "task_commented", subject=task, unit_path=unit.path)
    return entry


@transaction.atomic
def finish_task(actor, *, task_id, done_on, note, product_number="", files=()):
    """Report the task finished; with an approving body it is submitted to it, otherwise it is
    done.
    """
    task = get_task(actor, task_id)
    unit = acting_unit(actor, access.ACCEPT, task, Part.LEAD)
    done_on = done_on or today()
    closing.may_finish(_finish_facts(task, done_on, product_number, files), on=today()).or_refuse()
    _entry(actor, task, unit, "finish", note, done_on, 100, product_number, files, None)
    task.percent, task.done_on, task.heard_on = 100, done_on, done_on
    approver = task.assignments.filter(part=Part.APPROVE).select_related("unit").first()
    if approver or task.approval_body:
        _submit(actor, task, approver, unit)
    else:
        mark_done(actor, task, unit)
    refresh_desk(task)
    return task


@transaction.atomic
def finish_instance(actor, *, task_id, instance_id, done_on, note, product_number="", files=()):
    """One period of a recurring task is done."""
    task = get_task(actor, task_id)
    unit = acting_unit(actor, access.REPORT, task, Part.LEAD)
    instance = task.instances.filter(pk=instance_id, done_on=None).first()
    if instance is None or task.state not in WORKING:
        refuse("instance", "Kỳ này không còn chờ báo hoàn thành, hoặc nhiệm vụ chưa được nhận.")
    entry = _entry(
        actor, task, unit, "finish", note, done_on, None, product_number, files, instance.pk
    )
    if not (product_number.strip() or files) and _product_required(task):
        refuse("product", "Chưa có sản phẩm: hãy đính kèm tệp hoặc ghi số văn bản là sản phẩm.")
    instance.done_on, instance.entered_at = entry.said_on, timezone.now()
    instance.save(update_fields=["done_on", "entered_at"])
    follow_next_period(task)
    task.heard_on = max(filter(None, (task.heard_on, entry.said_on)))
    task.save(update_fields=["heard_on"])
    record(
        actor,
        "instance_done",
        subject=task,
        unit_path=unit.path,
        period=instance.label,
        done_on=entry.said_on,
    )
    refresh_desk(task)
    return instance


def mark_done(actor, task: Task, unit) -> None:
    """Shared by finishing and approving: the day of the fact stays, the moment of entry is now."""
    task.state, task.done_entered_at = TaskState.DONE, timezone.now()
    task.save(update_fields=["state", "done_entered_at", "done_on", "percent", "heard_on"])
    record(actor, "task_done", subject=task, unit_path=unit.path, done_on=task.done_on)


def _submit(actor, task, approver, unit):
    if approver is None:
        refuse(
            "approver",
            (
                f"Nhiệm vụ cần “{task.approval_body}” thông qua: hãy đề nghị cán bộ theo dõi gắn "
                f"cơ "
                f"quan này."
            ),
        )
    Approval.objects.create(task=task, unit=approver.unit, asked_on=today())
    task.state = TaskState.SUBMITTED
    task.save(update_fields=["state", "done_on", "percent", "heard_on"])
    record(actor, "task_submitted", subject=task, unit_path=unit.path, approver=approver.unit.name)


def _finish_facts(task, done_on, product_number, files):
    return closing.Finish(
        state=TaskState(task.state),
        timing=Timing(task.timing),
        done_on=done_on,
        given_on=task.given_on,
        has_product=bool(product_number.strip() or files) or _has_earlier_product(task),
        product_required=_product_required(task),
        missing=missing_clarities(task),
        unfinished_needs=_unfinished_needs(task),
        open_difficulties=task.difficulties.filter(state="open").count(),
        waits_for_document=waits_for_document(task),
    )


def _has_earlier_product(task):
    return task.progress.filter(~Q(product_number="") | Q(evidence__isnull=False)).exists()


def _unfinished_needs(task):
    open_needs = task.needs.filter(is_over=False).exclude(
        needs__state__in=[TaskState.DONE, TaskState.CANCELLED]
    )
    return [f"{d.needs.ref} {d.needs.text[:60]}" for d in open_needs.select_related("needs")]


def _product_required(task):
    return policies.in_force(ProgrammePolicy, path=task.home.path, on=today()).product_required


def _entry(actor, task, unit, kind, note, said_on, percent, product_number, files, instance_id):
    said_on = said_on or today()
    if said_on > today():
        refuse("future", "Ngày của sự việc không thể ở tương lai.")
    instance = task.instances.filter(pk=instance_id).first() if instance_id else None
    entry = Progress.objects.create(
        task=task,
        instance=instance,
        kind=kind,
        unit=unit,
        author_id=actor.account_id,
        said_on=said_on,
        percent=percent,
        note=note.strip(),
        product_number=product_number.strip(),
    )
    entry.evidence.set([store(actor, upload, unit_path=unit.path) for upload in files])
    return entry


def _speaking_unit(actor, task):
    if actor.may(access.COMMENT, task.home.path):
        return task.home
    return acting_unit(
        actor, access.COMMENT, task, Part.LEAD, Part.COORDINATE, Part.APPROVE, Part.ANSWER
    )


def _is_lead(task, unit):
    return task.assignments.filter(part=Part.LEAD, unit=unit).exists()
