"""What waits for somebody in programmes: tasks at a desk, requests, drafts."""

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import Line, Together, Waiting, register
from thenchot.programmes import access
from thenchot.programmes.actions import TASK
from thenchot.programmes.enums import Desk
from thenchot.programmes.models import Draft, Extension, Task
from thenchot.programmes.queries.standing import measures, verdict_of
from thenchot.programmes.registers import branch_of

WORDS = 20
STEPS = {
    Desk.ACCEPT: "accept",
    Desk.CLARIFY: "clarify",
    Desk.WORK: "report",
    Desk.PRODUCT: "finish",
    Desk.APPROVE: "approve",
    Desk.DOCUMENT: "document",
}


def tasks_at(permission: str, *reasons: Desk):
    """Tasks at a desk for which the actor, and nobody nearer, may do the next step."""

    def rows(actor, on):
        units = Unit.objects.filter(answering(actor, permission).over("path")).values("pk")
        tasks = Task.objects.visible_to(actor).filter(desk_reason__in=reasons, desk_unit__in=units)
        return tasks.order_by("sort_on", "pk")

    return rows


def task_lines(actor, rows, on):
    policy = measures(branch_of(actor), on)
    for task in rows.select_related("desk_unit"):
        words = Truncator(f"{task.ref} {task.text}").words(WORDS)
        note = _when(task, verdict_of(task, on=on, **policy))
        yield Line(words, _next_step(task), note, (task.pk,))


def _next_step(task) -> str:
    """The page of the one step the task waits for."""
    step = STEPS.get(task.desk_reason)
    return TASK.address(step, task) if step else reverse("task_detail", args=[task.pk])


def _when(task, verdict) -> str:
    facts = [str(task.desk_unit), task.due_on and f"{gettext('hạn')} {task.due_on:%d/%m/%Y}"]
    if verdict.days_late:
        facts.append(gettext("trễ %(n)s ngày") % {"n": verdict.days_late})
    return " · ".join(fact for fact in facts if fact)


def extensions(actor, on):
    """Requests that wait for a unit over which the actor decides, but the own ones."""
    over = answering(actor, access.DECIDE_EXTENSION)
    deciding = over.over("task__programme__issuing_unit__path") | over.over(
        "task__programme__delegate_unit__path"
    )
    asked = Extension.objects.filter(deciding, state="asked", task__in=_seen(actor))
    return asked.exclude(asked_by=actor.account_id).order_by("asked_on", "pk")


def _seen(actor):
    return Task.objects.visible_to(actor).values("pk")


def extension_lines(actor, rows, on):
    for one in rows.select_related("task", "unit"):
        words = Truncator(f"{one.task.ref} {one.task.text}").words(WORDS)
        days = f"{one.old_due_on:%d/%m/%Y} → {one.proposed_on:%d/%m/%Y}"
        yield Line(words, reverse("extension_decide", args=[one.pk]), f"{one.unit} · {days}")


def drafts(actor, on):
    return Draft.objects.visible_to(actor).filter(Q(state="review")).order_by("pk")


def draft_lines(actor, rows, on):
    for draft in rows.select_related("original", "home"):
        yield Line(draft.original.name, reverse("draft_review", args=[draft.pk]), draft.home.name)


register(
    Waiting(
        10,
        "accept",
        _("Nhận việc được giao"),
        tasks_at(access.ACCEPT, Desk.ACCEPT),
        task_lines,
        access.ACCEPT,
        "task_list",
        Together(TASK, "task_accept", _("Nhận cả %(n)s việc")),
    ),
    Waiting(
        12,
        "approve",
        _("Phê duyệt kết quả"),
        tasks_at(access.APPROVE, Desk.APPROVE),
        task_lines,
        access.APPROVE,
        "task_list",
    ),
    Waiting(
        14,
        "extension",
        _("Quyết định gia hạn"),
        extensions,
        extension_lines,
        access.DECIDE_EXTENSION,
        "task_list",
    ),
    Waiting(
        16,
        "difficulty",
        _("Trả lời vướng mắc"),
        tasks_at(access.ANSWER_DIFFICULTY, Desk.ANSWER),
        task_lines,
        access.ANSWER_DIFFICULTY,
        "task_list",
    ),
    Waiting(
        60,
        "clarify",
        _("Làm rõ người, sản phẩm, thẩm quyền"),
        tasks_at(access.ACCEPT, Desk.CLARIFY),
        task_lines,
        access.ACCEPT,
        "task_list",
    ),
    Waiting(
        62,
        "report",
        _("Việc đang làm"),
        tasks_at(access.REPORT, Desk.WORK, Desk.PRODUCT),
        task_lines,
        access.REPORT,
        "task_list",
    ),
    Waiting(
        64,
        "document",
        _("Ghi văn bản còn chờ"),
        tasks_at(access.AMEND, Desk.DOCUMENT),
        task_lines,
        access.AMEND,
        "task_list",
    ),
    Waiting(
        66,
        "draft",
        _("Văn bản đang đối chiếu"),
        drafts,
        draft_lines,
        access.IMPORT,
        "import_start",
    ),
)
