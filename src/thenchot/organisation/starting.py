"""The first steps of this room, by role."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.platform.scope.roles import Role
from thenchot.platform.ui.starting import Step, register


def _bodies(actor):
    return Unit.objects.visible_to(actor).exclude(kind__in=HOMES)


register(
    Step(Role.ADMIN, 10, _("Lập các đơn vị, hoặc nhập từ Excel"), "unit_list", _bodies),
    Step(Role.OFFICER, 10, _("Lập các đơn vị, hoặc nhập từ Excel"), "unit_list", _bodies),
)
