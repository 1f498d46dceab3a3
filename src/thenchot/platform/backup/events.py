"""What the trail calls the events of this room."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register

register(
    {
        "backup_made": _("Sao lưu"),
    }
)
