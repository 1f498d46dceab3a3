"""What the pages call the closed lists of the room."""

from django.utils.translation import gettext_lazy as _

from thenchot.feedback.enums import CriteriaState, CriteriaUse, ResultState, RoundState, Side

CRITERIA_STATE = {
    CriteriaState.DRAFT: _("đang soạn"),
    CriteriaState.ISSUED: _("đang áp dụng"),
    CriteriaState.REPLACED: _("đã thay thế"),
}
CRITERIA_USE = {
    CriteriaUse.PARTY: _("đánh giá theo quy định của Đảng"),
    CriteriaUse.LOCAL: _("tiêu chí bổ sung của địa phương"),
}
ROUND_STATE = {RoundState.OPEN: _("đang lấy ý kiến"), RoundState.CLOSED: _("đã đóng")}
SIDE = {
    Side.SELF: _("tự đánh giá"),
    Side.SUPERIOR: _("cấp trên trực tiếp"),
    Side.PEERS: _("đồng cấp"),
    Side.SUBORDINATES: _("cấp dưới"),
    Side.COLLECTIVE: _("tập thể nơi công tác"),
    Side.CITIZENS: _("người dân, doanh nghiệp"),
    Side.UNIT_RESULT: _("kết quả của đơn vị"),
}
RESULT_STATE = {
    ResultState.WAITING: _("đang lấy ý kiến"),
    ResultState.RELEASED: _("có kết quả"),
    ResultState.NOT_ASKED: _("không hỏi: dưới 5 người được mời"),
    ResultState.NO_SOURCE: _("chưa lấy ý kiến"),
    ResultState.ABSENT: _("chưa có ý kiến"),
    ResultState.FEW: _("dưới 5 câu trả lời, đã hủy không đọc"),
    ResultState.WITHHELD: _("không công bố: khác lần công bố trước dưới 5 người"),
    ResultState.LOST: _("không mở được: khóa của đợt không còn"),
}
TONE = {
    CriteriaState.DRAFT: "wait",
    CriteriaState.ISSUED: "done",
    RoundState.OPEN: "wait",
    RoundState.CLOSED: "done",
    ResultState.WAITING: "wait",
    ResultState.RELEASED: "done",
}
