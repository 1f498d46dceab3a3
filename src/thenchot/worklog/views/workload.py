"""Workload and directness of each person."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.kernel.periods import Quarter
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.worklog.access import SEE, SEE_LOG
from thenchot.worklog.queries import workload
from thenchot.worklog.queries.periods import key_of, period_from

PER_PAGE = 50


@require_safe
@login_required
def work_log(request):
    """The own load; for heads that of each of their people, by name, never by rank."""
    require_somewhere(request.actor, SEE_LOG)
    period = period_from(request.GET.get("period", ""), today())
    context = {
        "period": period,
        "before": key_of(period.previous()),
        "after": key_of(period.next()),
        "quarter": key_of(Quarter.of(period.start)),
        "page": workload.workloads(
            request.actor, period, today(), request.GET.get("page"), PER_PAGE
        ),
        "weeks": workload.weeks(request.actor, period, today()),
        "sees_others": request.actor.has(SEE),
    }
    return render(request, "worklog/workload.html", context)
