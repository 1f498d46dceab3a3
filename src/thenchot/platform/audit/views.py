from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.kernel.decision import Decision, Refused
from thenchot.platform.audit import queries
from thenchot.platform.audit.access import SEE
from thenchot.platform.audit.forms import FilterForm
from thenchot.platform.audit.labels import label_of
from thenchot.platform.scope import places
from thenchot.platform.scope.actor import missing

PER_PAGE = 50


def _filters(request):
    if not request.actor.has(SEE):
        raise Refused(Decision.no(missing(SEE)))
    return FilterForm(request.GET)


@require_safe
def audit_list(request):
    form = _filters(request)
    found = queries.list_events(request.actor, **form.chosen())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    names = places.names(event.unit_path for event in page if event.unit_path)
    for event in page:
        event.place, event.label = names.get(event.unit_path, ""), label_of(event.name)
    return render(request, "audit/events.html", {"page": page, "form": form})


@require_safe
def read_list(request):
    form = _filters(request)
    chosen = {name: value for name, value in form.chosen().items() if name != "name"}
    page = Paginator(queries.list_reads(request.actor, **chosen), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "audit/reads.html", {"page": page, "form": form})
