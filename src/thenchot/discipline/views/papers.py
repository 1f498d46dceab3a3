"""The papers of a case, as Word."""

from django.views.decorators.http import require_safe

from thenchot.discipline import prints
from thenchot.discipline.access import EXPORT
from thenchot.discipline.queries.cases import get_case
from thenchot.platform.scope.actor import require


def _case(request, pk):
    case = get_case(request.actor, pk)
    require(request.actor, EXPORT, case.home.path)
    if case.person:
        request.actor.reads.append(case.person)
    return case


@require_safe
def discipline_minutes(request, pk):
    """Of the vote."""
    return prints.minutes_answer(_case(request, pk))


@require_safe
def discipline_decision(request, pk):
    return prints.decision_answer(_case(request, pk))
