from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.programmes import access
from thenchot.programmes.listings import BodyListing, StuckListing
from thenchot.programmes.queries import board as queries
from thenchot.programmes.registers import branch_of
from thenchot.programmes.strips import with_date, without_date


@require_safe
def board(request):
    require_somewhere(request.actor, access.SEE_BOARD)
    actor = request.actor
    programmes = list(queries.list_programmes(actor))
    chosen = next((p for p in programmes if str(p.pk) == request.GET.get("programme")), None)
    scope = {"programme_id": chosen.pk if chosen else None}
    judged = {"on": today(), "path": branch_of(actor), **scope}
    counts = queries.get_counts(actor, **judged)
    context = {
        "programmes": programmes,
        "chosen": chosen,
        "counts": counts,
        "with_date": with_date(counts, chosen),
        "without_date": without_date(counts, chosen),
        "stuck": StuckListing(queries.list_stuck(actor, **judged), request=request),
        "bodies": BodyListing(queries.list_bodies(actor, **judged), request=request),
        "targets": queries.list_targets(actor, **scope),
        "on": today(),
    }
    return render(request, "programmes/board.html", context)
