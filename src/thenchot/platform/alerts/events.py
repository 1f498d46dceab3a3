"""What the trail calls the events of this room."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register

register(
    {
        "alert_acknowledged": _("Nhận cảnh báo"),
        "alert_exempted": _("Miễn cảnh báo"),
        "alert_reopened": _("Mở lại cảnh báo"),
    }
)
