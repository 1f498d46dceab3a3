"""The papers of the room, as Word."""

from django.views.decorators.http import require_safe

from thenchot.oversight import prints
from thenchot.oversight.access import EXPORT, SEE_SOCIAL
from thenchot.oversight.queries.inspections import get_inspection
from thenchot.oversight.queries.social import get_supervision
from thenchot.platform.scope.actor import require


def _inspection(request, pk):
    found = get_inspection(request.actor, pk)
    require(request.actor, EXPORT, found.unit.path)
    if found.person:
        request.actor.reads.append(found.person)
    return found


@require_safe
def inspection_decision(request, pk):
    return prints.decision_answer(_inspection(request, pk))


@require_safe
def inspection_notice(request, pk):
    """Of the conclusion."""
    return prints.notice_answer(_inspection(request, pk))


@require_safe
def social_letter(request, pk):
    """The recommendations of one supervision."""
    found = get_supervision(request.actor, pk)
    require(request.actor, SEE_SOCIAL, found.unit.path)
    return prints.recommendations_answer(found)
