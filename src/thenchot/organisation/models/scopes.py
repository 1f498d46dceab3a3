"""How rows that belong to a unit are scoped."""

from django.db import models
from django.db.models import Q

from thenchot.organisation.models.tree import Unit


class ScopedByUnit(models.QuerySet):
    """Rows of one unit, seen by whoever sees the unit."""

    def visible_to(self, actor, permission=None):
        return self.filter(unit__in=Unit.objects.visible_to(actor, permission).values("pk"))


class OwnOrAbove(models.QuerySet):
    """Rows of a unit that also hold below it: a province's titles serve its communes; `unit` null holds everywhere."""

    def visible_to(self, actor, permission=None):
        seen = Unit.objects.visible_to(actor, permission).values("pk")
        above = {int(part) for path in actor.paths for part in path.split("/") if part}
        return self.filter(Q(unit__isnull=True) | Q(unit__in=seen) | Q(unit__in=above))

    def serving(self, unit):
        """What holds for a unit: its own rows and those of the units in which it lies."""
        return self.filter(Q(unit__isnull=True) | Q(unit__in=unit.ancestor_ids))
