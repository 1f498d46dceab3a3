"""The papers of a case, as Word."""

from django.views.decorators.http import require_safe

from thenchot.placement import prints
from thenchot.placement.access import EXPORT
from thenchot.placement.queries.procedures import get_procedure
from thenchot.platform.scope.actor import require


def _case(request, pk):
    procedure = get_procedure(request.actor, pk)
    require(request.actor, EXPORT, procedure.unit.path)
    request.actor.reads.append(procedure.person)
    return procedure


@require_safe
def procedure_proposal(request, pk):
    """The proposal to the competent level."""
    return prints.proposal_answer(_case(request, pk))


@require_safe
def procedure_fitness(request, pk):
    """The conditions, one by one, with what the file says."""
    return prints.fitness_answer(_case(request, pk))


@require_safe
def procedure_decision(request, pk):
    return prints.decision_answer(_case(request, pk))
