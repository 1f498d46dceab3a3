"""Templates of a month's work: one with its lines, giving it to everybody it means."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.kernel.decision import Refused
from thenchot.platform.language import say_reason
from thenchot.platform.scope.actor import require
from thenchot.worklog.access import ASSIGN
from thenchot.worklog.actions.templates import TEMPLATE
from thenchot.worklog.forms import templates as forms
from thenchot.worklog.labels import STEP, STEP_TONE, name_of_period, whom
from thenchot.worklog.queries import assigning as queries
from thenchot.worklog.registers.templates import TemplateLineListing
from thenchot.worklog.rules.assigning import Step
from thenchot.worklog.services import templating


@require_safe
def template_detail(request, pk):
    template = _kept(request, pk)
    lines = list(queries.lines_of(template))
    context = {
        "template": template,
        "whom": whom(template),
        "lines": lines,
        "table": TemplateLineListing(lines, request=request),
        "months": forms.MonthForm(),
        "offers": TEMPLATE.offers(request.actor, template),
    }
    return render(request, "worklog/template_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def template_assign(request, pk):
    """GET: what would change for whom. POST: exactly that."""
    template = _kept(request, pk)
    months = forms.MonthForm(request.POST if request.method == "POST" else request.GET)
    month, reasons = months.chosen(), []
    if request.method == "POST":
        seal = request.POST.get("seal", "")
        try:
            made = templating.assign(request.actor, template_id=pk, month=month, seal=seal)
        except Refused as refused:
            reasons = [say_reason(reason) for reason in refused.decision.reasons]
        else:
            text = _("Đã giao: %(added)s dòng thêm, %(changed)s dòng đổi, %(taken)s dòng bỏ.")
            messages.success(request, text % made.counts)
            return redirect("template_detail", pk)
    context = _difference(queries.plan(request.actor, template, month)) | {"reasons": reasons}
    return render(request, "worklog/template_assign.html", context, status=422 if reasons else 200)


def _difference(plan: queries.Plan) -> dict:
    code = forms.code_of(plan.month)
    return {
        "template": plan.template,
        "whom": whom(plan.template),
        "plan": plan,
        "differences": [(target, list(map(_shown, target.changes))) for target in plan.changed],
        "taken_tone": STEP_TONE[Step.TAKEN] if plan.counts[Step.TAKEN] else "",
        "month": code,
        "month_name": name_of_period(plan.month),
        "months": forms.MonthForm({"month": code}),
    }


def _shown(change) -> tuple:
    """With the word and tone of its step; what is kept has no new value."""
    after = change.after if change.step != Step.KEPT else None
    return change, STEP[change.step], STEP_TONE[change.step], after


def _kept(request, pk):
    template = queries.get_template(request.actor, pk)
    require(request.actor, ASSIGN, template.unit.path)
    return template
