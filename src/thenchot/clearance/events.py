"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "clearance_requested": _("Đề nghị thẩm tra tiêu chuẩn chính trị"),
        "clearance_concluded": _("Ghi kết luận tiêu chuẩn chính trị"),
    }
)
register_subjects({"clearance.conclusion": _("thẩm tra tiêu chuẩn chính trị")})
