"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.discipline.enums import (
    BreachKind,
    CaseState,
    CouncilPart,
    Handling,
    Pause,
    Side,
    Source,
    StepKind,
    Trigger,
    Way,
)

SIDE = {
    Side.PARTY: _("kỷ luật Đảng"),
    Side.CIVIL: _("cán bộ, công chức"),
    Side.EMPLOYEE: _("viên chức"),
}
SOURCE = {
    Source.FINDING: _("phát hiện qua kiểm tra"),
    Source.RATING: _("kết quả xếp loại"),
    Source.PARTY: _("sau kỷ luật Đảng"),
    Source.PETITION: _("phản ánh, khiếu nại, tố cáo"),
    Source.COURT: _("bản án"),
    Source.BREACH: _("vi phạm kỷ luật, kỷ cương"),
    Source.OTHER: _("nguồn khác"),
}
CASE_STATE = {
    CaseState.OPEN: _("đang xem xét"),
    CaseState.DECIDED: _("đã quyết định kỷ luật"),
    CaseState.CLEARED: _("không vi phạm, không kỷ luật"),
    CaseState.EXEMPTED: _("miễn, loại trừ trách nhiệm"),
    CaseState.FORWARDED: _("đã chuyển cấp có thẩm quyền"),
    CaseState.BARRED: _("hết thời hiệu"),
    CaseState.REVOKED: _("đã hủy, công bố oan sai"),
}
CASE_TONES = {CaseState.OPEN: "act", CaseState.DECIDED: "done", CaseState.REVOKED: "wait"}
STEP_KIND = {StepKind.PAPER: _("văn bản"), StepKind.VOTE: _("bỏ phiếu")}
PAUSE = {
    Pause.ILLNESS: _("đang điều trị bệnh hiểm nghèo"),
    Pause.MATERNITY: _("mang thai, nuôi con dưới 12 tháng tuổi"),
    Pause.PROSECUTION: _("chờ kết luận điều tra, truy tố, xét xử"),
    Pause.COMPLAINT: _("đang khiếu nại, khởi kiện"),
}
COUNCIL_PART = {
    CouncilPart.CHAIR: _("chủ tịch hội đồng"),
    CouncilPart.MEMBER: _("ủy viên"),
    CouncilPart.SECRETARY: _("ủy viên kiêm thư ký"),
}
BREACH_KIND = {
    BreachKind.ADMINISTRATIVE: _("kỷ luật, kỷ cương hành chính"),
    BreachKind.LABOUR: _("kỷ luật lao động"),
    BreachKind.ETHICS: _("đạo đức công vụ"),
    BreachKind.ORDER: _("nội quy, quy chế"),
}
HANDLING = {
    Handling.NONE: _("giải trình được chấp nhận"),
    Handling.REMINDED: _("nhắc nhở"),
    Handling.CRITICISED: _("phê bình trước đơn vị"),
    Handling.CASE: _("xem xét kỷ luật"),
}
TRIGGER = {
    Trigger.QUARTERS: _("nhiều quý không hoàn thành"),
    Trigger.YEAR: _("năm không hoàn thành nhiệm vụ"),
    Trigger.PRODUCT: _("quý không có sản phẩm"),
    Trigger.STANDARDS: _("chưa đạt tiêu chuẩn"),
    Trigger.FINDING: _("phát hiện phải xử lý"),
    Trigger.CASE: _("đang bị xem xét kỷ luật"),
}
WAY = {
    Way.KEEP: _("giữ vị trí, theo dõi"),
    Way.TRAIN: _("đào tạo, kèm cặp"),
    Way.REASSIGN: _("bố trí việc khác"),
    Way.REPLACE: _("thay thế, miễn nhiệm"),
    Way.DOWNSIZE: _("tinh giản, cho thôi việc"),
    Way.DISCIPLINE: _("xem xét kỷ luật"),
}
