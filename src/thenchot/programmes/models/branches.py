"""Where the branches begin in which somebody reads programmes."""

from django.db.models import Q

from thenchot.organisation.models import Unit, UnitKind

WHOLE = {UnitKind.PROVINCE: "province", UnitKind.COMMUNE: "home"}


def starts_of(actor):
    """(id, kind, path) of the units at which the actor's branches begin, and of those they
    succeeded: one query.
    """
    paths = actor.paths_for("programmes.see_tasks")
    if "programme_starts" not in actor.memory:
        starts = Unit.objects.filter(Q(path__in=paths) | Q(successor__path__in=paths))
        actor.memory["programme_starts"] = list(starts.values_list("pk", "kind", "path"))
    return actor.memory["programme_starts"]
