"""The own plan: proposed on one's own month, accepted or refused on the page of the sheet."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from thenchot.catalogue.queries.products import product_named, products_for
from thenchot.kernel.decision import Refused
from thenchot.platform.language import say_reason
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.asking import ask, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.worklog.access import is_own, may_score
from thenchot.worklog.enums import PlanState
from thenchot.worklog.forms import daily as forms
from thenchot.worklog.forms.fields import ReasonForm
from thenchot.worklog.models import PlanLine
from thenchot.worklog.queries import plans as queries
from thenchot.worklog.queries.assessments import get_assessment
from thenchot.worklog.services import plan_reviewing, planning


@form_page
@login_required
def plan_new(request, pk):
    assessment = _own(request, pk)
    form = forms.PlanForm(sent(request), initial={"due_on": assessment.ends_on})
    if form.is_valid() and _propose(request, assessment, form):
        messages.success(request, _("Đã đề xuất; việc được tính khi người chấm điểm chấp nhận."))
        return _back(request, assessment)
    context = {
        "form": form,
        "title": _("Kế hoạch cá nhân: thêm việc"),
        "submit": _("Đề xuất"),
        "back": _address(request, assessment),
        "above": str(assessment.span.label_vi()),
        "products": products_for(assessment.unit, assessment.ends_on),
    }
    return render(request, "catalogue/product_form.html", context)


def _propose(request, assessment, form):
    data = {**form.cleaned_data}
    text = data.pop("product")
    product = product_named(assessment.unit, assessment.ends_on, text)
    if text and product is None:
        form.add_error(
            "product",
            _(
                "Danh mục đang áp dụng không có mã này. Chọn trong danh sách, hoặc bỏ trống và "
                "ghi nhiệm vụ."
            ),
        )
        return None
    return attempt(
        form,
        lambda: planning.propose_line(
            request.actor, assessment_id=assessment.pk, product_id=product and product.pk, **data
        ),
    )


@require_POST
@login_required
def plan_withdraw(request, pk):
    line = _line(pk)
    assessment = _own(request, line.assessment_id)
    return _do(
        request,
        assessment,
        lambda: planning.withdraw_line(request.actor, line_id=pk),
        _("Đã rút việc khỏi kế hoạch."),
    )


@require_POST
@login_required
def plan_accept(request, pk):
    """One line."""
    assessment = _scored(request, _line(pk).assessment_id)
    return _do(
        request,
        assessment,
        lambda: planning.accept_line(request.actor, line_id=pk),
        _("Đã giao việc này."),
    )


@require_POST
@login_required
def plan_accept_all(request, pk):
    assessment = _scored(request, pk)
    waiting = assessment.plan.filter(state=PlanState.PROPOSED).count()
    told = ngettext("Đã giao %(n)s việc.", "Đã giao %(n)s việc.", waiting) % {"n": waiting}
    return _do(
        request, assessment, lambda: planning.accept_plan(request.actor, assessment_id=pk), told
    )


@form_page
@login_required
def plan_refuse(request, pk):
    line = _line(pk)
    assessment = _scored(request, line.assessment_id)
    form = ReasonForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: planning.refuse_line(request.actor, line_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã trả lời: không giao việc này."))
        return _back(request, assessment)
    title = _("Không giao") + f": {line.name}"
    return ask(
        request,
        form,
        title=title,
        submit=_("Không giao"),
        back=_address(request, assessment),
        above=assessment.person.full_name,
    )


@form_page
@login_required
def plan_review(request, pk):
    """The periodic look at the plan."""
    assessment = _scored(request, pk)
    form = forms.PlanReviewForm(sent(request))
    if form.is_valid() and attempt(
        form,
        lambda: plan_reviewing.review_plan(request.actor, assessment_id=pk, **form.cleaned_data),
    ):
        messages.success(request, _("Đã ghi lần kiểm tra; người lập kế hoạch xem được."))
        return _back(request, assessment)
    title = _("Kiểm tra kế hoạch cá nhân") + f": {assessment.person.full_name}"
    note = "; ".join(line.name for line in queries.plan_of(assessment).lines)
    return ask(
        request,
        form,
        title=title,
        submit=_("Ghi"),
        back=_address(request, assessment),
        above=str(assessment.span.label_vi()),
        note=note,
    )


def plan_of(assessment) -> dict:
    """For the page of a sheet: its plan, how many lines wait, when it was and will be looked at."""
    found = queries.plan_of(assessment)
    return {
        "plan": found.lines,
        "plan_waiting": found.waiting,
        "plan_stands": found.standing,
        "plan_reviews": found.reviews,
        "plan_next": found.next_on,
    }


def _do(request, assessment, do, told):
    try:
        do()
    except Refused as refused:
        for reason in refused.decision.reasons:
            messages.error(request, say_reason(reason))
    else:
        messages.success(request, told)
    return _back(request, assessment)


def _line(pk) -> PlanLine:
    found = PlanLine.objects.filter(pk=pk).first()
    if found is None:
        raise NotVisible(f"plan line {pk}")
    return found


def _own(request, pk):
    assessment = get_assessment(request.actor, pk)
    if not is_own(request.actor, assessment):
        raise NotVisible(f"sheet {pk}")
    return assessment


def _scored(request, pk):
    assessment = get_assessment(request.actor, pk)
    may_score(request.actor, assessment).or_refuse()
    return assessment


def _address(request, assessment):
    return (
        reverse("my_month") + f"?sheet={assessment.pk}#plan"
        if is_own(request.actor, assessment)
        else reverse("assessment_detail", args=[assessment.pk]) + "#plan"
    )


def _back(request, assessment):
    return redirect(_address(request, assessment))
