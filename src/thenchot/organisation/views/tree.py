"""One unit, what is left of it after it ended, the chart, and the import."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.organisation import exports, imports, panels, queries
from thenchot.organisation.access import EDIT
from thenchot.organisation.actions.units import UNIT
from thenchot.organisation.forms import tree as forms
from thenchot.organisation.services.duties import move_duties
from thenchot.platform.clock import today
from thenchot.platform.files.importing import Importer
from thenchot.platform.scope.actor import require
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.forms import attempt, sent

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def chart_print(request):
    """The chart of a day as a Word document."""
    on = forms.DayForm(request.GET).said["on"] or today()
    name = f"so-do-to-chuc-{on:%Y%m%d}.docx"
    return attachment(exports.chart_docx(request.actor, on), name, DOCX)


@require_safe
def unit_template(request):
    return attachment(exports.template(), "mau-don-vi.xlsx")


@require_safe
def unit_detail(request, pk):
    unit, on = queries.get_unit(request.actor, pk), today()
    may_follow_up = unit.valid_to is not None and request.actor.may(EDIT, unit.path)
    context = {
        "unit": unit,
        "above": queries.list_above(request.actor, unit),
        "children": unit.children.in_force(on).order_by("position", "pk"),
        "aliases": queries.list_aliases(request.actor, unit),
        "versions": queries.list_versions(request.actor, unit),
        "heirs": queries.heirs_of(unit),
        "forebears": queries.forebears_of(unit),
        "panels": panels.panels_for(request.actor, unit, on),
        "is_home": queries.is_home(unit),
        "may_follow_up": bool(may_follow_up),
        "offers": UNIT.offers(request.actor, unit),
        "naming": UNIT.offers(request.actor, unit, "alias"),
    }
    return render(request, "organisation/unit_detail.html", context)


@form_page
def unit_followup(request, pk):
    """What still hangs on a unit that ended: people, tasks, functions, accounts; functions go to an
    heir from here.
    """
    unit, on = queries.get_unit(request.actor, pk), today()
    require(request.actor, EDIT, unit.path)
    heirs = queries.heirs_of(unit)
    form = forms.HandOverForm(sent(request), unit=unit, heirs=heirs)
    form.initial["holders"] = form.holders
    if form.is_valid() and attempt(
        form, lambda: move_duties(request.actor, unit_id=pk, **form.facts()) or True
    ):
        messages.success(request, _("Chức năng, nhiệm vụ đã chuyển sang đơn vị kế thừa."))
        return redirect("unit_followup", pk)
    context = {
        "unit": unit,
        "heirs": heirs,
        "form": form,
        "duties": form.holders,
        "grants": queries.grants_left(unit, on),
        "panels": panels.panels_for(request.actor, unit, on, of="ended"),
    }
    return render(request, "organisation/unit_followup.html", context)


importer = Importer(
    title=gettext_lazy("Nhập đơn vị từ Excel"),
    permission=EDIT,
    run=imports.import_units,
    homes=lambda actor: queries.homes_over(actor, EDIT),
    template_route="unit_template",
    upload_route="unit_import",
    check_route="unit_import_check",
    done_route="unit_list",
)
unit_import = form_page(importer.upload)
unit_import_check = form_page(importer.check)
