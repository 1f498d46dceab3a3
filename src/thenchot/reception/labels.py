"""What the pages call the states and kinds of the room."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.reception.enums import (
    AnswerKind,
    CameBy,
    DialogueState,
    DirectionState,
    Duty,
    Matter,
    Part,
    SlotState,
    Verdict,
    VisitState,
)
from thenchot.reception.rules.grounds import grounds

DUTY: dict[str, Any] = {
    Duty.CHAIR: _("Chủ tịch UBND"),
    Duty.SECRETARY: _("Bí thư cấp ủy"),
    Duty.UNIT_HEAD: _("Người đứng đầu đơn vị sự nghiệp"),
    Duty.OTHER: _("Lãnh đạo khác, công chức tiếp dân"),
}
SLOT_STATE: dict[str, Any] = {
    SlotState.PLANNED: _("chưa công bố"),
    SlotState.PUBLISHED: _("đã công bố"),
    SlotState.HELD: _("đã tiếp"),
    SlotState.MISSED: _("bỏ buổi"),
    SlotState.MOVED: _("đã dời ngày"),
    SlotState.CANCELLED: _("đã hủy"),
}
SLOT_TONES: dict[str, Any] = {
    SlotState.PLANNED: "wait",
    SlotState.PUBLISHED: "fine",
    SlotState.HELD: "done",
    SlotState.MISSED: "act",
}
VISIT_STATE: dict[str, Any] = {
    VisitState.BOOKED: _("đã đăng ký"),
    VisitState.RECEIVED: _("đã tiếp, chờ trả lời"),
    VisitState.ANSWERED: _("đã trả lời"),
    VisitState.CLOSED: _("đã xong"),
    VisitState.REFUSED: _("từ chối tiếp"),
    VisitState.ABSENT: _("không đến"),
    VisitState.CANCELLED: _("đã hủy đăng ký"),
}
VISIT_TONES: dict[str, Any] = {
    VisitState.BOOKED: "wait",
    VisitState.RECEIVED: "act",
    VisitState.ANSWERED: "fine",
    VisitState.CLOSED: "done",
}
MATTER: dict[str, Any] = {
    Matter.COMPLAINT: _("khiếu nại"),
    Matter.DENUNCIATION: _("tố cáo"),
    Matter.PETITION: _("kiến nghị"),
    Matter.REFLECTION: _("phản ánh"),
}
ANSWER_KIND: dict[str, Any] = {
    AnswerKind.ON_THE_SPOT: _("đã trả lời ngay tại buổi tiếp"),
    AnswerKind.ACCEPTED: _("thụ lý giải quyết"),
    AnswerKind.LONGER: _("cần thời gian xem xét theo luật"),
    AnswerKind.REFUSED: _("không thụ lý"),
    AnswerKind.TRANSFERRED: _("chuyển cơ quan có thẩm quyền"),
}
CAME_BY: dict[str, Any] = {
    CameBy.PUBLIC: _("trang công khai"),
    CameBy.OFFICE: _("tại nơi tiếp"),
    CameBy.ONLINE: _("tiếp trực tuyến"),
}
PART: dict[str, Any] = {Part.RECEIVER: _("người tiếp"), Part.SUPPORT: _("người phục vụ")}
DIRECTION_STATE: dict[str, Any] = {
    DirectionState.OPEN: _("đang làm"),
    DirectionState.DONE: _("báo đã xong"),
    DirectionState.REOPENED: _("công dân mở lại"),
    DirectionState.SETTLED: _("công dân xác nhận xong"),
    DirectionState.CANCELLED: _("đã hủy"),
}
DIRECTION_TONES: dict[str, Any] = {
    DirectionState.OPEN: "wait",
    DirectionState.DONE: "fine",
    DirectionState.REOPENED: "act",
    DirectionState.SETTLED: "done",
}
VERDICT: dict[str, Any] = {
    Verdict.SOLVED: _("đã giải quyết"),
    Verdict.PARTLY: _("giải quyết một phần"),
    Verdict.NOT: _("chưa giải quyết"),
}
DIALOGUE_STATE: dict[str, Any] = {
    DialogueState.PLANNED: _("lên kế hoạch"),
    DialogueState.ANNOUNCED: _("đã thông báo"),
    DialogueState.HELD: _("đã đối thoại"),
    DialogueState.PUBLISHED: _("đã công khai kết quả"),
    DialogueState.CANCELLED: _("đã hủy"),
}
DIALOGUE_TONES: dict[str, Any] = {
    DialogueState.PLANNED: "wait",
    DialogueState.ANNOUNCED: "fine",
    DialogueState.HELD: "act",
    DialogueState.PUBLISHED: "done",
}
GROUND: dict[str, Any] = {code: ground.name for code, ground in grounds().items()}
