"""What can be done to the own plan, and to the plan of somebody one scores."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from thenchot.catalogue.queries.products import products_for
from thenchot.platform.ui.actions import Action, Actions
from thenchot.worklog.access import may_answer_line, may_plan, may_review_plan, may_withdraw_line
from thenchot.worklog.forms import daily as forms
from thenchot.worklog.forms.fields import ReasonForm
from thenchot.worklog.queries import plans as queries
from thenchot.worklog.services import plan_reviewing, planning


def page_of(assessment) -> str:
    """The own month, or the sheet of somebody else; there the plan."""
    if assessment.is_own:
        return reverse("my_month") + f"?assessment={assessment.pk}#plan"
    return reverse("assessment_detail", args=[assessment.pk]) + "#plan"


def all_given(assessment, count: int) -> str:
    return ngettext("Đã giao %(n)s việc.", "Đã giao %(n)s việc.", count) % {"n": count}


def name_of(assessment) -> str:
    return assessment.span.label_vi()


OWN_PLAN = Actions(
    code="plan",
    get=queries.get_own,
    back=page_of,
    above=name_of,
    actions=(
        Action(
            name="new",
            title=_("+ Thêm việc"),
            heading=lambda assessment: _("Kế hoạch cá nhân: thêm việc"),
            submit=_("Đề xuất"),
            address="plan/new/",
            form=forms.PlanForm,
            takes=("assessment",),
            initial=lambda actor, assessment: {"due_on": assessment.ends_on},
            template="catalogue/product_form.html",
            more=lambda actor, assessment: {
                "products": products_for(assessment.unit, assessment.ends_on)
            },
            may=may_plan,
            run=lambda actor, assessment, data: planning.propose_line(
                actor, assessment_id=assessment.pk, **data
            ),
            done=_("Đã đề xuất; việc được tính khi người chấm điểm chấp nhận."),
        ),
    ),
)
PLAN = Actions(
    code="plan",
    get=queries.get_marked,
    back=page_of,
    above=name_of,
    actions=(
        Action(
            name="accept_all",
            title=_("Giao cả kế hoạch"),
            tone="go",
            address="plan/accept/",
            may=may_review_plan,
            run=lambda actor, assessment, data: planning.accept_plan(
                actor, assessment_id=assessment.pk
            ),
            done=all_given,
        ),
        Action(
            name="review",
            title=_("Kiểm tra kế hoạch"),
            heading=lambda assessment: _("Kiểm tra kế hoạch cá nhân") + f": {assessment.person}",
            note=lambda assessment: "; ".join(
                line.name for line in queries.plan_of(assessment).lines
            ),
            submit=_("Ghi"),
            address="plan/review/",
            form=forms.PlanReviewForm,
            may=may_review_plan,
            run=lambda actor, assessment, data: plan_reviewing.review_plan(
                actor, assessment_id=assessment.pk, **data
            ),
            done=_("Đã ghi lần kiểm tra; người lập kế hoạch xem được."),
        ),
    ),
)
PLAN_LINE = Actions(
    code="plan",
    get=queries.get_line,
    back=lambda line: page_of(line.assessment),
    above=lambda line: line.assessment.person.full_name,
    actions=(
        Action(
            name="accept",
            title=_("Giao"),
            may=may_answer_line,
            run=lambda actor, line, data: planning.accept_line(actor, line_id=line.pk),
            done=_("Đã giao việc này."),
        ),
        Action(
            name="refuse",
            title=_("Không giao"),
            heading=lambda line: _("Không giao") + f": {line.name}",
            tone="quiet",
            form=ReasonForm,
            may=may_answer_line,
            run=lambda actor, line, data: planning.refuse_line(actor, line_id=line.pk, **data),
            done=_("Đã trả lời: không giao việc này."),
        ),
    ),
)
OWN_PLAN_LINE = Actions(
    code="plan",
    get=queries.get_own_line,
    back=lambda line: page_of(line.assessment),
    above=lambda line: name_of(line.assessment),
    actions=(
        Action(
            name="withdraw",
            title=_("Rút"),
            tone="quiet",
            may=may_withdraw_line,
            run=lambda actor, line, data: planning.withdraw_line(actor, line_id=line.pk),
            done=_("Đã rút việc khỏi kế hoạch."),
        ),
    ),
)
