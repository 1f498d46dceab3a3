"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.optimiser.solving import Status
from thenchot.scenarios.enums import ImpactState, LineKind, Method, ScenarioState

METHOD = {
    Method.PLACEMENT: _("bố trí với ít thay đổi nhất"),
    Method.SUCCESSION: _("danh sách quy hoạch, thay đổi ít nhất"),
    Method.COURSES: _("lớp học trong kinh phí"),
}
SCENARIO_STATE = {
    ScenarioState.WAITING: _("đang tính"),
    ScenarioState.READY: _("đã tính"),
    ScenarioState.NONE: _("không có phương án"),
    ScenarioState.CANCELLED: _("đã dừng"),
}
SCENARIO_TONES = {
    ScenarioState.WAITING: "wait",
    ScenarioState.READY: "done",
    ScenarioState.NONE: "act",
}
IMPACT_STATE = {
    ImpactState.DRAFT: _("chờ phê duyệt"),
    ImpactState.APPROVED: _("đã phê duyệt"),
    ImpactState.ENDED: _("hết hiệu lực"),
}
IMPACT_TONES = {ImpactState.DRAFT: "act", ImpactState.APPROVED: "done"}
LINE_KIND = {
    LineKind.MOVES: _("chuyển"),
    LineKind.PLACED: _("bố trí"),
    LineKind.EMPTY: _("còn khuyết"),
    LineKind.OVER: _("vượt số"),
    LineKind.ADDED: _("thêm"),
    LineKind.DROPPED: _("đưa ra"),
    LineKind.NO_NEXT: _("thiếu nguồn"),
    LineKind.SHORT: _("thiếu cơ cấu"),
    LineKind.SHALLOW: _("ít nguồn"),
    LineKind.HELD: _("mở lớp"),
    LineKind.UNMET: _("chưa đáp ứng"),
}
STATUS = {
    Status.PROVEN: _("tốt nhất, đã chứng minh"),
    Status.FEASIBLE: _("dùng được, có thể còn tốt hơn"),
    Status.NONE: _("không có phương án"),
}
