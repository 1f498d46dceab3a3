"""What this room asks to be reminded of. Each rule finds; the platform tells, once a rung, and
forgets by itself.
"""

from datetime import date, timedelta

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop

from thenchot.kernel.calendar import add_working_days
from thenchot.kernel.periods import instances
from thenchot.platform import policies
from thenchot.platform.alerts.registry import (
    AccountAudience,
    Audience,
    Finding,
    Severity,
    alert,
)
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import ProgrammePolicy, WorkingCalendarPolicy
from thenchot.programmes import access
from thenchot.programmes.enums import Desk, Part, TaskState, Timing
from thenchot.programmes.models import Approval, Assignment, Difficulty, Extension, ReportDuty, Task
from thenchot.programmes.rules.ladder import rung, rungs_after

CHUNK = 500
ENDED = (TaskState.DONE, TaskState.CANCELLED)


@alert("task_due", _("Nhiệm vụ đến hạn, quá hạn"), access.SEE_TASKS)
def due(on):
    """Dated and recurring promises: reminders before the date, the ladder after it (S0-109,
    S0-117).
    """
    latest = on + timedelta(days=366)
    for task in (
        _tasks(due_on__lte=latest).exclude(timing=Timing.ONGOING).exclude(state=TaskState.SUBMITTED)
    ):
        policy = _policy(task, on)
        step = rung(
            task.due_on, on=on, before=policy.remind_before_days, after=policy.escalate_after_days
        )
        if step is not None:
            climbed = step - len(policy.remind_before_days)
            yield _finding(
                task,
                task.due_on,
                step,
                audience=_climb(task, climbed),
                detail=str(task.due_on),
                **_due_words(task, on),
            )


@alert("task_silent", _("Nhiệm vụ thường xuyên im lặng"), access.SEE_TASKS)
def silent(on):
    """Ongoing tasks without a sign of life for longer than the policy allows (S0-005)."""
    for task in _tasks(timing=Timing.ONGOING, state=TaskState.IN_PROGRESS):
        since = task.heard_on or task.handed_on
        step = rungs_after(
            since + timedelta(days=1), on=on, every=_policy(task, on).sign_of_life_days
        )
        if step is not None:
            message = f"{task.ref}: nhiệm vụ thường xuyên im lặng {(on - since).days} ngày"
            yield _finding(
                task,
                since,
                step,
                Severity.ACT,
                message,
                noop("Báo tiến độ"),
                audience=_climb(task, step),
                detail=str(since),
            )


@alert("task_unaccepted", _("Chưa nhận việc"), access.SEE_TASKS)
def unaccepted(on):
    """Not accepted within the working days of the policy, counted from the day it came to the desk
    that must accept.
    """
    for task in _tasks(
        state__in=[TaskState.ASSIGNED, TaskState.IN_PROGRESS], desk_reason=Desk.ACCEPT
    ):
        policy = _policy(task, on)
        calendar = policies.in_force(WorkingCalendarPolicy, path=task.home.path, on=on).calendar()
        by = add_working_days(task.desk_since, policy.accept_within_working_days, calendar)
        step = rung(by, on=on, before=(), after=policy.escalate_after_days)
        if step is not None:
            yield _finding(
                task,
                by,
                step,
                Severity.ACT,
                f"{task.ref}: chưa nhận việc",
                noop("Nhận việc"),
                audience=_climb(task, step),
            )


@alert("task_waiting", _("Chờ văn bản"), access.SEE_TASKS)
def waiting_for_document(on):
    """Open deadlines: ask the monitoring desk for the document every N days, never make up a date
    (S0-127).
    """
    for task in _tasks(timing=Timing.OPEN, due_on=None):
        step = rungs_after(task.given_on, on=on, every=_policy(task, on).document_chase_days)
        if step is not None:
            message = f"{task.ref}: đang chờ văn bản ({task.trigger or task.deadline_raw})"
            yield _finding(
                task,
                task.given_on,
                step,
                Severity.INFO,
                message,
                noop("Hỏi cấp trên, hoặc ghi văn bản đã tới"),
                audience=(_monitor(task),),
            )


@alert("task_undated", _("Chưa có hạn"), access.SEE_TASKS)
def undated(on):
    """Neither date nor rhythm: the desk asks for one."""
    for task in _tasks(timing=Timing.UNDATED, due_on=None):
        yield _finding(
            task,
            task.given_on,
            0,
            Severity.INFO,
            f"{task.ref}: chưa có hạn",
            noop("Đặt hạn kèm căn cứ"),
            audience=(_monitor(task),),
        )


@alert("difficulty_unanswered", _("Vướng mắc chưa trả lời"), access.SEE_TASKS)
def unanswered(on):
    """A difficulty past its date: its desk, then the leader (S2-049)."""
    rows = Difficulty.objects.filter(state="open").select_related(
        "task__home", "task__programme", "desk"
    )
    for row in rows.iterator(CHUNK):
        step = rung(row.due_on, on=on, before=(1,), after=_policy(row.task, on).escalate_after_days)
        if step is not None:
            heads = (Audience(Role.HEAD, row.desk.path), *_leaders(row.task, step >= 2))
            message = (
                f"{row.task.ref}: vướng mắc chờ {row.desk.name} trả lời trước {row.due_on:%d/%m/%Y}"
            )
            yield _finding(
                row.task,
                row.due_on,
                step,
                Severity.LATE,
                message,
                noop("Trả lời"),
                audience=heads,
                subject=row,
                unit_path=row.desk.path,
            )


@alert("decision_waiting", _("Chờ quyết định"), access.SEE_TASKS)
def undecided(on):
    """Extensions and approvals that wait for a decision."""
    for model, word in ((Extension, "đề nghị gia hạn"), (Approval, "chờ thông qua")):
        rows = model.objects.filter(state="asked").select_related(
            "task__home", "task__programme__issuing_unit", "unit"
        )
        for row in rows.iterator(CHUNK):
            step = rungs_after(
                row.asked_on, on=on, every=max(1, _policy(row.task, on).accept_within_working_days)
            )
            if step is not None:
                unit = (
                    row.unit
                    if model is Approval
                    else row.task.programme.issuing_unit or row.task.home
                )
                yield _finding(
                    row.task,
                    row.asked_on,
                    step,
                    Severity.ACT,
                    f"{row.task.ref}: {word}",
                    noop("Quyết định"),
                    subject=row,
                    audience=(Audience(Role.LEADER, unit.path),),
                    unit_path=unit.path,
                )


@alert("report_due", _("Báo cáo đến hạn"), access.SEE_TASKS)
def reports(on):
    """Duties to report with a date: N days before and after ("trước ngày 05/12" = last day 04/12,
    S0-120).
    """
    for duty in ReportDuty.objects.filter(programme__is_closed=False).select_related(
        "programme__home", "programme__directive"
    ):
        policy = policies.in_force(ProgrammePolicy, path=duty.programme.home.path, on=on)
        for day in _report_days(duty, on):
            step = rung(
                day,
                on=on,
                before=policy.report_remind_before_days,
                after=policy.escalate_after_days,
            )
            if step is not None and (on - day).days <= 31:
                yield _report_finding(duty, day, step, on)


def next_report_day(duty: ReportDuty, on: date) -> date | None:
    """The first day due on or after `on`."""
    return next((day for day in sorted(_report_days(duty, on)) if day >= on), None)


def _report_days(duty, on):
    if duty.due_on:
        return [duty.due_on]
    if not (duty.recurrence or {}).get("every"):
        return []
    return instances(
        duty.recurrence,
        max(duty.programme.given_on, on - timedelta(days=31)),
        on + timedelta(days=366),
    )


def _report_finding(duty, day, step, on):
    path = duty.programme.home.path
    return Finding(
        subject_type="programmes.reportduty",
        subject_id=str(duty.pk),
        detail=day.isoformat(),
        unit_path=path,
        severity=Severity.LATE if on > day else Severity.ACT,
        since=day,
        step=step,
        basis=f"{duty.programme.directive}, {duty.ref}",
        message=f"Báo cáo gửi {duty.receiver or 'cấp trên'}: hạn {day:%d/%m/%Y}",
        next_step=noop("In dự thảo báo cáo, hoàn thiện và gửi"),
        url=reverse("programme_detail", args=[duty.programme_id]),
        audience=(Audience(Role.OFFICER, path), Audience(Role.CLERK, path)),
    )


def _tasks(**narrowed):
    leads = Prefetch(
        "assignments", Assignment.objects.filter(part=Part.LEAD).select_related("unit")
    )
    tasks = (
        Task.objects.exclude(state__in=ENDED)
        .filter(**narrowed)
        .select_related("home", "responsible", "programme__directive", "programme__monitor_unit")
    )
    return _Chunked(tasks.prefetch_related(leads))


class _Chunked:
    """A queryset read in chunks, prefetches included."""

    def __init__(self, rows):
        self.rows = rows

    def exclude(self, **conditions):
        return _Chunked(self.rows.exclude(**conditions))

    def __iter__(self):
        return self.rows.iterator(CHUNK)


def _policy(task, on):
    return policies.in_force(ProgrammePolicy, path=task.home.path, on=on)


def _climb(task, height):
    """Rung below zero: who does the work. 0: the lead's head. 1: also who follows. 2 and more: also
    the leader.
    """
    leads = [a.unit.path for a in task.assignments.all()]
    account = task.responsible and task.responsible.account_id
    workers = (AccountAudience((account,)),) if account else ()
    heads = tuple(Audience(Role.HEAD, path) for path in leads)
    return (
        *workers,
        *heads,
        *((_monitor(task),) if height >= 1 else ()),
        *_leaders(task, height >= 2),
    )


def _monitor(task):
    unit = task.programme.monitor_unit
    return Audience(Role.OFFICER, unit.path if unit else task.home.path)


def _leaders(task, wanted):
    return (Audience(Role.LEADER, task.home.path),) if wanted else ()


def _due_words(task, on):
    late = (on - task.due_on).days
    when = f"quá hạn {late} ngày" if late > 0 else f"đến hạn {task.due_on:%d/%m/%Y}"
    return {
        "severity": Severity.LATE if late > 0 else Severity.ACT,
        "message": f"{task.ref}: {when}",
        "next_step": noop("Báo tiến độ, báo hoàn thành hoặc xin gia hạn"),
    }


def _finding(
    task,
    since,
    step,
    severity,
    message,
    next_step,
    *,
    audience,
    subject=None,
    detail="",
    unit_path=None,
):
    """Leads to the page of the task, which offers each reader what they may do."""
    leads = [a.unit.path for a in task.assignments.all()] if subject is None else []
    subject = subject or task
    return Finding(
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        detail=detail,
        unit_path=unit_path or next(iter(leads), task.home.path),
        severity=severity,
        since=since,
        step=step,
        message=f"{message} · {task.text[:120]}",
        basis=f"{task.programme}, {task.ref}",
        next_step=next_step,
        url=reverse("task_detail", args=[task.pk]),
        audience=tuple(audience),
    )
