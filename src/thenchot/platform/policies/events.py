"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "policy_entered": _("Nhập chính sách của địa phương"),
        "policy_confirmed": _("Xác nhận chính sách của địa phương"),
        "policy_withdrawn": _("Rút lại chính sách của địa phương"),
    }
)
register_subjects(
    {
        "policies.localvalue": _("chính sách của địa phương"),
    }
)
