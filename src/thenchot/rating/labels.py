"""What the pages call the closed lists of the room."""

from django.utils.translation import gettext_lazy as _

from thenchot.rating.enums import AbsenceKind, Nature, RatingStep, ReviewState, RoundSubject

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
REVIEW_STATE = {
    ReviewState.PROPOSED: _("chờ cấp có thẩm quyền xem xét"),
    ReviewState.ACCEPTED: _("đồng ý xem xét thay thế"),
    ReviewState.DISMISSED: _("không thay thế"),
}
