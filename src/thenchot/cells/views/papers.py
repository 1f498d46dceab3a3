"""The papers of a meeting, as Word."""

from django.views.decorators.http import require_safe

from thenchot.cells import prints
from thenchot.cells.access import EXPORT, RECORD
from thenchot.cells.queries.meetings import get_meeting
from thenchot.platform.scope.actor import require


def _meeting(request, pk):
    """For whoever may take lists, and for the cell that records its own."""
    found = get_meeting(request.actor, pk)
    if not request.actor.may(RECORD, found.unit.path):
        require(request.actor, EXPORT, found.unit.path)
    return found


@require_safe
def minutes(request, pk):
    return prints.minutes_answer(_meeting(request, pk))


@require_safe
def sheet(request, pk):
    """Points by criterion."""
    return prints.sheet_answer(_meeting(request, pk))
