from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.policies import queries
from thenchot.platform.policies.access import ENTER, SEE
from thenchot.platform.policies.branches import branch_of
from thenchot.platform.policies.registers import CodeListing, InForceListing, WaitingListing
from thenchot.platform.policies.showing import groups, told
from thenchot.platform.policies.words import CERTAINTY
from thenchot.platform.scope import places
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.forms import DayInput, day_of
from thenchot.policy.codelists import code_lists

SHOWN = 50  # values that wait, on the page


@require_safe
def policy_list(request):
    """Every value in force for one unit on one day, and what waits for a second person."""
    path, on = branch_of(request.actor, request.GET), _day(request)
    resolved = policies.resolved(path, on)
    waiting = list(queries.list_waiting(request.actor)[:SHOWN])
    layers = [value.layer for value in resolved.values() if value.layer.startswith("/")]
    names = places.names([path, *layers, *(value.path for value in waiting)])
    context = {
        "path": path,
        "place": names[path],
        "on": on,
        "day": DayInput({"id": "on"}).render("on", on),
        "groups": [
            InForceListing(rows, request=request, label=name)
            for name, rows in groups(resolved, names)
        ],
        "hash": resolved.hash,
        "waiting": WaitingListing(told(waiting, names), request=request) if waiting else None,
        "branches": places.under(request.actor.paths_for(SEE)),
        "enters": request.actor.has(ENTER),
    }
    return render(request, "policies/policies.html", context)


def _day(request):
    return day_of(request.GET.get("on")) or today()


@require_safe
def code_lists_page(request):
    """The code lists of the field, each with its source and how sure it is."""
    require_somewhere(request.actor, SEE)
    lists = [
        (
            codes,
            CERTAINTY[codes.certainty],
            CodeListing(list(codes), request=request, label=codes.name),
        )
        for codes in code_lists()
    ]
    return render(request, "policies/codes.html", {"lists": lists})
