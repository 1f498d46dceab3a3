"""The first steps of this room, by role."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.backup.models import Backup
from thenchot.platform.scope.roles import Role
from thenchot.platform.ui.starting import Step, register

register(
    Step(
        Role.ADMIN,
        30,
        _("Có bản sao lưu đầu tiên (đọc cách làm)"),
        "help_page",
        lambda actor: Backup.objects.all(),
        ("backup",),
    ),
)
