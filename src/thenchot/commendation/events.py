"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "initiative_proposed": _("Đề xuất sáng kiến"),
        "initiative_answered": _("Trả lời đề xuất sáng kiến"),
        "initiative_concluded": _("Kết luận sáng kiến"),
        "movement_launched": _("Phát động phong trào thi đua"),
        "movement_registered": _("Đăng ký tham gia phong trào"),
        "movement_result_noted": _("Ghi kết quả đăng ký thi đua"),
        "movement_closed": _("Tổng kết phong trào thi đua"),
        "award_proposed": _("Đề nghị khen thưởng"),
        "award_voted": _("Ghi phiếu của Hội đồng khen thưởng"),
        "award_decided": _("Ghi quyết định khen thưởng"),
        "award_refused": _("Không khen thưởng"),
    }
)
register_subjects(
    {
        "commendation.initiative": _("sáng kiến"),
        "commendation.movement": _("phong trào thi đua"),
        "commendation.movemententry": _("đăng ký thi đua"),
        "commendation.award": _("đề nghị khen thưởng"),
    }
)
