from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.platform.alerts import queries, registry, services
from thenchot.platform.alerts.access import DECIDE
from thenchot.platform.alerts.forms import ExemptForm, FilterForm
from thenchot.platform.scope import places

PER_PAGE = 50
MOVES = {"acknowledge": services.acknowledge, "reopen": services.reopen}


@require_safe
def alert_list(request):
    form = FilterForm(request.GET)
    alerts = queries.list_alerts(request.actor, **form.chosen())
    page = Paginator(alerts, PER_PAGE).get_page(request.GET.get("page"))
    counts = queries.count_by_severity(request.actor)
    names = places.names(alert.unit_path for alert in page)
    labels = {rule.code: rule.label for rule in registry.rules().values()}
    context = {
        "page": page,
        "form": form,
        "counts": counts,
        "state": form.chosen()["state"],
        "groups": grouped(page, names, labels),
        "decides": request.actor.has(DECIDE),
    }
    return render(request, "alerts/alerts.html", context)


def grouped(alerts, names, labels):
    """[(unit, [(rule, [alerts])])] in the order of the list."""
    units: dict = {}
    for alert in alerts:
        unit, rule = names[alert.unit_path], labels.get(alert.rule, alert.rule)
        units.setdefault((alert.unit_path, unit), {}).setdefault(rule, []).append(alert)
    return [(unit, list(rules.items())) for (_path, unit), rules in units.items()]


@require_POST
def move_alert(request, alert_id, move):
    if move == "exempt":
        form = ExemptForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Miễn cảnh báo phải có lý do và ngày xem lại."))
            return redirect("alert_list")
        services.exempt(request.actor, alert_id=alert_id, **form.cleaned_data)
    elif move in MOVES:
        MOVES[move](request.actor, alert_id=alert_id)
    else:
        raise Http404
    messages.success(request, _("Đã ghi."))
    return redirect("alert_list")


@require_safe
def notice_list(request):
    notices = queries.list_notices(request.actor)
    page = Paginator(notices, PER_PAGE).get_page(request.GET.get("page"))
    names = places.names(notice.alert.unit_path for notice in page)
    for notice in page:
        notice.unit_name = names[notice.alert.unit_path]
    context = {"page": page, "unread": queries.unread_count(request.actor)}
    return render(request, "alerts/notices.html", context)


@require_safe
def open_notice(request, notice_id):
    """Marks it read and goes to the page it is about."""
    notice = services.read_notice(request.actor, notice_id=notice_id)
    return redirect(notice.alert.url)


@require_POST
def read_all(request):
    services.read_all_notices(request.actor)
    return redirect("notice_list")
