"""What the pages call the closed lists of the room."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.worklog.enums import (
    AssessmentState,
    Axis,
    Band,
    Capacity,
    CauseKind,
    CauseState,
    FaultCause,
    FaultKind,
    FieldVisitKind,
    HardState,
    Mode,
    OpinionState,
    Origin,
    PlanState,
    PlanVerdict,
    Regulation,
)
from thenchot.worklog.rules.assigning import Step

BAND = {
    Band.EXCELLENT: _("Hoàn thành xuất sắc"),
    Band.GOOD: _("Hoàn thành tốt"),
    Band.COMPLETED: _("Hoàn thành"),
    Band.FAILED: _("Không hoàn thành"),
}
BAND_WORD = {
    Band.EXCELLENT: _("xuất sắc"),
    Band.GOOD: _("tốt"),
    Band.COMPLETED: _("hoàn thành"),
    Band.FAILED: _("không hoàn thành"),
}
CAPACITY = {
    Capacity.STAFF: _("không giữ chức vụ"),
    Capacity.HEAD: _("người đứng đầu"),
    Capacity.DEPUTY: _("cấp phó"),
}
REGULATION = {
    Regulation.ND335: _("Nghị định 335/2025 (công chức)"),
    Regulation.QD366: _("Quy định 366-QĐ/TW (của Đảng)"),
    Regulation.ND233: _("Nghị định 233/2026 (viên chức)"),
}
ASSESSMENT_STATE = {
    AssessmentState.OPEN: _("đang ghi"),
    AssessmentState.SUBMITTED: _("đã gửi"),
    AssessmentState.CLOSED: _("đã chốt"),
}
ORIGIN = {
    Origin.ASSIGNED: _("giao từ đầu kỳ"),
    Origin.TAKEN_OVER: _("nhận lại từ người khác"),
    Origin.SUDDEN: _("phát sinh, đột xuất"),
}
MODE = {Mode.DIRECT: _("trực tiếp làm"), Mode.DIRECTED: _("chỉ đạo, điều hành")}
FAULT_KIND = {FaultKind.CONTENT: _("nội dung chưa đạt"), FaultKind.DELAY: _("chậm tiến độ")}
FAULT_CAUSE = {FaultCause.OWN: _("chủ quan"), FaultCause.OBJECTIVE: _("khách quan, đã xác nhận")}
CAUSE_KIND = {
    CauseKind.SYSTEM: _("hệ thống, đường truyền gián đoạn"),
    CauseKind.WAITING: _("chờ cơ quan khác"),
    CauseKind.DISASTER: _("thiên tai, dịch bệnh"),
    CauseKind.CHANGED: _("cấp trên thay đổi yêu cầu"),
    CauseKind.OTHER: _("khác"),
}
CAUSE_STATE = {
    CauseState.PROPOSED: _("chờ xác nhận"),
    CauseState.CONFIRMED: _("đã xác nhận"),
    CauseState.REFUSED: _("không chấp nhận"),
}
AXIS = {
    Axis.ECONOMY: _("1. Kinh tế – xã hội, nhiệm vụ chính trị"),
    Axis.INSTITUTION: _("2. Thể chế, phân cấp, kiểm tra, giám sát"),
    Axis.SCIENCE: _("3. Khoa học, công nghệ, chuyển đổi số"),
    Axis.PARTY: _("4. Xây dựng Đảng, đoàn kết, phòng, chống tham nhũng"),
    Axis.PEOPLE: _("5. Văn hóa, con người, an sinh"),
    Axis.SECURITY: _("6. Quốc phòng, an ninh, đối ngoại"),
}
PLAN_STATE = {
    PlanState.PROPOSED: _("chờ chấp nhận"),
    PlanState.ACCEPTED: _("đã giao"),
    PlanState.REFUSED: _("không giao"),
    PlanState.WITHDRAWN: _("đã rút"),
}
PLAN_VERDICT = {
    PlanVerdict.ON_TRACK: _("đúng hướng, đúng tiến độ"),
    PlanVerdict.ADJUST: _("cần điều chỉnh cách làm"),
    PlanVerdict.STALLED: _("trì trệ, hình thức"),
}
NOBODY = _("chưa có ai")  # answers for a hard task
HARD_STATE = {
    HardState.OPEN: _("đang xử lý"),
    HardState.SOLVED: _("đã giải quyết"),
    HardState.DROPPED: _("không làm nữa"),
}
OPINION_STATE = {
    OpinionState.SENT: _("chờ trả lời"),
    OpinionState.ANSWERED: _("đã trả lời"),
    OpinionState.DECIDED: _("đã quyết định"),
}
FIELD_VISIT_KIND = {
    FieldVisitKind.CELL: _("dự sinh hoạt chi bộ tổ dân phố, thôn"),
    FieldVisitKind.COMMUNITY: _("hoạt động tại cộng đồng dân cư"),
    FieldVisitKind.FIELD: _("đi cơ sở, nắm địa bàn"),
}
TONE = {  # of the tag of a code
    Band.EXCELLENT: "fine",
    Band.GOOD: "done",
    Band.FAILED: "act",
    AssessmentState.OPEN: "wait",  # a hard task too
    AssessmentState.CLOSED: "done",
    PlanState.PROPOSED: "wait",
    CauseState.CONFIRMED: "done",
    PlanState.ACCEPTED: "done",
    PlanVerdict.ON_TRACK: "done",
    PlanVerdict.ADJUST: "wait",
    PlanVerdict.STALLED: "act",
    HardState.SOLVED: "done",
    OpinionState.SENT: "wait",
    OpinionState.DECIDED: "done",
    "draft": "wait",  # criteria
    "issued": "done",
}
STEP = {
    Step.ADDED: _("thêm"),
    Step.CHANGED: _("đổi"),
    Step.TAKEN: _("bỏ"),
    Step.KEPT: _("giữ, đã làm"),
}
STEP_TONE = {Step.ADDED: "done", Step.CHANGED: "wait", Step.TAKEN: "act", Step.KEPT: ""}
QUARTERS = ("", "I", "II", "III", "IV")


def name_of_period(period) -> str:
    """tháng 10/2026, quý IV/2026, in the language of the page."""
    if period.kind == "year":
        return gettext("năm %(y)s") % {"y": period.year}
    if period.kind == "quarter":
        return gettext("quý %(n)s/%(y)s") % {"n": QUARTERS[period.index], "y": period.year}
    if period.kind == "month":
        return gettext("tháng %(n)s/%(y)s") % {"n": period.index, "y": period.year}
    return period.label_vi()


def whom(template) -> str:
    """Whom a template of work means."""
    if template.position:
        return template.position.name
    return template.title or gettext("mọi người của đơn vị")
