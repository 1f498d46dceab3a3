"""One set of criteria, with its criteria and weights."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.feedback.access import SEE_FEEDBACK
from thenchot.feedback.actions import SET
from thenchot.feedback.enums import CriteriaState
from thenchot.feedback.labels import SIDE
from thenchot.feedback.listings import CriterionListing
from thenchot.feedback.queries.criteria import get_set
from thenchot.feedback.services.drafting import wholeness
from thenchot.platform.language import say_reason
from thenchot.platform.scope.actor import require_somewhere
from thenchot.worklog.labels import CAPACITY


@require_safe
def criteria_detail(request, pk):
    found = get_set(request.actor, pk)
    require_somewhere(request.actor, SEE_FEEDBACK)
    is_draft = found.state == CriteriaState.DRAFT
    context = {
        "set": found,
        "groups": [(name, _table(request, found, code, name)) for code, name in found.groups],
        "sides": _weights(found),
        "lacks": [say_reason(reason) for reason in wholeness(found).reasons] if is_draft else [],
        "offers": SET.offers(request.actor, found),
    }
    return render(request, "feedback/criteria_detail.html", context)


def _table(request, found, code, name):
    """The criteria of one group; nothing while it has none."""
    rows = [row for row in found.lines if row.group == code]
    return CriterionListing(rows, found=found, request=request, label=name) if rows else None


def _weights(found):
    """Capacity, and its sides with their weights."""
    return [
        (CAPACITY[kind], _of_sides(found.sides[kind])) for kind in CAPACITY if kind in found.sides
    ]


def _of_sides(weights) -> str:
    return " · ".join(f"{word} {weights[side]}" for side, word in SIDE.items() if weights.get(side))
