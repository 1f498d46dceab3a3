"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.recruitment.enums import (
    ApplicantState,
    Breach,
    CameBy,
    CaseState,
    CheckState,
    CouncilPart,
    Manner,
    ReceptionState,
    RoundState,
)
from thenchot.recruitment.rules.exams import exam_forms, papers, priority_objects
from thenchot.recruitment.rules.receiving import groups

ROUND_STATE = {
    RoundState.DRAFT: _("đang soạn"),
    RoundState.SUBMITTED: _("chờ phê duyệt"),
    RoundState.APPROVED: _("đã duyệt kế hoạch"),
    RoundState.PUBLISHED: _("nhận phiếu"),
    RoundState.LISTED: _("đã lập danh sách"),
    RoundState.FIRST: _("xong vòng 1"),
    RoundState.MARKED: _("xong vòng 2"),
    RoundState.RANKED: _("đã duyệt kết quả"),
    RoundState.RESULTS: _("đã công khai"),
    RoundState.DONE: _("đã kết thúc"),
    RoundState.CANCELLED: _("đã hủy"),
}
ROUND_TONES = {
    RoundState.DRAFT: "wait",
    RoundState.SUBMITTED: "act",
    RoundState.APPROVED: "wait",
    RoundState.PUBLISHED: "fine",
    RoundState.LISTED: "fine",
    RoundState.FIRST: "fine",
    RoundState.MARKED: "fine",
    RoundState.RANKED: "fine",
    RoundState.RESULTS: "fine",
    RoundState.DONE: "done",
}
MANNER = {Manner.EXAM: _("thi tuyển"), Manner.CONSIDERATION: _("xét tuyển")}
COUNCIL_PART = {
    CouncilPart.CHAIR: _("chủ tịch"),
    CouncilPart.VICE: _("phó chủ tịch"),
    CouncilPart.SECRETARY: _("ủy viên kiêm thư ký"),
    CouncilPart.MEMBER: _("ủy viên"),
}
APPLICANT_STATE = {
    ApplicantState.RECEIVED: _("đã nhận phiếu"),
    ApplicantState.ELIGIBLE: _("đủ điều kiện"),
    ApplicantState.REFUSED: _("không đủ điều kiện"),
    ApplicantState.WITHDRAWN: _("đã rút"),
    ApplicantState.OUT: _("không qua vòng 1"),
    ApplicantState.SECOND: _("vào vòng 2"),
    ApplicantState.WON: _("trúng tuyển"),
    ApplicantState.NOT_WON: _("không trúng tuyển"),
    ApplicantState.STRUCK: _("hủy kết quả"),
    ApplicantState.HIRED: _("đã có quyết định"),
    ApplicantState.STARTED: _("đã nhận việc"),
    ApplicantState.LAPSED: _("quyết định hết hiệu lực"),
}
RESULT = APPLICANT_STATE | dict.fromkeys(
    (ApplicantState.HIRED, ApplicantState.STARTED, ApplicantState.LAPSED),
    APPLICANT_STATE[ApplicantState.WON],
)  # of the exam, whatever became of it afterwards
APPLICANT_TONES = {
    ApplicantState.RECEIVED: "act",
    ApplicantState.ELIGIBLE: "fine",
    ApplicantState.SECOND: "fine",
    ApplicantState.WON: "fine",
    ApplicantState.HIRED: "wait",
    ApplicantState.STARTED: "done",
    ApplicantState.STRUCK: "act",
    ApplicantState.LAPSED: "act",
}
BREACH = {
    Breach.REPRIMAND: _("khiển trách"),
    Breach.WARNING: _("cảnh cáo"),
    Breach.SUSPENSION: _("đình chỉ"),
}
CAME_BY = {
    CameBy.PUBLIC: _("trang công khai"),
    CameBy.OFFICE: _("nộp tại cơ quan"),
    CameBy.EXCEL: _("nhập Excel"),
}
CHECK_STATE = {
    CheckState.MET: _("đạt"),
    CheckState.NOT_MET: _("chưa đạt"),
    CheckState.UNKNOWN: _("cần xem giấy tờ"),
}
CHECK_TONES = {
    CheckState.MET: "done",
    CheckState.NOT_MET: "act",
    CheckState.UNKNOWN: "wait",
}
RECEPTION_STATE = {ReceptionState.OPEN: _("đang lập"), ReceptionState.CLOSED: _("đã đóng")}
RECEPTION_TONES = {ReceptionState.OPEN: "fine", ReceptionState.CLOSED: "done"}
CASE_STATE = {
    CaseState.PROPOSED: _("đề nghị"),
    CaseState.ELIGIBLE: _("đủ điều kiện"),
    CaseState.REFUSED: _("không tiếp nhận"),
    CaseState.DECIDED: _("đã quyết định"),
}
CASE_TONES = {
    CaseState.PROPOSED: "act",
    CaseState.ELIGIBLE: "fine",
    CaseState.DECIDED: "done",
}
EXAM = {code: form.name for code, form in exam_forms().items()}
PAPER = papers()
PRIORITY = {code: one.name for code, one in priority_objects().items()}
GROUP = {code: one.name for code, one in groups().items()}
