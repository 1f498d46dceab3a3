"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.placement.enums import (
    Body,
    CheckState,
    Decider,
    Irregularity,
    ItemState,
    Mentee,
    ProcedureState,
    StepKind,
    VacancyKind,
    VacancyState,
    Way,
)

IRREGULARITY = {
    Irregularity.BACKDATED: _("ghi lùi ngày, ghi muộn"),
    Irregularity.ALONE: _("một người mở, ghi mọi bước và quyết định"),
    Irregularity.WITHOUT: _("giữ chức vụ lãnh đạo không qua quy trình"),
}
PROCEDURE_STATE = {
    ProcedureState.OPEN: _("đang thực hiện"),
    ProcedureState.DECIDED: _("đã có quyết định"),
    ProcedureState.STOPPED: _("đã dừng"),
}
STEP_KIND = {
    StepKind.PAPER: _("văn bản"),
    StepKind.OPINION: _("ý kiến"),
    StepKind.VOTE: _("bỏ phiếu"),
}
VACANCY_KIND = {
    VacancyKind.POSITION: _("vị trí việc làm"),
    VacancyKind.SEAT: _("thành viên tập thể"),
    VacancyKind.TITLE: _("chức danh"),
}
VACANCY_STATE = {
    VacancyState.OPEN: _("đang khuyết"),
    VacancyState.HELD: _("để khuyết có lý do"),
    VacancyState.UNDER_WAY: _("đang làm quy trình"),
    VacancyState.FILLED: _("đã có người"),
}
WAY = {
    Way.PLANNING: _("từ quy hoạch"),
    Way.TRANSFER: _("điều động, luân chuyển"),
    Way.RECRUITMENT: _("tuyển dụng, tiếp nhận"),
}
CHECK_STATE = {
    CheckState.MET: _("đạt"),
    CheckState.NOT_MET: _("chưa đạt"),
    CheckState.UNKNOWN: _("chưa có dữ liệu"),
    CheckState.WAIVED: _("chấp nhận có lý do"),
}
ITEM_STATE = {
    ItemState.OPEN: _("chưa xong"),
    ItemState.DONE: _("đã xong"),
}
PROCEDURE_TONES = {ProcedureState.OPEN: "fine", ProcedureState.DECIDED: "done"}
VACANCY_TONES = {
    VacancyState.OPEN: "act",
    VacancyState.HELD: "wait",
    VacancyState.UNDER_WAY: "fine",
    VacancyState.FILLED: "done",
}
CHECK_TONES = {
    CheckState.MET: "done",
    CheckState.NOT_MET: "act",
    CheckState.UNKNOWN: "act",
    CheckState.WAIVED: "wait",
}
ITEM_TONES = {ItemState.OPEN: "act", ItemState.DONE: "done"}
MENTEE = {
    Mentee.YOUNG: _("cán bộ trẻ"),
    Mentee.NEW: _("ít kinh nghiệm"),
    Mentee.WEAK: _("còn hạn chế về năng lực"),
}
BODY = {
    Body.PARTY: _("Đảng ủy"),
    Body.GOVERNMENT: _("Ủy ban nhân dân"),
}
DECIDER = {
    Decider.OWN: _("cấp xã"),
    Decider.ABOVE: _("cấp trên"),
}
