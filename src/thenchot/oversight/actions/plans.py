"""What can be done about a plan and what stands in it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.oversight.access import APPROVE, EDIT
from thenchot.oversight.enums import PlanState
from thenchot.oversight.forms import plans as forms
from thenchot.oversight.forms.inspections import PlannedForm
from thenchot.oversight.queries.plans import get_line, get_plan
from thenchot.oversight.services import inspections, plans
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions


def page_of(plan) -> str:
    return reverse("oversight_plan", args=[plan.pk]) if plan else reverse("oversight_plan_list")


def _edits_draft(actor, plan):
    return actor.may(EDIT, plan.unit.path) if plan.state == PlanState.DRAFT else False


def _amends(actor, plan):
    return actor.may(EDIT, plan.unit.path) if plan.state == PlanState.APPROVED else False


def _approves(actor, plan):
    if plan.state != PlanState.DRAFT or plan.drawn_up_by_id == actor.account_id:
        return False
    return actor.may(APPROVE, plan.unit.path)


PLAN = Actions(
    code="oversight_plan",
    get=get_plan,
    back=page_of,
    above=lambda plan: plan or _("Kế hoạch kiểm tra, giám sát"),
    actions=(
        Action(
            name="new",
            title=_("+ Kế hoạch"),
            heading=lambda _none: _("Lập kế hoạch kiểm tra, giám sát"),
            submit=_("Lập"),
            form=forms.PlanForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: plans.draw_up(actor, **data),
            done=_("Đã lập dự thảo; thêm từng nội dung."),
            to=lambda _none, plan: page_of(plan),
            on_thing=False,
        ),
        Action(
            name="line",
            title=_("+ Nội dung"),
            heading=lambda plan: plan.name,
            submit=_("Thêm"),
            form=forms.LineForm,
            takes=("plan",),
            may=_edits_draft,
            run=lambda actor, plan, data: plans.add_line(actor, plan_id=plan.pk, **data),
            done=_("Đã thêm vào kế hoạch."),
            tone="go",
        ),
        Action(
            name="approve",
            title=_("Phê duyệt"),
            heading=lambda plan: plan.name,
            submit=_("Phê duyệt"),
            form=forms.ApproveForm,
            may=_approves,
            run=lambda actor, plan, data: plans.approve(actor, plan_id=plan.pk, **data),
            done=_("Đã phê duyệt kế hoạch."),
            tone="go",
        ),
        Action(
            name="amend",
            title=_("Bổ sung, điều chỉnh"),
            heading=lambda plan: plan.name,
            submit=_("Lập bản bổ sung"),
            form=forms.AmendForm,
            may=_amends,
            run=lambda actor, plan, data: plans.amend(actor, plan_id=plan.pk, **data),
            done=_("Đã lập bản bổ sung từ kế hoạch đang có hiệu lực."),
            to=lambda _plan, made: page_of(made),
        ),
    ),
)


def _may_begin(actor, line):
    if line.plan.state != PlanState.APPROVED or getattr(line, "is_begun", False):
        return False
    return actor.may(EDIT, line.plan.unit.path)


LINE = Actions(
    code="oversight_line",
    get=get_line,
    back=lambda line: page_of(line.plan),
    above=lambda line: line.plan,
    actions=(
        Action(
            name="begin",
            title=_("Ra quyết định"),
            heading=lambda line: line,
            submit=_("Ghi"),
            form=PlannedForm,
            takes=("actor",),
            may=_may_begin,
            run=lambda actor, line, data: inspections.begin_planned(actor, line_id=line.pk, **data),
            done=_("Đã ghi quyết định kiểm tra, giám sát."),
            to=lambda _line, made: reverse("inspection", args=[made.pk]),
        ),
        Action(
            name="drop",
            title=_("Bỏ"),
            may=lambda actor, line: _edits_draft(actor, line.plan),
            run=lambda actor, line, data: plans.drop_line(actor, line_id=line.pk),
            done=_("Đã bỏ khỏi dự thảo."),
            ask=_("Bỏ nội dung này khỏi dự thảo?"),
            to=lambda _line, plan: page_of(plan),
            tone="quiet",
        ),
    ),
)
