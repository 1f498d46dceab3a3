"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.commendation.enums import (
    AwardSource,
    AwardState,
    InitiativeState,
    MovementState,
    Result,
    Verdict,
)

INITIATIVE_STATE = {
    InitiativeState.PROPOSED: _("đã đề xuất"),
    InitiativeState.ALLOWED: _("được phép thực hiện"),
    InitiativeState.REFUSED: _("không được phép"),
    InitiativeState.CONCLUDED: _("đã kết luận"),
}
INITIATIVE_TONES = {
    InitiativeState.PROPOSED: "wait",
    InitiativeState.ALLOWED: "act",
    InitiativeState.CONCLUDED: "done",
}
VERDICT = {
    Verdict.EFFECTIVE: _("đúng, có hiệu quả"),
    Verdict.INEFFECTIVE: _("đúng quy định, chưa hiệu quả"),
    Verdict.ABUSE: _("lợi dụng, làm trái"),
}
MOVEMENT_STATE = {
    MovementState.RUNNING: _("đang phát động"),
    MovementState.CLOSED: _("đã tổng kết"),
}
MOVEMENT_TONES = {MovementState.RUNNING: "act", MovementState.CLOSED: "done"}
RESULT = {
    Result.ACHIEVED: _("đạt"),
    Result.PARTLY: _("đạt một phần"),
    Result.NOT: _("chưa đạt"),
}
AWARD_SOURCE = {
    AwardSource.HARD_TASK: _("xử lý việc khó, tồn đọng"),
    AwardSource.MOVEMENT: _("phong trào thi đua"),
    AwardSource.INITIATIVE: _("sáng kiến"),
    AwardSource.YEAR: _("thành tích năm"),
    AwardSource.OTHER: _("thành tích đột xuất khác"),
}
AWARD_STATE = {
    AwardState.PROPOSED: _("đã đề nghị"),
    AwardState.VOTED: _("Hội đồng đã bỏ phiếu"),
    AwardState.DECIDED: _("đã khen thưởng"),
    AwardState.REFUSED: _("không khen thưởng"),
}
AWARD_TONES = {
    AwardState.PROPOSED: "wait",
    AwardState.VOTED: "act",
    AwardState.DECIDED: "done",
}
