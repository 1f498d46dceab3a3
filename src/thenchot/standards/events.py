"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "standards_adopted": _("Tạo dự thảo tiêu chuẩn từ bộ có sẵn"),
        "standards_revised": _("Soạn lần mới của bộ tiêu chuẩn"),
        "standards_changed": _("Sửa dự thảo bộ tiêu chuẩn"),
        "requirement_added": _("Thêm yêu cầu vào dự thảo tiêu chuẩn"),
        "requirement_changed": _("Sửa yêu cầu của dự thảo tiêu chuẩn"),
        "requirement_dropped": _("Bỏ yêu cầu khỏi dự thảo tiêu chuẩn"),
        "standards_issued": _("Ban hành bộ tiêu chuẩn"),
        "exemption_recorded": _("Ghi miễn tiêu chuẩn"),
        "exemption_ended": _("Kết thúc miễn tiêu chuẩn"),
        "standards_exported": _("Xuất danh sách thiếu chuẩn"),
    }
)
register_subjects(
    {
        "standards.standardset": _("bộ tiêu chuẩn"),
        "standards.requirement": _("yêu cầu của bộ tiêu chuẩn"),
        "standards.exemption": _("miễn một yêu cầu của bộ tiêu chuẩn"),
        "standards.sweep": _("một lần tính cho toàn bộ"),
        "standards.verdict": _("kết quả của một người đối với một bộ tiêu chuẩn"),
        "standards.shortfall": _("tiêu chuẩn còn thiếu của một người"),
        "standards.tally": _("số người đạt, thiếu chuẩn"),
        "standards.foreseen": _("người sẽ thiếu chuẩn"),
    }
)
register_pages(
    {
        "person_gaps": _("Tiêu chuẩn của một người"),
        "person_gaps_print": _("In tiêu chuẩn của một người"),
    }
)
