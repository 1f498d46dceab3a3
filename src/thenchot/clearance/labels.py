"""Words and colours of what the pages show."""

from django.utils.translation import gettext_lazy as _

from thenchot.clearance.enums import Outcome, Part, Standing

PART = {
    Part.HISTORY: _("Lịch sử chính trị"),
    Part.PRESENT: _("Chính trị hiện nay"),
}
OUTCOME = {
    Outcome.CLEAR: _("đủ tiêu chuẩn chính trị"),
    Outcome.NOT_CLEAR: _("chưa đủ tiêu chuẩn chính trị"),
}
STANDING = {
    Standing.NONE: _("chưa có kết luận"),
    Standing.REQUESTED: _("đang thẩm tra"),
    Standing.CLEAR: _("có kết luận đủ tiêu chuẩn"),
    Standing.LAPSED: _("kết luận hết giá trị"),
    Standing.NOT_CLEAR: _("chưa đủ tiêu chuẩn"),
}
TONES = {
    Standing.NONE: "act",
    Standing.REQUESTED: "wait",
    Standing.CLEAR: "done",
    Standing.LAPSED: "act",
    Standing.NOT_CLEAR: "act",
}
