"""Narrowing a register to a branch of the tree of units."""

import django_filters
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.platform.clock import today
from thenchot.platform.registers.filters import EVERY

UNIT = _("Đơn vị")


class UnitFilter(django_filters.ModelChoiceFilter):
    """Rows of a unit and of everything below it. `path`: where a row keeps the path of its unit;
    `permission`: over whose units the actor may choose.
    """

    def __init__(self, permission: str, path: str = "unit__path", label=UNIT, **more):
        super().__init__(
            label=label,
            queryset=lambda request: units_of(request.actor, permission),
            empty_label=EVERY,
            **more,
        )
        self.path = path

    def filter(self, rows, unit):
        return rows.filter(**{f"{self.path}__startswith": unit.path}) if unit else rows


def units_of(actor, permission: str):
    """Units of today over which the actor holds the permission, in the order of the tree."""
    return Unit.objects.visible_to(actor, permission).in_force(today()).order_by("path")
