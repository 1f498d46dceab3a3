"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.cells.enums import (
    CellPost,
    CongressState,
    Grade,
    Measure,
    MeetingKind,
    MeetingState,
    MemberKind,
    Proposer,
    ReviewResult,
    SheetState,
    Theme,
)

MEMBER_KIND = {
    MemberKind.OFFICIAL: _("đảng viên chính thức"),
    MemberKind.PROBATIONARY: _("đảng viên dự bị"),
    MemberKind.EXEMPT: _("được miễn sinh hoạt"),
}
CELL_POST = {
    CellPost.SECRETARY: _("bí thư chi bộ"),
    CellPost.DEPUTY: _("phó bí thư chi bộ"),
    CellPost.COMMITTEE: _("chi ủy viên"),
}
MEETING_KIND = {
    MeetingKind.REGULAR: _("thường kỳ"),
    MeetingKind.THEME: _("chuyên đề"),
    MeetingKind.EXTRAORDINARY: _("bất thường"),
}
MEETING_STATE = {
    MeetingState.RECORDED: _("chưa chấm điểm"),
    MeetingState.SCORED: _("chi bộ đã tự chấm"),
    MeetingState.CONFIRMED: _("cấp trên đã chấm"),
}
MEETING_TONES = {
    MeetingState.RECORDED: "wait",
    MeetingState.SCORED: "act",
    MeetingState.CONFIRMED: "done",
}
THEME = {
    Theme.ETHICS: _("đạo đức công vụ"),
    Theme.LIFESTYLE: _("lối sống"),
    Theme.CONDUCT: _("văn hóa ứng xử"),
}
SHEET_STATE = {SheetState.DRAFT: _("dự thảo"), SheetState.ISSUED: _("đã ban hành")}
SHEET_TONES = {SheetState.DRAFT: "wait", SheetState.ISSUED: "done"}
MEASURE = {
    Measure.DURATION: _("thời gian họp"),
    Measure.ATTENDANCE: _("tỷ lệ dự họp"),
    Measure.PAPERS: _("tài liệu gửi trước"),
    Measure.RESOLUTION: _("kết quả việc giao kỳ trước"),
}
GRADE = {
    Grade.GOOD: _("Tốt"),
    Grade.FAIR: _("Khá"),
    Grade.AVERAGE: _("Trung bình"),
    Grade.WEAK: _("Kém"),
}
REVIEW_RESULT = {
    ReviewResult.KEPT: _("giữ tốt việc tu dưỡng, rèn luyện"),
    ReviewResult.ADVISED: _("chi bộ nhắc nhở, có việc phải sửa"),
    ReviewResult.SELF_CRITICISM: _("phải kiểm điểm trước chi bộ"),
}
CONGRESS_STATE = {
    CongressState.PREPARING: _("đang chuẩn bị"),
    CongressState.HELD: _("đã đại hội"),
}
CONGRESS_TONES = {CongressState.PREPARING: "act", CongressState.HELD: "done"}
PROPOSER = {
    Proposer.COMMITTEE: _("cấp ủy đương nhiệm"),
    Proposer.CELL: _("đảng viên đề cử"),
    Proposer.SELF: _("tự ứng cử"),
}
