"""What the pages call the closed lists of the room."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.rating.enums import (
    AbsenceKind,
    Nature,
    RatingStep,
    ReviewState,
    RoundState,
    RoundSubject,
)
from thenchot.worklog.enums import Regulation
from thenchot.worklog.labels import BAND, TONE

ROUND_SUBJECT = {RoundSubject.PERSONS: _("người"), RoundSubject.ORGANISATIONS: _("cơ quan, đơn vị")}
RATING_STEP = {
    RatingStep.ORGANISATIONS: _("xếp loại cơ quan, đơn vị"),
    RatingStep.SELF: _("tự đánh giá"),
    RatingStep.MEETING: _("họp đơn vị"),
    RatingStep.PARTY: _("ý kiến cấp ủy"),
    RatingStep.CONSOLIDATION: _("tổng hợp, đề xuất"),
    RatingStep.DECISION: _("quyết định"),
    RatingStep.NOTICE: _("thông báo, công khai"),
    RatingStep.NOTIFIED: _("đã thông báo"),
    RatingStep.LOCKED: _("đã khóa"),
    RatingStep.OUT: _("không thuộc đợt này"),
}
STEP_TONE = dict.fromkeys(RATING_STEP, "wait") | {
    RatingStep.NOTIFIED: "done",
    RatingStep.LOCKED: "done",
    RatingStep.NOTICE: "fine",
    RatingStep.DECISION: "act",
    RatingStep.OUT: "",
}
ROUND_STATE = {
    RoundState.OPEN: _("đang làm"),
    RoundState.PUBLISHED: _("đã công khai"),
    RoundState.LOCKED: _("đã khóa"),
}
ROUND_TONE = {RoundState.OPEN: "wait", RoundState.PUBLISHED: "fine", RoundState.LOCKED: "done"}
ABSENCE_KIND = {
    AbsenceKind.SICK: _("nghỉ ốm"),
    AbsenceKind.MATERNITY: _("nghỉ thai sản"),
    AbsenceKind.UNPAID: _("nghỉ không hưởng lương"),
    AbsenceKind.GOOD_CAUSE: _("vắng có lý do chính đáng"),
}
NATURE = {
    Nature.DEGENERATION: _("suy thoái về tư tưởng chính trị, đạo đức, lối sống"),
    Nature.FORBIDDEN: _("vi phạm điều không được làm"),
    Nature.BAD_EXAMPLE: _("vi phạm trách nhiệm nêu gương"),
    Nature.DUTY: _("vi phạm liên quan hoạt động công vụ"),
    Nature.OTHER: _("không liên quan hoạt động công vụ"),
}
REVIEW_STATE = {
    ReviewState.PROPOSED: _("chờ cấp có thẩm quyền xem xét"),
    ReviewState.ACCEPTED: _("đồng ý xem xét thay thế"),
    ReviewState.DISMISSED: _("không thay thế"),
}
REVIEW_TONE = {ReviewState.PROPOSED: "wait", ReviewState.ACCEPTED: "act"}
NOT_RATED, LACKING, UNTOLD = "not_rated", "lacking", "untold"
LEVEL: dict[str, Any] = {
    **BAND,
    NOT_RATED: _("không xếp loại"),
    LACKING: _("còn thiếu"),
    UNTOLD: _("chưa thông báo"),
}
LEVEL_TONE = {**TONE, LACKING: "wait"}
CONDITION = {
    "all_done": _("hoàn thành 100% nhiệm vụ"),
    "all_on_time": _("100% đúng tiến độ, chất lượng"),
    "exceeding": _("đủ tỷ lệ vượt yêu cầu"),
    "late_within": _("chậm không quá mức cho phép"),
    "below": _("không có đơn vị trực thuộc không hoàn thành"),
    "remedied": _("đã khắc phục hạn chế"),
}
CONDITION_OF_QUARTER = {
    "all_done": _("hoàn thành 100% nhiệm vụ"),
    "all_on_time": _("100% nhiệm vụ đúng hạn, bảo đảm chất lượng"),
    "exceeding": _("đủ tỷ lệ nhiệm vụ vượt yêu cầu (cho mức xuất sắc)"),
    "late_within": _("số nhiệm vụ chậm trong giới hạn (cho mức hoàn thành)"),
}
REGULATION_NOTE = {
    Regulation.ND233: _(
        "Chưa đọc được Nghị định 233/2026 (viên chức): các bước và cách tính theo Nghị định "
        "335/2025, cần đối chiếu khi có văn bản."
    ),
    Regulation.QD366: _(
        "Quy định của Đảng (QĐ 366-QĐ/TW, HD 43-HD/BTCTW, HD 02-HD/BTCTW) mới đọc được qua trích "
        "đoạn: các bước ở đây theo khung Điều 21 Nghị định 335/2025, cần đối chiếu với hướng dẫn "
        "của cấp ủy. Quý I đến quý III xếp loại riêng, quý IV gộp vào năm (HD 43). Mức trần của "
        "QĐ 366 (Điều 12) chưa biết tính trên số nào, tạm tính như Nghị định 335/2025."
    ),
}
PARTY, DECREE = "QĐ 366-QĐ/TW", "NĐ 335/2025"
LAW_OF_PARTY = {"level": _("Điều 11"), "violations": _("Điều 11"), "caps": _("Điều 12")}
LAW_OF_DECREE = {
    "level": _("Điều 17.3, Điều 20"),
    "violations": _("Điều 11, Điều 20.4"),
    "caps": _("Điều 20.5"),
}


def law_of(subject: str, rules: str) -> str:
    """The article that a part of the year stands on, by the rules of the round."""
    if rules == Regulation.QD366:
        return f"{PARTY}, {LAW_OF_PARTY[subject]}"
    return f"{DECREE}, {LAW_OF_DECREE[subject]}"


def scope_name(scope: str) -> str:
    """ "unit", "group:…" of a cap."""
    return gettext("Cả đơn vị") if scope == "unit" else scope.removeprefix("group:")
