"""What the trail calls the events of this room, and the things they are about."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects
from thenchot.platform.audit.watching import watch
from thenchot.worklog.enums import AssessmentState
from thenchot.worklog.models import Assessment

register(
    {
        "work_added": _("Ghi việc phát sinh"),
        "work_reported": _("Báo sản phẩm hoàn thành"),
        "work_given_back": _("Trả lại việc không làm được"),
        "work_dropped": _("Bỏ việc ghi nhầm"),
        "work_converted": _("Quy đổi việc ra sản phẩm chuẩn"),
        "work_split": _("Chia sản phẩm chung cho nhiều người"),
        "sheet_self_rated": _("Tự chấm tiêu chí chung"),
        "sheet_submitted": _("Gửi phiếu lên người chấm điểm"),
        "sheet_points_confirmed": _("Xác nhận điểm tiêu chí chung"),
        "sheet_left_unscored": _("Ghi kỳ không chấm điểm"),
        "sheet_closed": _("Chốt phiếu"),
        "sheet_reopened": _("Mở lại phiếu đã chốt"),
        "fault_noted": _("Ghi lỗi của sản phẩm"),
        "fault_excused": _("Ghi nguyên nhân của lỗi"),
        "fault_withdrawn": _("Bỏ lỗi đã ghi"),
        "objection_made": _("Kiến nghị về điểm tháng, quý"),
        "objection_settled": _("Giải quyết kiến nghị về điểm"),
        "cause_proposed": _("Nêu nguyên nhân khách quan"),
        "cause_decided": _("Xem xét nguyên nhân khách quan"),
        "factors_renewed": _("Giao lại theo hệ số mới của danh mục"),
        "sheet_factors_renewed": _("Phiếu theo hệ số mới của danh mục"),
    }
)
register_subjects(
    {
        "scoring.objection": _("kiến nghị về điểm của tháng, quý"),
        "scoring.reopening": _("mở lại kỳ đã chốt"),
    }
)
register_pages(
    {
        "assessment_detail": _("Phiếu của một người"),
        "assessment_groups": _("Bốn nhóm chỉ số của một người"),
        "assessment_print": _("In phiếu của một người"),
        "assessment_receipt": _("Phiếu của một người (tệp)"),
        "unit_month": _("Kỳ của đơn vị"),
        "unit_month_export": _("Kỳ của đơn vị (tệp)"),
    }
)
watch(
    Assessment,
    ("total", "band", "result", "policy_hash", "closed_by", "closed_at"),
    {"sheet_closed": "pk", "sheet_reopened": "pk"},
    counts=Q(state=AssessmentState.CLOSED),
)
