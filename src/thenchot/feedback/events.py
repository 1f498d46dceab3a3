"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "criteria_adopted": _("Lấy bộ tiêu chí có sẵn về soạn"),
        "criteria_revised": _("Soạn lần mới của bộ tiêu chí"),
        "criteria_changed": _("Sửa dự thảo bộ tiêu chí"),
        "criterion_put": _("Ghi một tiêu chí vào dự thảo"),
        "criterion_dropped": _("Bỏ một tiêu chí khỏi dự thảo"),
        "criteria_issued": _("Ban hành bộ tiêu chí"),
        "sides_opened": _("Mở đợt lấy ý kiến nhiều chiều"),
        "sides_prolonged": _("Gia hạn đợt lấy ý kiến nhiều chiều"),
        "sides_signed": _("Ghi ý kiến có ghi tên trong đợt nhiều chiều"),
        "sides_closed": _("Đóng đợt lấy ý kiến nhiều chiều"),
    }
)
register_subjects(
    {
        "feedback.criteriaset": _("bộ tiêu chí đánh giá theo chức danh"),
        "feedback.criterion": _("tiêu chí của bộ"),
        "feedback.feedbackround": _("đợt lấy ý kiến nhiều chiều"),
        "feedback.reviewee": _("người được lấy ý kiến trong đợt"),
        "feedback.feedbackresult": _("kết quả của một chiều về một người"),
        "feedback.invitation": _("lượt góp ý"),
        "feedback.answer": _("câu trả lời không ghi tên"),
        "feedback.signedview": _("ý kiến có ghi tên"),
    }
)
register_pages(
    {
        "feedback_person": _("Kết quả nhiều chiều của một người"),
        "feedback_print": _("In kết quả nhiều chiều"),
        "feedback_receipt": _("Kết quả nhiều chiều (tệp)"),
    }
)
