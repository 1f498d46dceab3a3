"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.oversight.models import Finding, Inspection
from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects
from thenchot.platform.audit.watching import watch

register(
    {
        "oversight_plan_drawn_up": _("Lập kế hoạch kiểm tra, giám sát"),
        "oversight_plan_amended": _("Lập bản bổ sung kế hoạch kiểm tra, giám sát"),
        "oversight_plan_approved": _("Phê duyệt kế hoạch kiểm tra, giám sát"),
        "oversight_line_added": _("Thêm nội dung vào kế hoạch kiểm tra, giám sát"),
        "oversight_line_dropped": _("Bỏ nội dung khỏi dự thảo kế hoạch"),
        "inspection_decided": _("Ghi quyết định kiểm tra, giám sát"),
        "inspection_member_named": _("Ghi người vào đoàn kiểm tra"),
        "inspection_member_released": _("Đưa người ra khỏi đoàn kiểm tra"),
        "inspection_stepped": _("Ghi một bước của cuộc kiểm tra, giám sát"),
        "inspection_extended": _("Gia hạn cuộc kiểm tra, giám sát"),
        "finding_added": _("Ghi phát hiện qua kiểm tra"),
        "remedy_reported": _("Báo cáo khắc phục sau kiểm tra"),
        "remedy_confirmed": _("Xác nhận đã khắc phục"),
        "remedy_sent_back": _("Trả lại báo cáo khắc phục"),
        "finding_handed_over": _("Chuyển phát hiện để xem xét kỷ luật"),
        "social_supervised": _("Ghi cuộc giám sát, phản biện xã hội"),
        "social_recommended": _("Ghi kiến nghị của Mặt trận, đoàn thể"),
        "social_answered": _("Trả lời kiến nghị của Mặt trận, đoàn thể"),
    }
)
register_subjects(
    {
        "oversight.plan": _("kế hoạch kiểm tra, giám sát"),
        "oversight.planline": _("nội dung của kế hoạch kiểm tra"),
        "oversight.inspection": _("cuộc kiểm tra, giám sát"),
        "oversight.teammember": _("thành viên đoàn kiểm tra"),
        "oversight.finding": _("phát hiện qua kiểm tra"),
        "oversight.socialsupervision": _("cuộc giám sát, phản biện xã hội"),
        "oversight.recommendation": _("kiến nghị qua giám sát"),
    }
)
register_pages(
    {
        "inspection": _("Cuộc kiểm tra, giám sát"),
        "inspection_decision": _("Quyết định kiểm tra"),
        "inspection_notice": _("Thông báo kết luận"),
    }
)
watch(
    Inspection,
    ("unit", "decided_on", "due_on", "stage", "concluded_on", "outcome"),
    dict.fromkeys(("inspection_decided", "inspection_stepped", "inspection_extended"), "pk"),
)
watch(
    Finding,
    ("inspection", "unit", "person", "level", "state", "due_on"),
    dict.fromkeys(
        (
            "finding_added",
            "remedy_reported",
            "remedy_confirmed",
            "remedy_sent_back",
            "finding_handed_over",
        ),
        "pk",
    ),
)
