"""One's own month: what was delivered, what it is worth so far, what is still to do."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.catalogue.queries.products import product_named, products_for
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.forms import attempt, sent
from thenchot.scoring import forms
from thenchot.scoring.evaluation import policy_of
from thenchot.scoring.panels import panels_of
from thenchot.scoring.queries.objections import objections_of
from thenchot.scoring.queries.own import own_month
from thenchot.scoring.services import causes, objecting, self_reporting
from thenchot.worklog.access import is_own
from thenchot.worklog.models import Work
from thenchot.worklog.queries.assessments import get_assessment, my_assessments
from thenchot.worklog.views.plans import plan_of

form_page = require_http_methods(["GET", "HEAD", "POST"])
SHOWN = 18  # sheets in the row of periods: a year and a half of months


@require_safe
@login_required
def my_month(request):
    asked = request.GET.get("sheet", "")
    own = own_month(request.actor, int(asked) if asked.isdigit() else None, today())
    context = {
        "own": own,
        "assessments": my_assessments(request.actor).order_by("-starts_on")[:SHOWN],
        "on": today(),
    }
    if own is None:
        return render(request, "scoring/my_month_none.html", context)
    initial = forms.initial_points(own.assessment.general_self)
    points = forms.PointsForm(initial=initial, policy=policy_of(own.assessment), optional=True)
    return render(
        request,
        "scoring/my_month.html",
        context
        | {
            "assessment": own.assessment,
            "points": points,
            "may_write": not own.assessment.is_closed,
            "objections": objections_of(own.assessment),
            "panels": panels_of(request.actor, own.assessment),
        }
        | plan_of(request, own.assessment),
    )


@form_page
@login_required
def work_new(request, pk):
    """Also from a phone: one short form."""
    assessment = _own(request, pk)
    day = min(max(today(), assessment.starts_on), assessment.ends_on)
    form = forms.WorkForm(
        sent(request),
        request.FILES or None,
        initial={"done_on": day, "product": request.GET.get("product", "")},
    )
    if form.is_valid() and _add(request, assessment, form):
        messages.success(request, _("Đã ghi việc phát sinh."))
        return _back(assessment)
    return _form(
        request,
        form,
        assessment,
        _("Việc phát sinh"),
        _("Ghi"),
        products=products_for(assessment.unit, assessment.ends_on),
    )


def _add(request, assessment, form):
    data = {**form.cleaned_data}
    text = data.pop("product")
    product = product_named(assessment.unit, assessment.ends_on, text)
    if text and product is None:
        form.add_error(
            "product",
            _(
                "Danh mục đang áp dụng không có mã này. Chọn trong danh sách, hoặc bỏ trống và "
                "ghi đã làm gì."
            ),
        )
        return None
    return attempt(
        form,
        lambda: self_reporting.add_work(
            request.actor, assessment_id=assessment.pk, product_id=product and product.pk, **data
        ),
    )


@form_page
@login_required
def work_done(request, pk):
    work, assessment = _own_work(request, pk)
    left = work.assigned - work.returned
    initial = {
        "done": left,
        "done_on": work.done_on or min(today(), assessment.ends_on),
        "exceeds": work.exceeds,
        "mode": work.mode,
        "evidence": work.evidence,
    }
    form = forms.DoneForm(sent(request), request.FILES or None, initial=initial)
    if form.is_valid() and attempt(
        form, lambda: self_reporting.report_done(request.actor, work_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã ghi kết quả."))
        return _back(assessment)
    return _form(request, form, assessment, _("Báo kết quả") + f": {work.name}", _("Ghi"))


@form_page
@login_required
def work_give_back(request, pk):
    work, assessment = _own_work(request, pk)
    form = forms.GiveBackForm(
        sent(request), initial={"quantity": work.assigned - work.returned - work.done}
    )
    if form.is_valid() and attempt(
        form, lambda: self_reporting.give_back(request.actor, work_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã trả lại; phần trả lại vẫn tính là được giao."))
        return _back(assessment)
    return _form(
        request, form, assessment, _("Trả lại việc không làm được") + f": {work.name}", _("Trả lại")
    )


@require_POST
@login_required
def work_drop(request, pk):
    work, assessment = _own_work(request, pk)
    self_reporting.drop_own_work(request.actor, work_id=work.pk)
    messages.success(request, _("Đã bỏ dòng ghi nhầm."))
    return _back(assessment)


@require_POST
@login_required
def assessment_rate(request, pk):
    """Save the own points; "send" also submits the sheet."""
    assessment = _own(request, pk)
    form = forms.PointsForm(request.POST, policy=policy_of(assessment), optional=True)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, " ".join(errors))
        return _back(assessment)
    self_reporting.rate_oneself(request.actor, assessment_id=pk, points=form.points())
    if (
        "send" in request.POST
        and attempt(form, lambda: self_reporting.submit_assessment(request.actor, assessment_id=pk))
        is None
    ):
        messages.error(request, " ".join(form.non_field_errors()))
        return _back(assessment)
    messages.success(
        request, _("Đã gửi phiếu.") if "send" in request.POST else _("Đã lưu điểm tự chấm.")
    )
    return _back(assessment)


@form_page
@login_required
def objection_new(request, pk):
    assessment = _own(request, pk)
    form = forms.ObjectionForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: objecting.object_to(request.actor, assessment_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã gửi kiến nghị."))
        return _back(assessment)
    return _form(request, form, assessment, _("Kiến nghị về kết quả"), _("Gửi"))


@form_page
@login_required
def cause_new(request, pk):
    """What kept the work of the unit of this sheet back; a head confirms it for everybody."""
    assessment = get_assessment(request.actor, pk)
    form = forms.CauseForm(sent(request), initial={"starts_on": today()})
    if form.is_valid() and attempt(
        form,
        lambda: causes.propose_cause(
            request.actor, unit_id=assessment.unit_id, **form.cleaned_data
        ),
    ):
        messages.success(request, _("Đã nêu nguyên nhân; chờ người có thẩm quyền xác nhận."))
        return (
            _back(assessment)
            if is_own(request.actor, assessment)
            else redirect("unit_month", assessment.unit_id)
        )
    return _form(request, form, assessment, _("Nguyên nhân khách quan"), _("Nêu"))


def _own(request, pk):
    assessment = get_assessment(request.actor, pk)
    if not is_own(request.actor, assessment):
        raise NotVisible(f"sheet {pk}")
    return assessment


def _own_work(request, pk):
    work = Work.objects.filter(pk=pk, dropped_at__isnull=True).first()
    if work is None:
        raise NotVisible(f"work {pk}")
    return work, _own(request, work.assessment_id)


def _back(assessment):
    return redirect(reverse("my_month") + f"?sheet={assessment.pk}")


def _form(request, form, assessment, title, submit, products=None):
    back = (
        reverse("my_month") + f"?sheet={assessment.pk}"
        if is_own(request.actor, assessment)
        else reverse("assessment_detail", args=[assessment.pk])
    )
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
        "above": str(assessment.span.label_vi()),
        "products": products,
    }
    return render(request, "catalogue/product_form.html", context)
