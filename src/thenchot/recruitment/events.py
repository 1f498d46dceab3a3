"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "recruitment_round_opened": _("Lập đợt tuyển dụng"),
        "recruitment_plan_changed": _("Sửa kế hoạch tuyển dụng"),
        "recruitment_opening_added": _("Thêm vị trí cần tuyển"),
        "recruitment_opening_changed": _("Sửa vị trí cần tuyển"),
        "recruitment_opening_dropped": _("Bỏ vị trí cần tuyển"),
        "recruitment_round_stepped": _("Ghi một bước của đợt tuyển dụng"),
        "recruitment_notice_changed": _("Thay đổi thông báo tuyển dụng"),
        "recruitment_member_added": _("Thêm thành viên hội đồng tuyển dụng"),
        "recruitment_member_dropped": _("Bỏ thành viên hội đồng tuyển dụng"),
        "applicant_received": _("Nhận phiếu đăng ký dự tuyển"),
        "applicants_exported": _("Xuất danh sách người dự tuyển"),
        "applicants_imported": _("Nhập phiếu dự tuyển từ Excel"),
        "applicant_marks_imported": _("Nhập điểm dự tuyển từ Excel"),
        "applicant_withdrawn": _("Rút phiếu dự tuyển"),
        "applicant_judged": _("Xét điều kiện dự tuyển"),
        "applicant_marked": _("Ghi điểm thi tuyển"),
        "applicant_appealed": _("Đề nghị phúc khảo"),
        "applicant_reviewed": _("Chấm phúc khảo"),
        "applicant_placed": _("Chọn thứ tự khi bằng điểm"),
        "applicant_called": _("Gọi người kế tiếp trúng tuyển"),
        "applicant_file_noted": _("Ghi đủ hồ sơ trúng tuyển"),
        "applicant_hired": _("Ghi quyết định tuyển dụng"),
        "applicant_started": _("Ghi nhận việc"),
        "applicant_lapsed": _("Quyết định tuyển dụng hết hiệu lực"),
        "applicant_struck": _("Hủy kết quả trúng tuyển"),
        "applicants_forgotten": _("Xóa dữ liệu người không trúng tuyển"),
        "reception_opened": _("Lập danh sách tiếp nhận"),
        "reception_proposed": _("Đưa người vào danh sách tiếp nhận"),
        "reception_judged": _("Xét điều kiện tiếp nhận"),
        "reception_decided": _("Ghi quyết định tiếp nhận"),
        "reception_closed": _("Đóng danh sách tiếp nhận"),
    }
)
register_subjects(
    {
        "recruitment.round": _("đợt tuyển dụng"),
        "recruitment.opening": _("vị trí cần tuyển"),
        "recruitment.councilmember": _("thành viên hội đồng tuyển dụng"),
        "recruitment.applicant": _("người dự tuyển"),
        "recruitment.score": _("điểm thi"),
        "recruitment.reception": _("danh sách tiếp nhận"),
        "recruitment.receptioncase": _("người được đề nghị tiếp nhận"),
    }
)
register_pages(
    {
        "recruitment_round": _("Đợt tuyển dụng"),
        "recruitment_people": _("Người dự tuyển"),
        "applicant": _("Người dự tuyển"),
        "applicant_decision": _("Quyết định tuyển dụng"),
        "reception": _("Danh sách tiếp nhận"),
    }
)
