"""Communes side by side, ages and retirement, targets of programmes."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.insight import drawing, queries, registry
from thenchot.insight.access import SEE, SEE_NAMES
from thenchot.insight.listings import (
    BandListing,
    LevelListing,
    RetiringListing,
    TargetListing,
    people_of_years,
)
from thenchot.insight.registers import place_of
from thenchot.kernel.typed import whole_of
from thenchot.platform.clock import today
from thenchot.platform.policies import resolved
from thenchot.platform.scope.actor import require_somewhere
from thenchot.policy.parameters import PeoplePolicy

USUAL_YEARS, MOST_YEARS = 5, 20


def chosen(request):
    require_somewhere(request.actor, SEE)
    return place_of(request.actor, request.GET)


@require_safe
def insight_compare(request):
    """Communes of a province side by side, by the last count; in the order of the tree, not
    ranked.
    """
    home, context = chosen(request)
    shown = list(registry.indicators().values())
    rows = [
        (unit, [cells.get(one.code) for one in shown]) for unit, cells in queries.compared(home)
    ]
    context |= {"rows": rows, "shown": shown, "counted_on": queries.last_counted(home)}
    return render(request, "insight/compare.html", context)


@require_safe
def insight_ages(request):
    home, context = chosen(request)
    bands, unknown = queries.pyramid_of(home, today())
    years = _years(request.GET.get("years", ""))
    retiring = queries.retiring_of(home, today(), years)
    context |= {
        "bands": BandListing(bands),
        "levels": LevelListing(queries.levels_of(home, today())),
        "bars": drawing.bars(bands),
        "height": drawing.ROW * len(bands),
        "unknown": unknown,
        "years": years,
        "overdue": sum(day < today() for day, _seat in retiring),
        "by_year": people_of_years(pair for pair in retiring if pair[0] >= today()),
        "retiring": _named(request.actor, home, retiring),
        "source": resolved(home.path, today()).only(PeoplePolicy)["people.retirement_age"],
    }
    return render(request, "insight/ages.html", context)


def _years(text: str) -> int:
    return whole_of(text, 1, MOST_YEARS) or USUAL_YEARS


def _named(actor, home, retiring) -> RetiringListing | None:
    """For whoever may read names; each read is noted."""
    if not (retiring and actor.may(SEE_NAMES, home.path)):
        return None
    actor.reads.extend(seat.person for _day, seat in retiring)
    return RetiringListing(retiring, actor=actor)


@require_safe
def insight_targets(request):
    home, context = chosen(request)
    lines = queries.targets_of(request.actor, home, today())
    table = TargetListing(lines, home=home, actor=request.actor) if lines else None
    return render(request, "insight/targets.html", context | {"table": table})
