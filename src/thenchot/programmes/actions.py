"""What can be done to one task from its page: title, form, who may, and the service that does it.

`offers` asks the same permissions as the services do, so that no button is drawn that would be
refused for role.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from thenchot.programmes import access, forms
from thenchot.programmes.enums import Part, State, Timing
from thenchot.programmes.services import (
    amending,
    approving,
    extending,
    helping,
    progressing,
    receiving,
)
from thenchot.programmes.services.desks import waits_for_document

ENDED = (State.DONE, State.CANCELLED)


@dataclass(frozen=True)
class Action:
    name: str
    title: str
    form: type
    offered: Callable  # (actor, task) -> bool
    run: Callable  # (actor, task_id, cleaned_data) -> None
    done: str
    tone: str = ""


def _holds(actor, permission, task, *parts):
    return any(
        a.part in parts and actor.may(permission, a.unit.path) for a in task.assignments.all()
    )


def _amends(actor, task):
    return task.state not in ENDED and bool(actor.may(access.AMEND, task.home.path))


def _unaccepted(actor, task):
    return any(
        a.part == Part.LEAD and a.accepted_on is None and actor.may(access.ACCEPT, a.unit.path)
        for a in task.assignments.all()
    )


def _works(actor, permission, task, *parts):
    return task.state == State.IN_PROGRESS and _holds(actor, permission, task, *parts)


def _comments(actor, task):
    return bool(actor.may(access.COMMENT, task.home.path)) or _holds(
        actor, access.COMMENT, task, *Part
    )


def _approves(actor, task):
    return task.state == State.SUBMITTED and _holds(actor, access.APPROVE, task, Part.APPROVE)


def _decide_approval(actor, task_id, data):
    if data["decision"] == "approve":
        return approving.approve_task(actor, task_id=task_id, note=data["note"])
    return approving.return_task(actor, task_id=task_id, note=data["note"])


def _ids(data, **renamed):
    """Chosen objects become the ids the services take."""
    return {new: getattr(data.get(old), "pk", None) for new, old in renamed.items()}


ACTIONS = {
    a.name: a
    for a in (
        Action(
            "accept",
            _("Nhận việc"),
            forms.AcceptForm,
            _unaccepted,
            lambda actor, pk, d: receiving.accept_task(actor, task_id=pk),
            _("Đơn vị đã nhận việc."),
            "go",
        ),
        Action(
            "clarify",
            _("Làm rõ"),
            forms.ClarifyForm,
            lambda actor, t: t.state not in ENDED and _holds(actor, access.ACCEPT, t, Part.LEAD),
            lambda actor, pk, d: receiving.clarify_task(
                actor,
                task_id=pk,
                responsible_id=_ids(d, x="responsible")["x"],
                responsibility=d["responsibility"],
                product=d["product"],
                authority=d["authority"],
            ),
            _("Đã ghi người chịu trách nhiệm, sản phẩm và thẩm quyền."),
        ),
        Action(
            "report",
            _("Báo tiến độ"),
            forms.ProgressForm,
            lambda actor, t: _works(actor, access.REPORT, t, Part.LEAD, Part.COORDINATE),
            lambda actor, pk, d: progressing.report_progress(actor, task_id=pk, **d),
            _("Đã ghi tiến độ."),
            "go",
        ),
        Action(
            "finish",
            _("Báo hoàn thành"),
            forms.FinishForm,
            lambda actor, t: (
                t.timing not in (Timing.ONGOING, Timing.RECURRING)
                and _works(actor, access.ACCEPT, t, Part.LEAD)
            ),
            lambda actor, pk, d: progressing.finish_task(actor, task_id=pk, **d),
            _("Đã báo hoàn thành."),
        ),
        Action(
            "finish_period",
            _("Báo xong một kỳ"),
            forms.FinishPeriodForm,
            lambda actor, t: (
                t.timing == Timing.RECURRING and _works(actor, access.REPORT, t, Part.LEAD)
            ),
            lambda actor, pk, d: progressing.finish_instance(
                actor, task_id=pk, instance_id=d.pop("instance").pk, **d
            ),
            _("Đã ghi kỳ này hoàn thành."),
        ),
        Action(
            "extend",
            _("Xin gia hạn"),
            forms.ExtendForm,
            lambda actor, t: (
                t.due_on
                and t.state not in ENDED
                and _holds(actor, access.ASK_EXTENSION, t, Part.LEAD)
            ),
            lambda actor, pk, d: extending.ask_extension(
                actor,
                task_id=pk,
                proposed_on=d["proposed_on"],
                reason=d["reason"],
                **_ids(d, instance_id="instance"),
            ),
            _("Đã gửi đề nghị gia hạn. Hạn cũ còn hiệu lực cho tới khi có quyết định."),
        ),
        Action(
            "difficulty",
            _("Nêu vướng mắc"),
            forms.DifficultyForm,
            lambda actor, t: (
                t.state not in ENDED
                and _holds(actor, access.RAISE_DIFFICULTY, t, Part.LEAD, Part.COORDINATE)
            ),
            lambda actor, pk, d: helping.raise_difficulty(
                actor, task_id=pk, text=d["text"], proposal=d["proposal"], desk_id=d["desk"].pk
            ),
            _("Đã gửi vướng mắc tới nơi phải trả lời."),
        ),
        Action(
            "approve",
            _("Thông qua hoặc trả lại"),
            forms.ApproveForm,
            _approves,
            _decide_approval,
            _("Đã ghi quyết định."),
            "go",
        ),
        Action(
            "comment",
            _("Góp ý"),
            forms.CommentForm,
            _comments,
            lambda actor, pk, d: progressing.comment(actor, task_id=pk, note=d["note"]),
            _("Đã ghi ý kiến."),
        ),
        Action(
            "document",
            _("Văn bản đã tới"),
            forms.DocumentForm,
            lambda actor, t: _amends(actor, t) and waits_for_document(t),
            lambda actor, pk, d: extending.set_date_by_document(
                actor, task_id=pk, directive_id=d["directive"].pk, due_on=d["due_on"]
            ),
            _("Đã ghi văn bản và hạn."),
        ),
        Action(
            "date",
            _("Đặt hạn"),
            forms.DateForm,
            lambda actor, t: _amends(actor, t) and t.due_on is None and t.timing == Timing.UNDATED,
            lambda actor, pk, d: extending.set_date(actor, task_id=pk, **d),
            _("Đã đặt hạn."),
        ),
        Action(
            "amend",
            _("Điều chỉnh nội dung"),
            forms.AmendForm,
            _amends,
            lambda actor, pk, d: amending.amend_text(actor, task_id=pk, **d),
            _("Đã điều chỉnh, nội dung cũ còn lưu."),
        ),
        Action(
            "assign",
            _("Điều chỉnh đơn vị"),
            forms.AssignForm,
            _amends,
            lambda actor, pk, d: amending.assign_units(
                actor,
                task_id=pk,
                part=d["part"],
                unit_ids=[u.pk for u in d["units_chosen"]],
                reason=d["reason"],
            ),
            _("Đã điều chỉnh đơn vị."),
        ),
        Action(
            "need",
            _("Phải chờ nhiệm vụ khác"),
            forms.NeedForm,
            _amends,
            lambda actor, pk, d: helping.need_task(
                actor, task_id=pk, needs_id=d["needs"].pk, note=d["note"]
            ),
            _("Đã ghi ràng buộc."),
        ),
        Action(
            "serve",
            _("Phục vụ thêm chương trình"),
            forms.ServeForm,
            _amends,
            lambda actor, pk, d: amending.serve_programme(
                actor, task_id=pk, programme_id=d["programme"].pk, ref=d["ref"]
            ),
            _("Đã gắn với chương trình."),
        ),
        Action(
            "trace",
            _("Gắn nội dung cấp trên"),
            forms.TraceForm,
            lambda actor, t: _amends(actor, t) and t.programme.superior_id,
            lambda actor, pk, d: amending.trace_to_clause(
                actor, task_id=pk, clause_id=d["clause"].pk
            ),
            _("Đã gắn với nội dung của văn bản cấp trên."),
        ),
        Action(
            "cancel",
            _("Hủy nhiệm vụ"),
            forms.CancelForm,
            _amends,
            lambda actor, pk, d: amending.cancel_task(actor, task_id=pk, **d),
            _("Đã hủy, lý do được lưu."),
        ),
    )
}


def offers(actor, task) -> list[Action]:
    return [action for action in ACTIONS.values() if action.offered(actor, task)]
