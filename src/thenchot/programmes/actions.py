"""What can be done to a task, an extension asked for, a difficulty, a target, a draft.

Who may is asked of the same permissions as the services ask, so that no button is drawn that would
be refused for role.
"""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.decision import Decision
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import over, somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.programmes import access, forms
from thenchot.programmes.enums import Part, TaskState, Timing
from thenchot.programmes.queries import asked, drafts, programmes, tasks
from thenchot.programmes.rules.reaching import may_read
from thenchot.programmes.services import (
    amending,
    approving,
    drafting,
    extending,
    helping,
    measuring,
    progressing,
    receiving,
)
from thenchot.programmes.services.desks import waits_for_document

ENDED = (TaskState.DONE, TaskState.CANCELLED)


# Who may, and when


def _holds(actor, permission, task, *parts) -> bool:
    """The permission over a unit that has one of these parts in the task."""
    return any(
        assignment.part in parts and actor.may(permission, assignment.unit.path)
        for assignment in task.assignments.all()
    )


def may_amend(actor, task) -> bool:
    return task.state not in ENDED and bool(actor.may(access.AMEND, task.home.path))


def may_accept(actor, task) -> bool:
    return any(
        assignment.part == Part.LEAD
        and assignment.accepted_on is None
        and actor.may(access.ACCEPT, assignment.unit.path)
        for assignment in task.assignments.all()
    )


def may_clarify(actor, task) -> bool:
    return task.state not in ENDED and _holds(actor, access.ACCEPT, task, Part.LEAD)


def may_report(actor, task) -> bool:
    working = task.state == TaskState.IN_PROGRESS
    return working and _holds(actor, access.REPORT, task, Part.LEAD, Part.COORDINATE)


def may_finish(actor, task) -> bool:
    has_an_end = task.timing not in (Timing.ONGOING, Timing.RECURRING)
    working = task.state == TaskState.IN_PROGRESS
    return has_an_end and working and _holds(actor, access.ACCEPT, task, Part.LEAD)


def may_finish_period(actor, task) -> bool:
    recurs = task.timing == Timing.RECURRING
    working = task.state == TaskState.IN_PROGRESS
    return recurs and working and _holds(actor, access.REPORT, task, Part.LEAD)


def may_extend(actor, task) -> bool:
    dated = task.due_on and task.state not in ENDED
    return bool(dated) and _holds(actor, access.ASK_EXTENSION, task, Part.LEAD)


def may_raise_difficulty(actor, task) -> bool:
    running = task.state not in ENDED
    return running and _holds(actor, access.RAISE_DIFFICULTY, task, Part.LEAD, Part.COORDINATE)


def may_approve(actor, task) -> bool:
    submitted = task.state == TaskState.SUBMITTED
    return submitted and _holds(actor, access.APPROVE, task, Part.APPROVE)


def may_comment(actor, task) -> bool:
    at_home = bool(actor.may(access.COMMENT, task.home.path))
    return at_home or _holds(actor, access.COMMENT, task, *Part)


def may_set_document(actor, task) -> bool:
    return may_amend(actor, task) and waits_for_document(task)


def may_set_date(actor, task) -> bool:
    undated = task.due_on is None and task.timing == Timing.UNDATED
    return undated and may_amend(actor, task)


def may_trace(actor, task) -> bool:
    return may_amend(actor, task) and bool(task.programme.superior_id)


# What is done


def _clarify(actor, task, data):
    person = data.pop("responsible")
    return receiving.clarify_task(
        actor, task_id=task.pk, responsible_id=person and person.pk, **data
    )


def _ask_extension(actor, task, data):
    instance = data.get("instance")
    return extending.ask_extension(
        actor,
        task_id=task.pk,
        proposed_on=data["proposed_on"],
        reason=data["reason"],
        instance_id=instance and instance.pk,
    )


def _decide_approval(actor, task, data):
    decide = approving.approve_task if data["decision"] == "approve" else approving.return_task
    return decide(actor, task_id=task.pk, note=data["note"])


def _decide_extension(actor, extension, data):
    if data["decision"] != "grant":
        return extending.refuse_extension(actor, extension_id=extension.pk, note=data["note"])
    return extending.grant_extension(
        actor,
        extension_id=extension.pk,
        granted_on=data["granted_on"] or extension.proposed_on,
        note=data["note"],
    )


def _assign(actor, task, data):
    return amending.assign_units(
        actor,
        task_id=task.pk,
        part=data["part"],
        unit_ids=[unit.pk for unit in data["units_chosen"]],
        reason=data["reason"],
    )


def page_of_task(task) -> str:
    """Of several tasks at once: their list."""
    return reverse("task_detail", args=[task.pk]) if task else reverse("task_list")


def _task_action(name, title, form, may, run, done, **more) -> Action:
    """An action of a task: every form of one knows the task and who asks."""
    return Action(name, title, run, done, form, may, takes=("actor", "task"), **more)


TASK = Actions(
    code="task",
    get=lambda actor, pk: tasks.get_task_page(actor, pk, on=today()),
    back=page_of_task,
    above=lambda task: f"{task.ref} {task.text}" if task else gettext("Nhiệm vụ"),
    template="programmes/task_action.html",
    actions=(
        _task_action(
            "accept",
            _("Nhận việc"),
            forms.AcceptForm,
            may_accept,
            lambda actor, task, data: receiving.accept_task(actor, task_id=task.pk),
            _("Đơn vị đã nhận việc."),
            tone="go",
            together=True,
        ),
        _task_action(
            "clarify",
            _("Làm rõ"),
            forms.ClarifyForm,
            may_clarify,
            _clarify,
            _("Đã ghi người chịu trách nhiệm, sản phẩm và thẩm quyền."),
        ),
        _task_action(
            "report",
            _("Báo tiến độ"),
            forms.ProgressForm,
            may_report,
            lambda actor, task, data: progressing.report_progress(actor, task_id=task.pk, **data),
            _("Đã ghi tiến độ."),
            tone="go",
        ),
        _task_action(
            "finish",
            _("Báo hoàn thành"),
            forms.FinishForm,
            may_finish,
            lambda actor, task, data: progressing.finish_task(actor, task_id=task.pk, **data),
            _("Đã báo hoàn thành."),
        ),
        _task_action(
            "finish_period",
            _("Báo xong một kỳ"),
            forms.FinishPeriodForm,
            may_finish_period,
            lambda actor, task, data: progressing.finish_instance(
                actor, task_id=task.pk, instance_id=data.pop("instance").pk, **data
            ),
            _("Đã ghi kỳ này hoàn thành."),
        ),
        _task_action(
            "extend",
            _("Xin gia hạn"),
            forms.ExtendForm,
            may_extend,
            _ask_extension,
            _("Đã gửi đề nghị gia hạn. Hạn cũ còn hiệu lực cho tới khi có quyết định."),
        ),
        _task_action(
            "difficulty",
            _("Nêu vướng mắc"),
            forms.DifficultyForm,
            may_raise_difficulty,
            lambda actor, task, data: helping.raise_difficulty(
                actor, task_id=task.pk, desk_id=data.pop("desk").pk, **data
            ),
            _("Đã gửi vướng mắc tới nơi phải trả lời."),
        ),
        _task_action(
            "approve",
            _("Thông qua hoặc trả lại"),
            forms.ApproveForm,
            may_approve,
            _decide_approval,
            _("Đã ghi quyết định."),
            tone="go",
        ),
        _task_action(
            "comment",
            _("Góp ý"),
            forms.CommentForm,
            may_comment,
            lambda actor, task, data: progressing.comment(actor, task_id=task.pk, **data),
            _("Đã ghi ý kiến."),
        ),
        _task_action(
            "document",
            _("Văn bản đã tới"),
            forms.DocumentForm,
            may_set_document,
            lambda actor, task, data: extending.set_date_by_document(
                actor, task_id=task.pk, directive_id=data["directive"].pk, due_on=data["due_on"]
            ),
            _("Đã ghi văn bản và hạn."),
        ),
        _task_action(
            "date",
            _("Đặt hạn"),
            forms.DateForm,
            may_set_date,
            lambda actor, task, data: extending.set_date(actor, task_id=task.pk, **data),
            _("Đã đặt hạn."),
        ),
        _task_action(
            "amend",
            _("Điều chỉnh nội dung"),
            forms.AmendForm,
            may_amend,
            lambda actor, task, data: amending.amend_text(actor, task_id=task.pk, **data),
            _("Đã điều chỉnh, nội dung cũ còn lưu."),
        ),
        _task_action(
            "assign",
            _("Điều chỉnh đơn vị"),
            forms.AssignForm,
            may_amend,
            _assign,
            _("Đã điều chỉnh đơn vị."),
        ),
        _task_action(
            "need",
            _("Phải chờ nhiệm vụ khác"),
            forms.NeedForm,
            may_amend,
            lambda actor, task, data: helping.need_task(
                actor, task_id=task.pk, needs_id=data["needs"].pk, note=data["note"]
            ),
            _("Đã ghi ràng buộc."),
        ),
        _task_action(
            "serve",
            _("Phục vụ thêm chương trình"),
            forms.ServeForm,
            may_amend,
            lambda actor, task, data: amending.serve_programme(
                actor, task_id=task.pk, programme_id=data["programme"].pk, ref=data["ref"]
            ),
            _("Đã gắn với chương trình."),
        ),
        _task_action(
            "trace",
            _("Gắn nội dung cấp trên"),
            forms.TraceForm,
            may_trace,
            lambda actor, task, data: amending.trace_to_clause(
                actor, task_id=task.pk, clause_id=data["clause"].pk
            ),
            _("Đã gắn với nội dung của văn bản cấp trên."),
        ),
        _task_action(
            "cancel",
            _("Hủy nhiệm vụ"),
            forms.CancelForm,
            may_amend,
            lambda actor, task, data: amending.cancel_task(actor, task_id=task.pk, **data),
            _("Đã hủy, lý do được lưu."),
        ),
    ),
)


def may_decide_extension(actor, extension) -> Decision:
    role = somewhere(access.DECIDE_EXTENSION)(actor, extension)
    return extending.may_decide(actor, extension) if role else role


EXTENSION = Actions(
    code="extension",
    get=asked.get_extension,
    back=lambda extension: page_of_task(extension.task),
    above=lambda extension: f"{extension.task.ref} {extension.task.text}",
    template="programmes/task_action.html",
    actions=(
        Action(
            name="decide",
            title=_("Quyết định gia hạn"),
            form=forms.DecideExtensionForm,
            initial=lambda actor, extension: {"granted_on": extension.proposed_on},
            may=may_decide_extension,
            run=_decide_extension,
            done=_("Đã ghi quyết định."),
        ),
    ),
)
DIFFICULTY = Actions(
    code="difficulty",
    get=asked.get_difficulty,
    back=lambda difficulty: page_of_task(difficulty.task),
    above=lambda difficulty: f"{difficulty.task.ref} {difficulty.task.text}",
    template="programmes/task_action.html",
    actions=(
        Action(
            name="answer",
            title=_("Trả lời vướng mắc"),
            form=forms.AnswerForm,
            may=over(access.ANSWER_DIFFICULTY, "desk__path"),
            run=lambda actor, difficulty, data: helping.answer_difficulty(
                actor, difficulty_id=difficulty.pk, **data
            ),
            done=_("Đã trả lời."),
        ),
    ),
)


def _may_read(actor, target) -> Decision:
    allowed = actor.may(access.READ_TARGET, target.programme.home.path)
    return may_read(target.indicator) if allowed else allowed


TARGET = Actions(
    code="target",
    get=programmes.get_target,
    back=lambda target: reverse("programme_detail", args=[target.programme_id]),
    above=lambda target: _("Chương trình"),
    template="programmes/target_reading.html",
    actions=(
        Action(
            name="read",
            title=_("Ghi số liệu"),
            heading=lambda target: target.text,
            form=forms.ReadingForm,
            initial=lambda actor, target: {"on": today()},
            may=_may_read,
            run=lambda actor, target, data: measuring.read_target(
                actor, target_id=target.pk, **data
            ),
            done=_("Đã ghi số liệu."),
        ),
    ),
)
DRAFT = Actions(
    code="draft",
    get=drafts.get_draft,
    back=lambda draft: reverse("import_start"),
    above=lambda draft: _("Nhập văn bản"),
    actions=(
        Action(
            name="drop",
            title=_("Bỏ"),
            ask=_("Bỏ bản nháp này?"),
            run=lambda actor, draft, data: drafting.drop_draft(actor, draft_id=draft.pk),
            done="",
        ),
    ),
)
