"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "impact_report_drafted": _("Lập báo cáo đánh giá tác động"),
        "impact_report_approved": _("Phê duyệt báo cáo đánh giá tác động"),
        "impact_report_ended": _("Dừng dùng một phương pháp"),
        "scenario_asked": _("Yêu cầu tính phương án"),
        "scenario_worked_out": _("Tính xong phương án"),
        "scenario_cancelled": _("Dừng tính phương án"),
    }
)
register_subjects(
    {
        "scenarios.impactreport": _("báo cáo đánh giá tác động"),
        "scenarios.scenario": _("phương án tham khảo"),
        "scenarios.scenariooption": _("một phương án"),
        "scenarios.scenarioline": _("dòng của phương án"),
    }
)
