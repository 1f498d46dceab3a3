"""What the pages call the closed lists of the room."""

from django.utils.translation import gettext_lazy as _

from thenchot.performance.enums import (
    AbsenceKind,
    Axis,
    Band,
    CatalogueState,
    CauseKind,
    CauseState,
    CriteriaState,
    CriteriaUse,
    FaultCause,
    FaultKind,
    FigureState,
    HardState,
    Kind,
    Mode,
    Nature,
    OpinionState,
    Origin,
    OutingKind,
    PlanState,
    PlanVerdict,
    RatingStep,
    ReviewState,
    RoundSubject,
    Rules,
    SheetState,
    Side,
    SuggestionState,
)

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
KIND = {
    Kind.STAFF: _("không giữ chức vụ"),
    Kind.HEAD: _("người đứng đầu"),
    Kind.DEPUTY: _("cấp phó"),
}
RULES = {
    Rules.ND335: _("Nghị định 335/2025 (công chức)"),
    Rules.QD366: _("Quy định 366-QĐ/TW (của Đảng)"),
    Rules.ND233: _("Nghị định 233/2026 (viên chức)"),
}
CATALOGUE_STATE = {
    CatalogueState.DRAFT: _("đang soạn"),
    CatalogueState.SUBMITTED: _("đã trình"),
    CatalogueState.APPROVED: _("đang áp dụng"),
    CatalogueState.REPLACED: _("đã thay thế"),
}
SUGGESTION_STATE = {
    SuggestionState.OPEN: _("đang lấy ý kiến"),
    SuggestionState.SIGNED: _("đã đưa vào danh mục"),
    SuggestionState.REFUSED: _("không đưa vào danh mục"),
}
SHEET_STATE = {
    SheetState.OPEN: _("đang ghi"),
    SheetState.SUBMITTED: _("đã gửi"),
    SheetState.CLOSED: _("đã chốt"),
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
AXIS = {
    Axis.ECONOMY: _("1. Kinh tế – xã hội, nhiệm vụ chính trị"),
    Axis.INSTITUTION: _("2. Thể chế, phân cấp, kiểm tra, giám sát"),
    Axis.SCIENCE: _("3. Khoa học, công nghệ, chuyển đổi số"),
    Axis.PARTY: _("4. Xây dựng Đảng, đoàn kết, phòng, chống tham nhũng"),
    Axis.PEOPLE: _("5. Văn hóa, con người, an sinh"),
    Axis.SECURITY: _("6. Quốc phòng, an ninh, đối ngoại"),
}
REVIEW_STATE = {
    ReviewState.PROPOSED: _("chờ cấp có thẩm quyền xem xét"),
    ReviewState.ACCEPTED: _("đồng ý xem xét thay thế"),
    ReviewState.DISMISSED: _("không thay thế"),
}

INDICATOR_GROUP = {
    "result": _("1. Kết quả thực hiện nhiệm vụ"),
    "service": _("2. Phục vụ người dân, doanh nghiệp"),
    "coordination": _("3. Phối hợp giữa các ngành, lĩnh vực"),
    "discipline": _("4. Kỷ luật, kỷ cương, công vụ"),
}
INDICATOR = {
    "quantity": _("số lượng: sản phẩm hoàn thành trên sản phẩm được giao"),
    "quality": _("chất lượng: sản phẩm đạt yêu cầu trên sản phẩm được giao"),
    "progress": _("tiến độ: sản phẩm đúng hạn trên sản phẩm được giao"),
    "opinion": _("xin ý kiến nhanh được trả lời trong hạn"),
    "difficulty": _("vướng mắc của nhiệm vụ được trả lời trong hạn"),
}
INDICATOR_REASON = {
    "nothing_given": _("chưa có sản phẩm nào được giao trong kỳ"),
    "nobody_asked": _("chưa hỏi: không cơ quan, bộ phận nào khác hỏi việc gì đến hạn trong kỳ"),
    "no_service": _(
        "chưa hỏi: kết quả phục vụ người dân, doanh nghiệp chưa được ghi trong hệ thống"
    ),
    "no_discipline": _(
        "chưa hỏi: kết quả kiểm tra kỷ luật, kỷ cương, công vụ chưa được ghi trong hệ thống"
    ),
}
CRITERIA_STATE = {
    CriteriaState.DRAFT: _("đang soạn"),
    CriteriaState.ISSUED: _("đang áp dụng"),
    CriteriaState.REPLACED: _("đã thay thế"),
}
CRITERIA_USE = {
    CriteriaUse.PARTY: _("đánh giá theo quy định của Đảng"),
    CriteriaUse.LOCAL: _("tiêu chí bổ sung của địa phương"),
}
SIDE = {
    Side.SELF: _("tự đánh giá"),
    Side.SUPERIOR: _("cấp trên trực tiếp"),
    Side.PEERS: _("đồng cấp"),
    Side.SUBORDINATES: _("cấp dưới"),
    Side.COLLECTIVE: _("tập thể nơi công tác"),
    Side.CITIZENS: _("người dân, doanh nghiệp"),
    Side.UNIT_RESULT: _("kết quả của đơn vị"),
}
FIGURE_STATE = {
    FigureState.WAITING: _("đang lấy ý kiến"),
    FigureState.RELEASED: _("có kết quả"),
    FigureState.NOT_ASKED: _("không hỏi: dưới 5 người được mời"),
    FigureState.NO_SOURCE: _("chưa lấy ý kiến"),
    FigureState.ABSENT: _("chưa có ý kiến"),
    FigureState.FEW: _("dưới 5 câu trả lời, đã hủy không đọc"),
    FigureState.WITHHELD: _("không công bố: khác lần công bố trước dưới 5 người"),
    FigureState.LOST: _("không mở được: khóa của đợt không còn"),
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
RATER_FLAG = {
    "flat": _("điểm gần như bằng nhau"),
    "lenient": _("cao hơn hẳn các nơi khác"),
    "strict": _("thấp hơn hẳn các nơi khác"),
}
OUTING_KIND = {
    OutingKind.CELL: _("dự sinh hoạt chi bộ tổ dân phố, thôn"),
    OutingKind.COMMUNITY: _("hoạt động tại cộng đồng dân cư"),
    OutingKind.FIELD: _("đi cơ sở, nắm địa bàn"),
}


def choices(labels):
    return [(str(code), label) for code, label in labels.items()]
