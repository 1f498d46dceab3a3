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
from thenchot.worklog.queries.sheets import get_sheet
from thenchot.worklog.services import plan_reviewing, planning


@form_page
@login_required
def plan_new(request, pk):
    sheet = _own(request, pk)
    form = forms.PlanForm(sent(request), initial={"due_on": sheet.ends_on})
    if form.is_valid() and _propose(request, sheet, form):
        messages.success(request, _("Đã đề xuất; việc được tính khi người chấm điểm chấp nhận."))
        return _back(request, sheet)
    context = {
        "form": form,
        "title": _("Kế hoạch cá nhân: thêm việc"),
        "submit": _("Đề xuất"),
        "back": _address(request, sheet),
        "above": str(sheet.span.label_vi()),
        "products": products_for(sheet.unit, sheet.ends_on),
    }
    return render(request, "catalogue/product_form.html", context)


def _propose(request, sheet, form):
    data = {**form.cleaned_data}
    text = data.pop("product")
    product = product_named(sheet.unit, sheet.ends_on, text)
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
            request.actor, sheet_id=sheet.pk, product_id=product and product.pk, **data
        ),
    )


@require_POST
@login_required
def plan_withdraw(request, pk):
    line = _line(pk)
    sheet = _own(request, line.sheet_id)
    return _do(
        request,
        sheet,
        lambda: planning.withdraw_line(request.actor, line_id=pk),
        _("Đã rút việc khỏi kế hoạch."),
    )


@require_POST
@login_required
def plan_accept(request, pk):
    """One line."""
    sheet = _scored(request, _line(pk).sheet_id)
    return _do(
        request,
        sheet,
        lambda: planning.accept_line(request.actor, line_id=pk),
        _("Đã giao việc này."),
    )


@require_POST
@login_required
def plan_accept_all(request, pk):
    sheet = _scored(request, pk)
    waiting = sheet.plan.filter(state=PlanState.PROPOSED).count()
    told = ngettext("Đã giao %(n)s việc.", "Đã giao %(n)s việc.", waiting) % {"n": waiting}
    return _do(request, sheet, lambda: planning.accept_plan(request.actor, sheet_id=pk), told)


@form_page
@login_required
def plan_refuse(request, pk):
    line = _line(pk)
    sheet = _scored(request, line.sheet_id)
    form = ReasonForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: planning.refuse_line(request.actor, line_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã trả lời: không giao việc này."))
        return _back(request, sheet)
    title = _("Không giao") + f": {line.name}"
    return ask(
        request,
        form,
        title=title,
        submit=_("Không giao"),
        back=_address(request, sheet),
        above=sheet.person.full_name,
    )


@form_page
@login_required
def plan_review(request, pk):
    """The periodic look at the plan."""
    sheet = _scored(request, pk)
    form = forms.PlanReviewForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: plan_reviewing.review_plan(request.actor, sheet_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã ghi lần kiểm tra; người lập kế hoạch xem được."))
        return _back(request, sheet)
    title = _("Kiểm tra kế hoạch cá nhân") + f": {sheet.person.full_name}"
    note = "; ".join(line.name for line in queries.plan_of(sheet).lines)
    return ask(
        request,
        form,
        title=title,
        submit=_("Ghi"),
        back=_address(request, sheet),
        above=str(sheet.span.label_vi()),
        note=note,
    )


def plan_of(sheet) -> dict:
    """For the page of a sheet: its plan, how many lines wait, when it was and will be looked at."""
    found = queries.plan_of(sheet)
    return {
        "plan": found.lines,
        "plan_waiting": found.waiting,
        "plan_stands": found.standing,
        "plan_reviews": found.reviews,
        "plan_next": found.next_on,
    }


def _do(request, sheet, do, told):
    try:
        do()
    except Refused as refused:
        for reason in refused.decision.reasons:
            messages.error(request, say_reason(reason))
    else:
        messages.success(request, told)
    return _back(request, sheet)


def _line(pk) -> PlanLine:
    found = PlanLine.objects.filter(pk=pk).first()
    if found is None:
        raise NotVisible(f"plan line {pk}")
    return found


def _own(request, pk):
    sheet = get_sheet(request.actor, pk)
    if not is_own(request.actor, sheet):
        raise NotVisible(f"sheet {pk}")
    return sheet


def _scored(request, pk):
    sheet = get_sheet(request.actor, pk)
    may_score(request.actor, sheet).or_refuse()
    return sheet


def _address(request, sheet):
    return (
        reverse("my_month") + f"?sheet={sheet.pk}#plan"
        if is_own(request.actor, sheet)
        else reverse("sheet_detail", args=[sheet.pk]) + "#plan"
    )


def _back(request, sheet):
    return redirect(_address(request, sheet))
