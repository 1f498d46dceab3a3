"""The leader's figures and the names behind them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.platform import jobs
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.standards import exports, forms
from thenchot.standards.access import EDIT, SEE_BOARD, SEE_GAPS
from thenchot.standards.queries import figures, names
from thenchot.standards.queries.sets import list_in_force
from thenchot.standards.tasks import count_everybody

PER_PAGE = 50


@require_safe
def standard_board(request):
    require_somewhere(request.actor, SEE_BOARD)
    sets = list_in_force(request.actor, today(), SEE_BOARD)
    form = forms.FilterForm(request.GET, sets=sets, actor=request.actor)
    unit = form.filters()["unit"] if form.chosen else None
    found = figures.board(request.actor, form.chosen, today(), unit) if form.chosen else None
    context = {
        "board": found,
        "chosen": form.chosen,
        "form": form,
        "unit": unit,
        "may_open": request.actor.has(SEE_GAPS),
        "may_count": request.actor.has(EDIT),
        "sweep": figures.last_sweep(),
        "by_unit": _("Theo đơn vị"),
        "by_bloc": _("Theo khối"),
        "by_title": _("Theo chức danh"),
    }
    return render(request, "standards/board.html", context)


@require_safe
def standard_names(request):
    form, rows = _filtered(request)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = names.with_shortfalls(page.object_list, form.chosen)
    context = {"page": page, "form": form, "chosen": form.chosen, "sweep": figures.last_sweep()}
    template = "standards/_names.html" if request.htmx else "standards/names.html"
    return render(request, template, context)


@require_safe
def standard_export(request):
    """Who lacks what, one line for each missing thing; the same filters as the page."""
    form, rows = _filtered(request)
    exports.note_export(request.actor, form)
    return attachment(exports.shortfall_sheet(rows, form.chosen), "thieu-chuan.xlsx")


@require_POST
def standard_count(request):
    """Everybody anew, in a job."""
    require_somewhere(request.actor, EDIT)
    path = request.actor.paths_for(EDIT)[0]
    job = jobs.start(
        request.actor, count_everybody, label=_("Tính lại tiêu chuẩn của mọi người"), unit_path=path
    )
    messages.success(request, _("Đang tính lại; trang này hiện tiến độ."))
    return redirect("job_detail", job.pk)


def _filtered(request):
    require_somewhere(request.actor, SEE_GAPS)
    sets = list_in_force(request.actor, today(), SEE_GAPS)
    form = forms.FilterForm(request.GET, sets=sets, actor=request.actor, permission=SEE_GAPS)
    if form.chosen is None:
        raise NotVisible
    return form, names.list_verdicts(request.actor, form.chosen, **form.filters())
