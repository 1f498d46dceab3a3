"""How raters score, beside each other."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.scoring import exports as scoring_exports
from thenchot.scoring.access import SEE_MIRRORS
from thenchot.scoring.queries.rater_comparison import own_mirror, raters
from thenchot.worklog.access import SEE
from thenchot.worklog.queries.periods import key_of, period_from
from thenchot.worklog.views.asked import taker


@require_safe
@login_required
def mirror_page(request):
    """How I score beside the others; for whoever answers for the place, how each scores, a few days
    later.
    """
    require_somewhere(request.actor, SEE)
    period = mirrored(request)
    context = {
        "period": period,
        "before": key_of(period.previous()),
        "after": key_of(period.next()),
        "own": own_mirror(request.actor, period),
        "raters": list(raters(request.actor, period)),
        "may_see_all": request.actor.has(SEE_MIRRORS),
    }
    return render(request, "scoring/rater_comparison.html", context)


def mirrored(request):
    """The period asked for, else the last month that ended."""
    return period_from(request.GET.get("period", ""), today().replace(day=1) - timedelta(days=1))


@require_safe
@login_required
def mirror_export(request):
    """For whoever answers for the place: what the page shows."""
    require_somewhere(request.actor, SEE_MIRRORS)
    period = mirrored(request)
    return attachment(
        scoring_exports.mirror_sheet(taker(request), period),
        f"cach-cham-diem-{key_of(period)}.xlsx",
    )
