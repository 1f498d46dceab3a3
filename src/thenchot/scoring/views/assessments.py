"""One sheet for whoever scores it: every line, fault and point; its general points; its receipt."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.catalogue.queries.products import product_named, products_for
from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import attempt, sent
from thenchot.scoring import exports, forms
from thenchot.scoring.actions import ASSESSMENT, own_page, page_of, page_of_line, unit_page
from thenchot.scoring.evaluation import policy_of
from thenchot.scoring.listings import WorkListing
from thenchot.scoring.panels import panels_of
from thenchot.scoring.queries.lines import get_work
from thenchot.scoring.queries.months import duplicates_in
from thenchot.scoring.queries.objections import reopenings_of
from thenchot.scoring.queries.own import others_of, read_assessment, receipt_of
from thenchot.scoring.services import marking
from thenchot.scoring.views.own_month import objections_to
from thenchot.worklog.access import is_own, may_score
from thenchot.worklog.enums import Capacity
from thenchot.worklog.models import Assessment
from thenchot.worklog.queries.assessments import get_assessment, with_work
from thenchot.worklog.views.plans import plan_of


@require_safe
def assessment_detail(request, pk):
    """One sheet in full: every line, every fault, every point down to its article."""
    found = get_assessment(request.actor, pk)
    if is_own(request.actor, found):
        return redirect(own_page(found))
    request.actor.reads.append(found.person)
    assessment = with_work(Assessment.objects.filter(pk=pk)).get()
    own = read_assessment(assessment, today())
    decision = may_score(request.actor, assessment)
    scores = bool(decision) and not assessment.is_closed
    context = {
        "own": own,
        "assessment": assessment,
        "unit_page": unit_page(assessment),
        "offers": ASSESSMENT.offers(request.actor, assessment),
        "may_score": scores,
        "why_not": [] if decision else decision.reasons,
        "works": WorkListing.of(assessment, request=request, scores=scores),
        "receipt": receipt_of(own, final=True),
        "reopenings": reopenings_of(assessment),
        "objections": objections_to(request.actor, assessment),
        "products": _products_for(own, scores),
        "duplicates": [] if assessment.is_closed else duplicates_in(assessment.counted),
        "panels": panels_of(request.actor, assessment),
        "on": today(),
        **plan_of(request, assessment),
    }
    return render(request, "scoring/assessment.html", context)


def _products_for(own, scores: bool):
    """What a line without a product can be converted to."""
    if not (scores and own.evaluated.unconverted):
        return ()
    return products_for(own.assessment.unit, own.assessment.ends_on)


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_points(request, pk):
    """The general points as confirmed, beside those the person gave; for leaders đ and e too."""
    assessment = get_assessment(request.actor, pk)
    may_score(request.actor, assessment).or_refuse()
    form = forms.ConfirmForm(
        sent(request),
        stands=assessment.general or assessment.general_self,
        policy=policy_of(assessment),
    )
    leading = _leading_form(request, assessment)
    is_valid = form.is_valid() and (leading is None or leading.is_valid())
    if is_valid and attempt(form, lambda: _confirm(request, assessment, form, leading)):
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


def _leading_form(request, assessment):
    if assessment.kind == Capacity.STAFF:
        return None
    field = _field_of(assessment)
    return forms.LeadingForm(sent(request), initial=assessment.leading, field=field)


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
        seen=form.cleaned_data["seen"],
    )


@require_POST
def work_convert(request, pk):
    """The field stands in the line itself: what it refuses is told above the sheet."""
    work = get_work(request.actor, pk)
    assessment = work.sheet
    may_score(request.actor, assessment).or_refuse()
    text = request.POST.get("product", "")
    product = product_named(assessment.unit, assessment.ends_on, text)
    if product is None:
        messages.error(request, _("Danh mục đang áp dụng không có mã “%s”.") % text[:80])
        return redirect(page_of_line(work))
    marking.convert_work(request.actor, work_id=work.pk, product_id=product.pk)
    factor = f"{product.factor.normalize():f}".replace(".", ",")
    messages.success(request, _("Đã quy đổi: hệ số %s.") % factor)
    return redirect(page_of(assessment))


@require_safe
def assessment_receipt(request, pk):
    """The receipt of a closed sheet for other programs."""
    assessment = get_assessment(request.actor, pk)
    if not assessment.is_closed:
        Decision.no(Reason("sheet.open", "Phiếu chưa chốt.")).or_refuse()
    if not is_own(request.actor, assessment):
        request.actor.reads.append(assessment.person)
    return JsonResponse(exports.receipt_of(assessment), json_dumps_params={"ensure_ascii": False})
