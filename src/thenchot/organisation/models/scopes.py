"""How rows that belong to a unit are scoped."""

from django.db import models
from django.db.models import Q

from thenchot.organisation.models.tree import Unit


class ScopedByUnit(models.QuerySet):
    """Rows of one unit, seen by whoever sees the unit."""

    def visible_to(self, actor, permission=None):
        return self.filter(unit__in=Unit.objects.visible_to(actor, permission).values("pk"))


class OwnOrAbove(models.QuerySet):
    """Rows that also hold below their unit: a province's titles serve its communes, a ward's
    committees its divisions.

    Seen inside the unit as well as above it; `unit` null holds everywhere.
    """

    def visible_to(self, actor, permission=None):
        seen = Unit.objects.visible_to(actor, permission).values("pk")
        paths = actor.paths_for(permission) if permission else actor.paths
        above = {int(part) for path in paths for part in path.split("/") if part}
        return self.filter(Q(unit__isnull=True) | Q(unit__in=seen) | Q(unit__in=above))

    def serving(self, unit):
        """What holds for a unit: its own rows and those of the units in which it lies."""
        return self.filter(Q(unit__isnull=True) | Q(unit__in=unit.ancestor_ids))
