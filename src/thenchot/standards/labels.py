"""Vietnamese labels of the enums (gettext), with the tone of their tag."""

from django.utils.translation import gettext_lazy as _

from thenchot.standards.enums import Bound, GapState, Lack, Measure, RequirementKind, SetState

SET_STATE = {
    SetState.DRAFT: (_("Dự thảo"), "wait"),
    SetState.ISSUED: (_("Đang áp dụng"), "done"),
    SetState.REPLACED: (_("Đã thay thế"), ""),
}
KIND = {
    RequirementKind.LEVEL: _(
        "Trình độ (bằng cấp, lý luận, quản lý nhà nước, ngoại ngữ, tin học, quốc phòng)"
    ),
    RequirementKind.FIELD: _("Bằng cấp đúng ngành"),
    RequirementKind.CERTIFICATE: _("Chứng chỉ còn hạn"),
    RequirementKind.SOFTWARE: _("Thành thạo phần mềm"),
    RequirementKind.SKILL: _("Kỹ năng đã được xác nhận"),
    RequirementKind.COMPETENCY: _("Năng lực theo khung của vị trí việc làm"),
    RequirementKind.YEARS: _("Số năm công tác, giữ chức vụ, tuổi Đảng"),
    RequirementKind.PARTY: _("Đảng viên"),
    RequirementKind.AGE: _("Độ tuổi"),
}
MEASURE = {
    Measure.SERVICE: _("Thời gian công tác"),
    Measure.SEAT: _("Thời gian giữ chức vụ hiện tại"),
    Measure.PARTY: _("Tuổi Đảng"),
}
BOUND = {Bound.AT_LEAST: _("từ"), Bound.BELOW: _("dưới")}
STATE = {
    GapState.MET: (_("đạt"), "done"),
    GapState.MISSING: (_("còn thiếu"), "act"),
    GapState.IN_TRAINING: (_("đang học"), "wait"),
    GapState.EXEMPT: (_("được miễn"), "fine"),
}
LACK = {
    Lack.NOTHING: _("chưa có"),
    Lack.TOO_LOW: _("thấp hơn yêu cầu"),
    Lack.LAPSED: _("hết hạn"),
    Lack.TOO_SHORT: _("chưa đủ năm"),
    Lack.TOO_OLD: _("quá tuổi"),
    Lack.TOO_YOUNG: _("chưa đủ tuổi"),
    Lack.UNKNOWN: _("hồ sơ chưa rõ ngày"),
}
STATE_WORDS = {code: word for code, (word, _tone) in STATE.items()}
STATE_TONES = {code: tone for code, (_word, tone) in STATE.items()}
SET_WORDS = {code: word for code, (word, _tone) in SET_STATE.items()}
SET_TONES = {code: tone for code, (_word, tone) in SET_STATE.items()}


def choices(labels) -> list[tuple[str, object]]:
    """For a field of a form or model."""
    return [
        (str(code), label[0] if isinstance(label, tuple) else label)
        for code, label in labels.items()
    ]
