"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.oversight.enums import (
    Answer,
    Direction,
    FindingKind,
    FindingLevel,
    FindingState,
    Form,
    Level,
    Outcome,
    PlanState,
    SocialKind,
    Stage,
    TeamPart,
    Theme,
    Timing,
)

LEVEL = {Level.YEAR: _("hằng năm"), Level.TERM: _("toàn khóa")}
PLAN_STATE = {
    PlanState.DRAFT: _("dự thảo"),
    PlanState.APPROVED: _("đã phê duyệt"),
    PlanState.REPLACED: _("đã thay bằng bản bổ sung"),
}
PLAN_TONES = {PlanState.DRAFT: "wait", PlanState.APPROVED: "done"}
FORM = {
    Form.MEMBER: _("kiểm tra đảng viên"),
    Form.ORGANISATION: _("kiểm tra tổ chức"),
    Form.SIGNS: _("kiểm tra khi có dấu hiệu vi phạm"),
    Form.REGULAR: _("giám sát thường xuyên"),
    Form.THEMATIC: _("giám sát chuyên đề"),
    Form.DUTY: _("kiểm tra công vụ"),
}
TIMING = {Timing.PERIODIC: _("định kỳ"), Timing.AD_HOC: _("đột xuất")}
DIRECTION = {
    Direction.DOWN: _("cấp trên đối với cấp dưới"),
    Direction.UP: _("cấp dưới giám sát cấp trên"),
}
THEME = {
    Theme.REGULATIONS: _("chấp hành quy định của Đảng"),
    Theme.DISCIPLINE: _("kỷ luật, kỷ cương hành chính"),
    Theme.EXEMPLARY: _("trách nhiệm nêu gương"),
    Theme.ETHICS: _("đạo đức công vụ"),
    Theme.PROGRAMME: _("thực hiện chương trình, nghị quyết"),
    Theme.CADRE_WORK: _("công tác cán bộ"),
    Theme.OFFICE_BUYING: _("chống chạy chức, chạy quyền, tiêu cực"),
    Theme.FINANCE: _("tài chính, ngân sách"),
    Theme.LAND: _("đất đai, xây dựng"),
    Theme.SERVICE: _("giải quyết việc của người dân, doanh nghiệp"),
    Theme.OTHER: _("nội dung khác"),
}
STAGE = {
    Stage.DECIDED: _("đã có quyết định"),
    Stage.ANNOUNCED: _("đã công bố"),
    Stage.REPORTED: _("đã nhận báo cáo tự kiểm tra"),
    Stage.VERIFIED: _("đã thẩm tra, xác minh"),
    Stage.CONCLUDED: _("đã kết luận"),
    Stage.NOTIFIED: _("đã thông báo kết luận"),
    Stage.CLOSED: _("đã kết thúc"),
    Stage.STOPPED: _("dừng"),
}
STAGE_TONES = {
    Stage.CONCLUDED: "act",
    Stage.NOTIFIED: "wait",
    Stage.CLOSED: "done",
    Stage.STOPPED: "quiet",
}
OUTCOME = {
    Outcome.GOOD: _("thực hiện tốt"),
    Outcome.SHORTCOMING: _("có hạn chế, khuyết điểm"),
    Outcome.VIOLATION: _("có vi phạm"),
}
TEAM_PART = {
    TeamPart.HEAD: _("trưởng đoàn"),
    TeamPart.MEMBER: _("thành viên"),
    TeamPart.SECRETARY: _("thư ký"),
}
FINDING_KIND = {
    FindingKind.LAXITY: _("buông lỏng lãnh đạo, quản lý"),
    FindingKind.IRRESPONSIBLE: _("thiếu trách nhiệm"),
    FindingKind.EVASION: _("né tránh, đùn đẩy công việc"),
    FindingKind.CADRE_RULES: _("sai nguyên tắc, quy định công tác cán bộ"),
    FindingKind.OFFICE_BUYING: _("chạy chức, chạy quyền, tiếp tay chạy chức, chạy quyền"),
    FindingKind.BUREAUCRACY: _("quan liêu, hách dịch, xa dân"),
    FindingKind.HARASSMENT: _("nhũng nhiễu, gây phiền hà"),
    FindingKind.DELAY: _("chậm trễ giải quyết công việc"),
    FindingKind.ADMINISTRATIVE: _("kỷ luật, kỷ cương hành chính"),
    FindingKind.LABOUR: _("kỷ luật lao động"),
    FindingKind.ETHICS: _("đạo đức công vụ, lối sống"),
    FindingKind.EXEMPLARY: _("chưa nêu gương"),
    FindingKind.DEGENERATION: _("suy thoái tư tưởng, đạo đức, lối sống"),
    FindingKind.ABUSE: _("lợi dụng chức vụ, quyền hạn"),
    FindingKind.CORRUPTION: _("tham nhũng, tiêu cực"),
    FindingKind.LAW: _("vi phạm pháp luật"),
    FindingKind.OTHER: _("nội dung khác"),
}
FINDING_LEVEL = {
    FindingLevel.WARNING: _("cảnh báo"),
    FindingLevel.PREVENTION: _("phòng ngừa, nhắc nhở"),
    FindingLevel.HANDLING: _("phải xử lý"),
}
LEVEL_TONES = {FindingLevel.HANDLING: "late", FindingLevel.PREVENTION: "wait"}
FINDING_STATE = {
    FindingState.OPEN: _("đang khắc phục"),
    FindingState.REPORTED: _("đã báo cáo khắc phục"),
    FindingState.REMEDIED: _("đã khắc phục"),
    FindingState.HANDED_OVER: _("đã chuyển xem xét kỷ luật"),
}
FINDING_TONES = {
    FindingState.OPEN: "act",
    FindingState.REPORTED: "wait",
    FindingState.REMEDIED: "done",
}
SOCIAL_KIND = {
    SocialKind.SUPERVISION: _("giám sát xã hội"),
    SocialKind.CRITICISM: _("phản biện xã hội"),
}
ANSWER = {
    Answer.ACCEPTED: _("tiếp thu"),
    Answer.PARTLY: _("tiếp thu một phần"),
    Answer.EXPLAINED: _("giải trình, giữ nguyên"),
}
