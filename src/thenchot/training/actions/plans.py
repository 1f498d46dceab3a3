"""What can be done to a plan, to a class of it, to a need."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.decision import Decision
from thenchot.platform import jobs
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.training.access import APPROVE, EDIT, PROPOSE
from thenchot.training.enums import NeedState, PlanState
from thenchot.training.forms import classes as class_forms
from thenchot.training.forms import plans as forms
from thenchot.training.queries.plans import get_line, get_need, get_plan
from thenchot.training.rules import planning as rules
from thenchot.training.services import classes, drawing
from thenchot.training.services import planning as services


def page_of(plan) -> str:
    return reverse("training_plan", args=[plan.pk]) if plan else reverse("training_plan_list")


def needs_of(plan) -> str:
    return reverse("training_needs", kwargs={"pk": plan.pk})


def may_edit(actor, plan) -> Decision:
    role = actor.may(EDIT, plan.unit.path)
    return rules.may_edit_plan(plan.state) if role else role


def _may_approve(actor, plan) -> Decision:
    role = actor.may(APPROVE, plan.unit.path)
    if not role:
        return role
    return rules.may_approve(plan.state, plan.submitted_by_id, actor.account_id)


def _may_revise(actor, plan) -> Decision:
    role = actor.may(EDIT, plan.unit.path)
    return rules.may_revise(plan.state) if role else role


def _may_ask(actor, plan) -> bool:
    return actor.has(PROPOSE) and plan.state == PlanState.DRAFT


@transaction.atomic
def _draw(actor, plan, data):
    """Over everybody of the place: in a job."""
    return jobs.start(
        actor,
        "thenchot.training.jobs.draw_up",
        label=str(_("Tính nhu cầu và xếp lớp: %s") % plan)[:200],
        unit_path=plan.unit.path,
        plan_id=plan.pk,
    )


PLAN = Actions(
    code="training_plan",
    get=get_plan,
    back=page_of,
    above=lambda plan: plan or _("Kế hoạch đào tạo, bồi dưỡng"),
    actions=(
        Action(
            name="new",
            title=_("Lập kế hoạch đào tạo, bồi dưỡng"),
            submit=_("Lập"),
            form=forms.PlanForm,
            takes=("actor",),
            initial=lambda actor, _none: forms.PlanForm.first_values(today()),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: services.draw_up_plan(actor, **data),
            done=_("Đã lập kế hoạch. Bấm “Tính nhu cầu” để lấy tiêu chuẩn còn thiếu."),
            to=lambda _none, plan: page_of(plan),
            on_thing=False,
        ),
        Action(
            name="draw",
            title=_("Tính nhu cầu và xếp lớp"),
            may=may_edit,
            run=_draw,
            done="",
            to=lambda plan, job: reverse("job_detail", args=[job.pk]),
            tone="go",
        ),
        Action(
            name="line",
            title=_("Thêm lớp"),
            heading=lambda plan: _("Thêm lớp vào kế hoạch"),
            submit=_("Thêm"),
            form=forms.NewLineForm,
            takes=("plan",),
            may=may_edit,
            run=lambda actor, plan, data: services.add_line(actor, plan_id=plan.pk, **data),
            done=_("Đã thêm lớp."),
        ),
        Action(
            name="ask",
            title=_("Đề nghị người đi học"),
            heading=lambda plan: _("Đề nghị người đi học"),
            submit=_("Đề nghị"),
            form=forms.AskForm,
            takes=("actor", "plan"),
            may=_may_ask,
            run=lambda actor, plan, data: drawing.ask_for_need(actor, plan_id=plan.pk, **data),
            done=_("Đã ghi đề nghị vào nhu cầu của kế hoạch."),
        ),
        Action(
            name="submit",
            title=_("Trình phê duyệt"),
            may=may_edit,
            run=lambda actor, plan, data: services.submit_plan(actor, plan_id=plan.pk),
            done=_("Đã trình kế hoạch."),
            ask=_("Trình kế hoạch? Sau khi trình thì không sửa được."),
        ),
        Action(
            name="approve",
            title=_("Phê duyệt"),
            heading=lambda plan: _("Phê duyệt kế hoạch"),
            submit=_("Phê duyệt"),
            form=forms.ApproveForm,
            may=_may_approve,
            run=lambda actor, plan, data: services.approve_plan(actor, plan_id=plan.pk, **data),
            done=_("Đã phê duyệt kế hoạch."),
            tone="go",
        ),
        Action(
            name="return",
            title=_("Trả lại"),
            heading=lambda plan: _("Trả lại kế hoạch"),
            submit=_("Trả lại"),
            form=forms.NoteForm,
            may=_may_approve,
            run=lambda actor, plan, data: services.return_plan(actor, plan_id=plan.pk, **data),
            done=_("Đã trả lại kế hoạch."),
            tone="quiet",
        ),
        Action(
            name="revise",
            title=_("Soạn lần mới"),
            may=_may_revise,
            run=lambda actor, plan, data: services.revise_plan(actor, plan_id=plan.pk),
            done=_("Đã soạn lần mới từ kế hoạch đang áp dụng."),
            to=lambda former, plan: page_of(plan),
        ),
    ),
)


def _may_change_line(actor, line) -> Decision:
    return may_edit(actor, line.plan)


def _may_open_class(actor, line) -> bool:
    is_approved = line.plan.state == PlanState.APPROVED
    return is_approved and bool(actor.may(EDIT, line.plan.unit.path))


LINE = Actions(
    code="training_line",
    get=get_line,
    back=lambda line: page_of(line.plan if line else None),
    above=lambda line: line.plan if line else "",
    actions=(
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda line: _("Sửa lớp trong kế hoạch"),
            submit=_("Ghi"),
            form=forms.LineForm,
            initial=lambda actor, line: forms.LineForm.values_of(line),
            may=_may_change_line,
            run=lambda actor, line, data: services.change_line(actor, line_id=line.pk, **data),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="drop",
            title=_("Bỏ"),
            may=_may_change_line,
            run=lambda actor, line, data: services.drop_line(actor, line_id=line.pk),
            done=_("Đã bỏ lớp; nhu cầu của lớp trở lại chưa xếp."),
            ask=_("Bỏ lớp này khỏi kế hoạch?"),
            to=lambda line, _none: page_of(line.plan),
            tone="quiet",
        ),
        Action(
            name="open",
            title=_("Mở lớp"),
            heading=lambda line: _("Mở lớp theo kế hoạch"),
            submit=_("Mở lớp"),
            form=class_forms.ClassForm,
            takes=("actor",),
            initial=lambda actor, line: class_forms.ClassForm.planned(line),
            may=_may_open_class,
            run=lambda actor, line, data: classes.open_planned(actor, line_id=line.pk, **data),
            done=_("Đã mở lớp; người đã xếp được đề nghị cử."),
            to=lambda line, held: reverse("training_class", args=[held.pk]),
        ),
    ),
)


def _may_change_need(actor, need) -> Decision:
    return may_edit(actor, need.plan)


def _may_place(actor, need) -> bool:
    return need.state != NeedState.PLACED and bool(_may_change_need(actor, need))


def _may_leave_out(actor, need) -> bool:
    return need.state != NeedState.LEFT_OUT and bool(_may_change_need(actor, need))


NEED = Actions(
    code="training_need",
    get=get_need,
    back=lambda need: needs_of(need.plan) if need else reverse("training_plan_list"),
    above=lambda need: need.plan if need else "",
    actions=(
        Action(
            name="place",
            title=_("Xếp lớp"),
            heading=lambda need: _("Xếp lớp cho %s") % need.person,
            submit=_("Xếp"),
            form=forms.PlaceForm,
            takes=("need",),
            may=_may_place,
            run=lambda actor, need, data: services.place_need(actor, need=need, **data),
            done=_("Đã xếp lớp."),
        ),
        Action(
            name="leave",
            title=_("Để lại"),
            heading=lambda need: _("Để lại, chưa cử") + (f": {need.person}" if need else ""),
            submit=_("Ghi"),
            form=forms.LeaveOutForm,
            may=_may_leave_out,
            run=lambda actor, need, data: services.leave_out_need(actor, need=need, **data),
            done=_("Đã ghi."),
            tone="quiet",
            together=True,
        ),
    ),
)
