"""One sheet for whoever scores it: every line, fault and point; confirming, closing, opening
again.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.catalogue.queries.products import product_named, products_for
from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.forms import attempt, sent
from thenchot.scoring import exports, forms
from thenchot.scoring.evaluation import policy_of
from thenchot.scoring.models import Objection
from thenchot.scoring.panels import panels_of
from thenchot.scoring.queries.months import duplicates_in
from thenchot.scoring.queries.objections import objections_of, reopenings_of
from thenchot.scoring.queries.own import others_of, read_assessment
from thenchot.scoring.services import closing, marking, objecting
from thenchot.worklog.access import SEE, is_own, may_score
from thenchot.worklog.enums import Capacity
from thenchot.worklog.forms import fields
from thenchot.worklog.models import Assessment, Fault, Work
from thenchot.worklog.queries.assessments import get_assessment, with_work
from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.views.plans import plan_of

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def assessment_detail(request, pk):
    """One sheet in full: every line, every fault, every point down to its article."""
    found = get_assessment(request.actor, pk)
    if is_own(request.actor, found):
        return redirect(reverse("my_month") + f"?sheet={pk}")
    request.actor.reads.append(found.person)
    assessment = with_work(Assessment.objects.filter(pk=pk)).get()
    own = read_assessment(assessment, today())
    may = bool(may_score(request.actor, assessment))
    context = {
        "own": own,
        "assessment": assessment,
        "may_score": may and not assessment.is_closed,
        "may_reopen": may and assessment.is_closed,
        "why_not": may_score(request.actor, assessment),
        "reopenings": reopenings_of(assessment),
        "objections": objections_of(assessment),
        "may_settle": may,
        "on": today(),
        "products": products_for(assessment.unit, assessment.ends_on)
        if own.evaluated.unconverted and may
        else (),
        "key": key_of(assessment.span),
        "duplicates": duplicates_in(assessment.counted),
        "panels": panels_of(request.actor, assessment),
        **plan_of(request, assessment),
    }
    return render(request, "scoring/assessment.html", context)


@form_page
@login_required
def assessment_points(request, pk):
    """The general points as confirmed, beside those the person gave; for leaders đ and e too."""
    assessment = get_assessment(request.actor, pk)
    may_score(request.actor, assessment).or_refuse()
    form = forms.PointsForm(
        sent(request),
        initial=forms.initial_points(assessment.general or assessment.general_self),
        policy=policy_of(assessment),
    )
    leading = (
        forms.LeadingForm(sent(request), initial=assessment.leading, field=_field_of(assessment))
        if assessment.kind != Capacity.STAFF
        else None
    )
    if (
        form.is_valid()
        and (leading is None or leading.is_valid())
        and attempt(form, lambda: _confirm(request, assessment, form, leading))
    ):
        messages.success(request, _("Đã xác nhận điểm."))
        return redirect("assessment_detail", pk)
    context = {
        "form": form,
        "leading": leading,
        "assessment": assessment,
        "title": _("Tiêu chí chung"),
        "back": reverse("assessment_detail", args=[pk]),
    }
    return render(request, "scoring/points.html", context)


def _field_of(assessment) -> list[tuple[int, str]]:
    """Of whom a deputy can be in charge; a head leads everybody."""
    if assessment.kind != Capacity.DEPUTY:
        return []
    return [
        (one.person_id, one.person.full_name)
        for one in others_of(assessment)
        if one.person_id != assessment.person_id and one.kind != Capacity.HEAD
    ]


def _confirm(request, assessment, form, leading):
    return marking.confirm_points(
        request.actor,
        assessment_id=assessment.pk,
        points=form.points(),
        leading=leading.leading() if leading else None,
    )


@require_POST
@login_required
def assessment_close(request, pk):
    assessment = closing.close_assessment(request.actor, assessment_id=pk)
    messages.success(request, _("Đã chốt phiếu của %s.") % assessment.person.full_name)
    return redirect(
        reverse("unit_month", args=[assessment.unit_id])
        + f"?period={key_of(assessment.span)}"
        + ("&practice=1" if assessment.is_practice else "")
    )


@form_page
@login_required
def assessment_reopen(request, pk):
    assessment = get_assessment(request.actor, pk)
    may_score(request.actor, assessment).or_refuse()
    form = fields.ReasonForm(sent(request))
    if form.is_valid() and attempt(
        form,
        lambda: closing.reopen_assessment(request.actor, assessment_id=pk, **form.cleaned_data),
    ):
        messages.success(request, _("Đã mở lại; kết quả cũ được giữ kèm lý do."))
        return redirect("assessment_detail", pk)
    return _form(request, form, assessment, _("Mở lại kỳ đã chốt"), _("Mở lại"))


@form_page
@login_required
def objection_settle(request, pk):
    found = Objection.objects.filter(pk=pk).first()
    if found is None:
        raise NotVisible(f"objection {pk}")
    assessment = get_assessment(request.actor, found.assessment_id)
    may_score(request.actor, assessment).or_refuse()
    form = forms.SettleForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: objecting.settle_objection(request.actor, objection_id=pk, **form.said())
    ):
        messages.success(request, _("Đã trả lời kiến nghị."))
        return redirect("assessment_detail", assessment.pk)
    return _form(request, form, assessment, _("Giải quyết kiến nghị"), _("Trả lời"))


@form_page
@login_required
def assessment_unscored(request, pk):
    assessment = get_assessment(request.actor, pk)
    may_score(request.actor, assessment).or_refuse()
    form = forms.UnscoredForm(sent(request), initial={"reason": assessment.not_scored})
    if form.is_valid() and attempt(
        form, lambda: marking.leave_unscored(request.actor, assessment_id=pk, **form.cleaned_data)
    ):
        return redirect("assessment_detail", pk)
    return _form(request, form, assessment, _("Không chấm điểm kỳ này"), _("Ghi"))


@require_POST
@login_required
def work_convert(request, pk):
    work, assessment = _work(request, pk)
    may_score(request.actor, assessment).or_refuse()
    text = request.POST.get("product", "")
    product = product_named(assessment.unit, assessment.ends_on, text)
    if product is None:
        messages.error(request, _("Danh mục đang áp dụng không có mã “%s”.") % text[:80])
    else:
        marking.convert_work(request.actor, work_id=work.pk, product_id=product.pk)
        messages.success(
            request,
            _("Đã quy đổi: hệ số %s.") % f"{product.factor.normalize():f}".replace(".", ","),
        )
    return redirect("assessment_detail", assessment.pk)


@form_page
@login_required
def fault_new(request, pk):
    work, assessment = _work(request, pk)
    may_score(request.actor, assessment).or_refuse()
    form = forms.FaultForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: marking.note_fault(request.actor, work_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã ghi lỗi."))
        return redirect("assessment_detail", assessment.pk)
    return _form(request, form, assessment, _("Ghi lỗi") + f": {work.name}", _("Ghi"))


@form_page
@login_required
def fault_withdraw(request, pk):
    fault = Fault.objects.filter(pk=pk, withdrawn_at__isnull=True).select_related("work").first()
    if fault is None:
        raise NotVisible(f"fault {pk}")
    assessment = get_assessment(request.actor, fault.work.assessment_id)
    may_score(request.actor, assessment).or_refuse()
    form = fields.ReasonForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: marking.withdraw_fault(request.actor, fault_id=pk, **form.cleaned_data)
    ):
        return redirect("assessment_detail", assessment.pk)
    return _form(request, form, assessment, _("Bỏ lỗi đã ghi"), _("Bỏ"))


@form_page
@login_required
def work_split(request, pk):
    work, assessment = _work(request, pk)
    may_score(request.actor, assessment).or_refuse()
    mates = (
        Assessment.objects.visible_to(request.actor, SEE)
        .filter(
            unit__path__startswith=assessment.unit.path,
            period=assessment.period,
            year=assessment.year,
            number=assessment.number,
            is_practice=assessment.is_practice,
            rules=assessment.rules,
        )
        .exclude(pk=assessment.pk)
        .exclude(state="closed")
        .select_related("person")
    )
    form = forms.SplitForm(sent(request), assessments=mates)
    if form.is_valid() and attempt(
        form, lambda: marking.split_work(request.actor, work_id=pk, shares=form.shares())
    ):
        messages.success(request, _("Đã chia sản phẩm."))
        return redirect("assessment_detail", assessment.pk)
    return _form(request, form, assessment, _("Chia sản phẩm chung") + f": {work.name}", _("Chia"))


@require_safe
@login_required
def assessment_receipt(request, pk):
    """The receipt of a closed sheet for other programs."""
    assessment = get_assessment(request.actor, pk)
    if not assessment.is_closed:
        Decision.no(Reason("sheet.open", "Phiếu chưa chốt.")).or_refuse()
    if not is_own(request.actor, assessment):
        request.actor.reads.append(assessment.person)
    return JsonResponse(exports.receipt_of(assessment), json_dumps_params={"ensure_ascii": False})


def _work(request, pk):
    work = Work.objects.filter(pk=pk, dropped_at__isnull=True).first()
    if work is None:
        raise NotVisible(f"work {pk}")
    return work, get_assessment(request.actor, work.assessment_id)


def _form(request, form, assessment, title, submit):
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": reverse("assessment_detail", args=[assessment.pk]),
        "above": str(assessment),
    }
    return render(request, "catalogue/product_form.html", context)
