"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "alert_acknowledged": _("Nhận cảnh báo"),
        "alert_exempted": _("Gác cảnh báo lại"),
        "alert_reopened": _("Mở lại cảnh báo"),
        "digest_chosen": _("Chọn nhận hay thôi nhận thư báo việc"),
    }
)
register_subjects(
    {
        "alerts.alert": _("cảnh báo"),
        "alerts.digest": _("thư báo việc"),
        "alerts.notice": _("nhắc việc"),
        "alerts.telling": _("việc phải báo"),
    }
)
