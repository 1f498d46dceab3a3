"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "sheets_opened": _("Mở phiếu theo dõi, đánh giá"),
        "practice_dropped": _("Bỏ kỳ tập dượt"),
        "work_gathered": _("Lấy việc từ chương trình vào phiếu"),
        "plan_proposed": _("Đề xuất việc trong kế hoạch cá nhân"),
        "plan_withdrawn": _("Rút việc trong kế hoạch cá nhân"),
        "plan_accepted": _("Chấp nhận việc trong kế hoạch cá nhân"),
        "plan_refused": _("Không giao việc trong kế hoạch cá nhân"),
        "plan_reviewed": _("Kiểm tra kế hoạch cá nhân"),
        "hard_task_opened": _("Ghi việc khó"),
        "hard_task_changed": _("Đổi người chịu trách nhiệm, hạn của việc khó"),
        "hard_task_solved": _("Giải quyết xong việc khó"),
        "hard_task_dropped": _("Thôi làm việc khó"),
        "opinion_asked": _("Xin ý kiến nhanh"),
        "opinion_answered": _("Trả lời xin ý kiến"),
        "opinion_decided": _("Quyết định sau khi xin ý kiến"),
        "outing_entered": _("Ghi buổi đi cơ sở"),
        "outing_dropped": _("Bỏ buổi đi cơ sở ghi nhầm"),
        "week_confirmed": _("Xác nhận kiểm đếm tuần"),
        "template_begun": _("Lập mẫu giao việc"),
        "template_changed": _("Sửa mẫu giao việc"),
        "template_ended": _("Thôi dùng mẫu giao việc"),
        "template_line_put": _("Ghi dòng của mẫu giao việc"),
        "template_line_dropped": _("Bỏ dòng của mẫu giao việc"),
        "template_assigned": _("Giao việc theo mẫu"),
        "work_assigned": _("Được giao việc theo mẫu"),
        "source_mapped": _("Khai cách đọc danh sách của hệ thống khác"),
        "work_taken_in": _("Nhập việc từ hệ thống khác"),
        "sheet_took_in": _("Việc từ hệ thống khác vào phiếu"),
    }
)
register_subjects(
    {
        "worklog.assessment": _("phiếu theo dõi, đánh giá"),
        "worklog.fieldvisit": _("buổi đi cơ sở"),
        "worklog.hardtask": _("việc khó"),
        "worklog.opinionrequest": _("xin ý kiến nhanh"),
        "worklog.work": _("việc trong kỳ"),
        "worklog.cause": _("nguyên nhân khách quan"),
        "worklog.fault": _("lỗi của sản phẩm"),
        "worklog.planline": _("việc trong kế hoạch cá nhân"),
        "worklog.planreview": _("lần kiểm tra định kỳ kế hoạch cá nhân"),
        "worklog.sourcemapping": _("cách đọc danh sách của một nguồn"),
        "worklog.template": _("mẫu giao việc"),
        "worklog.templateline": _("dòng của mẫu giao việc"),
        "worklog.weekcount": _("kiểm đếm công việc tuần"),
    }
)
register_pages(
    {
        "plan_print": _("In kế hoạch cá nhân"),
        "unit_count_print": _("In bảng đếm của đơn vị"),
    }
)
