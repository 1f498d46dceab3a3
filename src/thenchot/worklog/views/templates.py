"""Templates of a month's work: the list, one with its lines, giving it to everybody it means."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.catalogue.queries.products import products_for
from thenchot.kernel.decision import Refused
from thenchot.platform.clock import today
from thenchot.platform.language import say_reason
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.worklog.access import ASSIGN
from thenchot.worklog.forms import templates as forms
from thenchot.worklog.models import TemplateLine
from thenchot.worklog.queries import assigning as queries
from thenchot.worklog.services import templating

PER_PAGE = 50


@require_safe
@login_required
def template_list(request):
    require_somewhere(request.actor, ASSIGN)
    page = Paginator(queries.list_templates(request.actor, ASSIGN), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "worklog/template_list.html", {"page": page})


@form_page
@login_required
def template_new(request):
    require_somewhere(request.actor, ASSIGN)
    form = forms.TemplateForm(sent(request), actor=request.actor)
    if form.is_valid():
        made = attempt(form, lambda: templating.begin_template(request.actor, **form.facts()))
        if made:
            return done(
                request,
                _("Đã lập mẫu; thêm các sản phẩm của một tháng."),
                "template_detail",
                made.pk,
            )
    return ask(
        request,
        form,
        title=_("Lập mẫu giao việc"),
        submit=_("Lập"),
        back=reverse("template_list"),
        above=_("Mẫu giao việc"),
    )


@require_safe
@login_required
def template_detail(request, pk):
    found = _kept(request, pk)
    context = {
        "template": found,
        "lines": list(queries.lines_of(found)),
        "months": forms.MonthForm(),
    }
    return render(request, "worklog/template_detail.html", context)


@form_page
@login_required
def template_edit(request, pk):
    found = _kept(request, pk)
    form = forms.TemplateEditForm(
        sent(request), actor=request.actor, initial=forms.TemplateEditForm.values_of(found)
    )
    if form.is_valid() and attempt(
        form, lambda: templating.change_template(request.actor, template_id=pk, **form.facts())
    ):
        return done(request, _("Đã ghi thay đổi."), "template_detail", pk)
    return _of(request, found, form, _("Sửa mẫu giao việc"))


@require_POST
@login_required
def template_end(request, pk):
    templating.end_template(request.actor, template_id=pk)
    return done(request, _("Mẫu này thôi dùng; việc đã giao giữ nguyên."), "template_list")


@form_page
@login_required
def template_line(request, pk):
    """A product of the month, new or in place of the former one."""
    found = _kept(request, pk)
    initial = {name: request.GET.get(name, "") for name in ("code", "quantity", "due_day")}
    form = forms.LineForm(sent(request), initial=initial)
    if form.is_valid() and attempt(
        form, lambda: templating.put_line(request.actor, template_id=pk, **form.cleaned_data)
    ):
        return done(
            request,
            _("Đã ghi dòng của mẫu. Tháng đã giao thì giao lại để xem khác biệt."),
            "template_detail",
            pk,
        )
    context = {
        "form": form,
        "title": _("Sản phẩm của mẫu"),
        "submit": _("Ghi"),
        "back": reverse("template_detail", args=[pk]),
        "above": found.name,
        "products": products_for(found.unit, today()),
    }
    return render(request, "catalogue/product_form.html", context)


@require_POST
@login_required
def template_line_drop(request, pk):
    row = TemplateLine.objects.filter(pk=pk, dropped_at__isnull=True).first()
    if row is None:
        raise NotVisible
    templating.drop_line(request.actor, template_id=row.template_id, line_id=pk)
    return done(request, _("Mẫu không còn dòng này."), "template_detail", row.template_id)


@form_page
@login_required
def template_assign(request, pk):
    """GET: what would change for whom. POST: exactly that."""
    found = _kept(request, pk)
    months = forms.MonthForm(request.POST if request.method == "POST" else request.GET)
    month, reasons = months.chosen(), []
    if request.method == "POST":
        try:
            made = templating.assign(
                request.actor, template_id=pk, month=month, seal=request.POST.get("seal", "")
            )
            text = (
                _("Đã giao: %(added)s dòng thêm, %(changed)s dòng đổi, %(taken)s dòng bỏ.")
                % made.counts
            )
            return done(request, text, "template_detail", pk)
        except Refused as refused:
            reasons = [say_reason(reason) for reason in refused.decision.reasons]
    plan = queries.plan(request.actor, found, month)
    code = forms.code_of(month)
    context = {
        "template": found,
        "plan": plan,
        "month": code,
        "months": forms.MonthForm({"month": code}),
        "reasons": reasons,
    }
    return render(request, "worklog/template_assign.html", context, status=422 if reasons else 200)


def _kept(request, pk):
    found = queries.get_template(request.actor, pk)
    require(request.actor, ASSIGN, found.unit.path)
    return found


def _of(request, found, form, title):
    return ask(
        request,
        form,
        title=title,
        submit=_("Ghi"),
        back=reverse("template_detail", args=[found.pk]),
        above=found.name,
    )
