"""The first steps of this room, by role."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.platform.scope.roles import Role
from thenchot.platform.ui.starting import Step, register


def _seated(actor):
    return Appointment.objects.filter(unit__in=Unit.objects.visible_to(actor).values("pk"))


register(
    Step(
        Role.OFFICER,
        20,
        _("Đưa danh sách cán bộ, công chức vào từ Excel"),
        "person_import",
        _seated,
    ),
)
