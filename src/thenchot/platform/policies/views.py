from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.kernel.decision import Decision, Refused
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.language import say
from thenchot.platform.policies import queries, services
from thenchot.platform.policies.access import CONFIRM, ENTER, SEE
from thenchot.platform.policies.forms import ValueForm
from thenchot.platform.policies.words import label
from thenchot.platform.scope import places
from thenchot.platform.scope.actor import NotVisible, missing
from thenchot.policy.codelists import code_lists
from thenchot.policy.parameters import GROUPS, spec_of, specs

MOVES = {"confirm": services.confirm_value, "withdraw": services.withdraw_value}
PER_PAGE = 50


@require_safe
def policy_list(request):
    """Every value in force for one unit on one day, and what waits for a second person."""
    path, on = _branch(request), _day(request)
    resolved = policies.resolved(path, on)
    waiting = list(queries.list_waiting(request.actor)[:PER_PAGE])
    names = places.names(
        [path, *(v.layer for v in resolved.values() if v.layer.startswith("/")), *_paths(waiting)]
    )
    context = {
        "path": path,
        "place": names[path],
        "on": on,
        "groups": _groups(resolved, names),
        "hash": resolved.hash,
        "waiting": _told(waiting, names),
        "branches": places.under(request.actor.paths_for(SEE)),
        "enters": request.actor.has(ENTER),
        "confirms": request.actor.has(CONFIRM),
    }
    return render(request, "policies/policies.html", context)


def _branch(request):
    """The unit asked for, or the first branch of the actor."""
    own = request.actor.paths_for(SEE)
    if not own:
        raise Refused(Decision.no(missing(SEE)))
    asked = request.GET.get("path") or own[0]
    if not any(asked.startswith(path) for path in own):
        raise NotVisible
    return asked


def _day(request):
    try:
        return parse_date(request.GET.get("on", "")) or today()
    except ValueError:
        return today()


def _groups(resolved, names):
    return [
        (
            say(name),
            [
                _row(value, names)
                for key, value in resolved.items()
                if any(s.fits(key) for s in specs(p).values())
            ],
        )
        for name, p in GROUPS.values()
    ]


def _row(value, names):
    spec = spec_of(value.key)
    return {
        "label": label(spec, value.key),
        "shown": spec.kind.show(value.value),
        "unit": say(spec.unit),
        "value": value,
        "layer": names.get(value.layer, value.layer),
    }


def _paths(values):
    return [value.path for value in values]


def _told(values, names):
    for value in values:
        spec = spec_of(value.key)
        value.label, value.shown, value.unit = (
            label(spec, value.key),
            spec.kind.show(value.value),
            say(spec.unit),
        )
        value.place = names[value.path]
    return values


@require_safe
def policy_history(request):
    path = _branch(request)
    page = Paginator(queries.list_history(request.actor, path), PER_PAGE).get_page(
        request.GET.get("page")
    )
    names = places.names([path, *_paths(page)])
    _told(page, names)
    return render(
        request, "policies/history.html", {"page": page, "place": names[path], "path": path}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def enter_value(request):
    if not request.actor.has(ENTER):
        raise Refused(Decision.no(missing(ENTER)))
    branches = places.under(request.actor.paths_for(ENTER))
    form = ValueForm(
        branches,
        request.POST or None,
        initial={"key": request.GET.get("key"), "valid_from": today()},
    )
    if form.is_bound and form.is_valid():
        services.enter_value(request.actor, **form.cleaned_data)
        messages.success(request, _("Đã ghi; chờ người thứ hai xác nhận."))
        return redirect("policy_list")
    return render(
        request, "policies/enter.html", {"form": form}, status=422 if form.is_bound else 200
    )


@require_POST
def move_value(request, value_id, move):
    if move not in MOVES:
        raise Http404
    MOVES[move](request.actor, value_id=value_id)
    messages.success(request, _("Đã ghi."))
    return redirect("policy_list")


@require_safe
def code_lists_page(request):
    """The code lists of the field, each with its source and how sure it is."""
    if not request.actor.has(SEE):
        raise Refused(Decision.no(missing(SEE)))
    return render(request, "policies/codes.html", {"lists": code_lists()})
