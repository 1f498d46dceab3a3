"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "backup_made": _("Sao lưu"),
    }
)
register_subjects(
    {
        "backup.backup": _("bản sao lưu"),
        "backup.keymark": _("dấu của khóa"),
    }
)
