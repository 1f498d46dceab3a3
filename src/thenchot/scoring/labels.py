"""What the pages call the codes of the room."""

from django.utils.translation import gettext_lazy as _

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
RATER_FLAG = {
    "flat": _("điểm gần như bằng nhau"),
    "lenient": _("cao hơn hẳn các nơi khác"),
    "strict": _("thấp hơn hẳn các nơi khác"),
}
