from django.shortcuts import render

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.programmes import access
from thenchot.programmes.queries import board as queries
from thenchot.programmes.views.tasks import here


def board(request):
    require_somewhere(request.actor, access.SEE_BOARD)
    actor, path = request.actor, here(request.actor)
    programmes = list(queries.list_programmes(actor))
    chosen = next((p for p in programmes if str(p.pk) == request.GET.get("programme")), None)
    scope = {"programme_id": chosen.pk if chosen else None}
    judged = {"on": today(), "path": path, **scope}
    context = {
        "programmes": programmes,
        "chosen": chosen,
        "counts": queries.get_counts(actor, **judged),
        "stuck": queries.list_stuck(actor, **judged),
        "bodies": queries.list_bodies(actor, **judged),
        "targets": queries.list_targets(actor, **scope),
        "on": today(),
    }
    return render(request, "programmes/board.html", context)
