"""How raters score, beside each other."""

from datetime import timedelta

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.scoring import exports as scoring_exports
from thenchot.scoring.access import COMPARE_RATERS
from thenchot.scoring.listings import RaterListing
from thenchot.scoring.queries.rater_comparison import own_comparison, raters
from thenchot.worklog.access import SEE
from thenchot.worklog.queries.periods import key_of, period_from
from thenchot.worklog.views.asked import taker


@require_safe
def rater_comparison(request):
    """How I score beside the others; for whoever answers for the place, how each scores, a few days
    later.
    """
    require_somewhere(request.actor, SEE)
    period = compared_period(request)
    everybody = list(raters(request.actor, period))
    context = {
        "period": period,
        "before": key_of(period.previous()),
        "after": key_of(period.next()),
        "own": own_comparison(request.actor, period),
        "raters": RaterListing(everybody, request=request) if everybody else None,
        "may_see_all": request.actor.has(COMPARE_RATERS),
    }
    return render(request, "scoring/rater_comparison.html", context)


def compared_period(request):
    """The period asked for, else the last month that ended."""
    return period_from(request.GET.get("period", ""), today().replace(day=1) - timedelta(days=1))


@require_safe
def rater_comparison_export(request):
    """For whoever answers for the place: what the page shows."""
    require_somewhere(request.actor, COMPARE_RATERS)
    period = compared_period(request)
    return attachment(
        scoring_exports.rater_worksheet(taker(request), period),
        f"cach-cham-diem-{key_of(period)}.xlsx",
    )
