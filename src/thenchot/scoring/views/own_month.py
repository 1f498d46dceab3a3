"""One's own month: what was delivered, what it is worth so far, what is still to do."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.kernel.typed import id_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import attempt
from thenchot.scoring import forms
from thenchot.scoring.actions import CAUSE_OF_SHEET, OBJECTION, OWN, own_page
from thenchot.scoring.evaluation import policy_of
from thenchot.scoring.listings import WorkListing
from thenchot.scoring.panels import panels_of
from thenchot.scoring.queries.lines import get_own
from thenchot.scoring.queries.objections import objections_of
from thenchot.scoring.queries.own import own_month, receipt_of
from thenchot.scoring.services import self_reporting
from thenchot.worklog.enums import Regulation
from thenchot.worklog.queries.assessments import my_assessments
from thenchot.worklog.templatetags.worklog import named
from thenchot.worklog.views.plans import plan_of

SHOWN = 18  # sheets in the row of periods: a year and a half of months


@require_safe
def my_month(request):
    asked = request.GET.get("assessment", "")
    own = own_month(request.actor, id_of(asked), today())
    if own is None:
        return render(request, "scoring/my_month_none.html")
    assessment = own.assessment
    may_write = not assessment.is_closed
    context = {
        "own": own,
        "assessment": assessment,
        "periods": _periods(request.actor, assessment),
        "offers": _offers(request.actor, assessment) if may_write else [],
        "points": _points_of(assessment),
        "may_write": may_write,
        "works": WorkListing.of(assessment, request=request, writes=may_write),
        "receipt": receipt_of(own, final=False),
        "objections": objections_to(request.actor, assessment),
        "panels": panels_of(request.actor, assessment),
        "on": today(),
        **plan_of(request, assessment),
    }
    return render(request, "scoring/my_month.html", context)


def _periods(actor, assessment) -> list[dict]:
    """The latest sheets of the actor, for the row of periods."""
    sheets = my_assessments(actor).order_by("-starts_on")[:SHOWN]
    return [{"pk": one.pk, "name": _name_of(one), "on": one.pk == assessment.pk} for one in sheets]


def _name_of(assessment) -> str:
    remarks = []
    if assessment.rules == Regulation.QD366:
        remarks.append(f"({_('của Đảng')})")
    if assessment.is_practice:
        remarks.append(f"({_('tập dượt')})")
    return " ".join([named(assessment.span), *remarks])


def _offers(actor, assessment) -> list:
    return OWN.offers(actor, assessment) + CAUSE_OF_SHEET.offers(actor, assessment)


def _points_of(assessment) -> forms.PointsForm:
    initial = forms.initial_points(assessment.general_self)
    return forms.PointsForm(initial=initial, policy=policy_of(assessment), optional=True)


def objections_to(actor, assessment) -> list:
    """Objections to a sheet, each with what the actor may do to it."""
    objections = list(objections_of(assessment))
    for one in objections:
        one.sheet = assessment
        one.offers = [] if one.settled_on else OBJECTION.offers(actor, one)
    return objections


@require_POST
def assessment_rate(request, pk):
    """Save the own points; "send" also submits the sheet."""
    assessment = get_own(request.actor, pk)
    form = forms.PointsForm(request.POST, policy=policy_of(assessment), optional=True)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, " ".join(errors))
        return redirect(own_page(assessment))
    self_reporting.rate_oneself(request.actor, assessment_id=pk, points=form.points())
    if "send" not in request.POST:
        messages.success(request, _("Đã lưu điểm tự chấm."))
    elif attempt(form, lambda: self_reporting.submit_assessment(request.actor, assessment_id=pk)):
        messages.success(request, _("Đã gửi phiếu."))
    else:
        messages.error(request, " ".join(form.non_field_errors()))
    return redirect(own_page(assessment))
