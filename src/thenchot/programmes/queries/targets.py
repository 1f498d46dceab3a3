"""Targets of the programmes somebody sees."""

from thenchot.platform.scope.actor import NotVisible
from thenchot.programmes.models import Programme, Target


def get_target(actor, pk):
    """A target of a programme the actor sees; else 404."""
    target = (
        Target.objects.select_related("programme__home", "programme__directive")
        .filter(pk=pk)
        .first()
    )
    if (
        target is None
        or not Programme.objects.visible_to(actor).filter(pk=target.programme_id).exists()
    ):
        raise NotVisible(f"target {pk}")
    return target
