from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.programmes.actions import TASK
from thenchot.programmes.labels import CLARITY
from thenchot.programmes.listings import AmendmentListing, PeriodListing
from thenchot.programmes.queries import tasks as queries
from thenchot.programmes.services.desks import missing_clarities
from thenchot.programmes.views.asked import difficulties_of, extensions_of


@require_safe
def task_detail(request, pk):
    task = queries.get_task_page(request.actor, pk, on=today())
    context = {
        "task": task,
        "offers": TASK.offers(request.actor, task),
        "missing": [CLARITY[clarity] for clarity in missing_clarities(task)],
        "periods": PeriodListing(task.periods, request=request) if task.periods else None,
        "extensions": extensions_of(request.actor, task),
        "difficulties": difficulties_of(request.actor, task),
    }
    return render(request, "programmes/task_detail.html", context)


@require_safe
def task_history(request, pk):
    task = queries.get_history(request.actor, pk)
    context = {"task": task, "changes": AmendmentListing(task.changes, request=request)}
    return render(request, "programmes/task_history.html", context)
