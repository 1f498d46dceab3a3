"""Whose files are looked at together: a locality, or a unit of it."""

from thenchot.kernel.typed import id_of
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit
from thenchot.people.access import SEE_PRIVATE
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require, require_somewhere


def chosen_home(actor, wanted: str) -> Unit:
    """The unit of this id, or the widest place whose files the actor reads; else 404 or 403."""
    require_somewhere(actor, SEE_PRIVATE)
    if number := id_of(wanted):
        unit = get_unit(actor, number)
        require(actor, SEE_PRIVATE, unit.path)
        return unit
    return read_as_a_whole(actor).first()


def read_as_a_whole(actor):
    return Unit.objects.under(actor.paths_for(SEE_PRIVATE)).in_force(today()).order_by("path")
