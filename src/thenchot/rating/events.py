"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects
from thenchot.platform.audit.watching import watch
from thenchot.rating.models import QuarterRating, RatingDecision

register(
    {
        "quarter_rated": _("Quyết định xếp loại quý"),
        "quarter_rating_replaced": _("Thay kết quả xếp loại quý"),
        "replacement_proposed": _("Đề xuất xem xét thay thế"),
        "replacement_decided": _("Quyết định về đề xuất thay thế"),
        "round_opened": _("Mở đợt xếp loại năm"),
        "round_enrolled": _("Cập nhật danh sách của đợt xếp loại"),
        "round_computed": _("Tính mức đề xuất của đợt xếp loại"),
        "round_days_set": _("Đặt ngày các bước của đợt xếp loại"),
        "round_share_set": _("Đặt mức trần xuất sắc của đợt xếp loại"),
        "round_caps_applied": _("Áp mức trần xuất sắc"),
        "round_reopened": _("Mở lại đợt xếp loại cơ quan, đơn vị"),
        "round_locked": _("Khóa đợt xếp loại"),
        "rating_left_out": _("Đưa ra khỏi hoặc vào lại đợt xếp loại"),
        "rating_grouped": _("Xếp vào nhóm nhiệm vụ tương đồng"),
        "rating_self_rated": _("Tự đánh giá, xếp loại năm"),
        "rating_absence_noted": _("Ghi thời gian không làm việc"),
        "rating_months_noted": _("Ghi điểm tháng do đơn vị khác chấm"),
        "rating_absence_withdrawn": _("Bỏ thời gian không làm việc đã ghi"),
        "rating_act_viewed": _("Xem xét kỷ luật khi xếp loại"),
        "rating_unit_handled": _("Ghi việc đơn vị phụ trách bị xử lý"),
        "rating_opinion_given": _("Ghi ý kiến cấp ủy"),
        "meeting_recorded": _("Ghi biên bản họp xếp loại"),
        "rating_consolidated": _("Tổng hợp, đề xuất mức xếp loại"),
        "rating_decided": _("Quyết định mức xếp loại"),
        "rating_notified": _("Thông báo kết quả xếp loại"),
        "rating_reopened": _("Mở lại kết quả xếp loại"),
        "rating_complained": _("Kiến nghị về kết quả xếp loại"),
        "complaint_settled": _("Giải quyết kiến nghị về xếp loại"),
        "results_sent": _("Đánh dấu đã gửi cơ sở dữ liệu quốc gia"),
        "year_exported": _("Xuất số liệu xếp loại năm"),
        "body_scored": _("Chấm điểm cơ quan, đơn vị"),
        "body_decided": _("Quyết định mức xếp loại của cơ quan, đơn vị"),
    }
)
register_subjects(
    {
        "rating.round": _("đợt xếp loại năm"),
        "rating.rating": _("xếp loại năm của một người"),
        "rating.organisationrating": _("xếp loại năm của một cơ quan, đơn vị"),
        "rating.organisationdecision": _("quyết định xếp loại của một cơ quan, đơn vị"),
        "rating.sending": _("lần gửi kết quả xếp loại"),
        "rating.complaint": _("kiến nghị về kết quả xếp loại"),
        "rating.ratingdecision": _("quyết định xếp loại của một người"),
        "rating.ratingreopening": _("lần mở lại kết quả xếp loại"),
        "rating.roundreopening": _("lần mở lại đợt xếp loại"),
        "rating.absence": _("thời gian không làm việc trong năm"),
        "rating.externalmonthscore": _("tháng được chấm ở nơi khác"),
        "rating.violationtreatment": _("cách tính một hành vi bị kỷ luật"),
        "rating.meeting": _("biên bản họp xếp loại"),
        "rating.vote": _("ý kiến biểu quyết"),
        "rating.opinion": _("ý kiến của cấp ủy"),
        "rating.quarterrating": _("xếp loại quý theo quy định của Đảng"),
        "rating.replacementreview": _("xem xét thay thế cán bộ"),
    }
)
register_pages(
    {
        "rating_detail": _("Xếp loại năm của một người"),
        "rating_print": _("In phiếu xếp loại"),
        "rating_notice": _("In thông báo xếp loại"),
        "meeting_print": _("In biên bản họp xếp loại"),
        "round_summary": _("Tổng hợp xếp loại (tệp)"),
        "round_statistics": _("Thống kê xếp loại (tệp)"),
        "round_national": _("Tệp gửi cơ sở dữ liệu quốc gia"),
        "round_people": _("Người trong đợt xếp loại"),
        "round_people_file": _("Người trong đợt xếp loại (tệp)"),
        "replacement_print": _("In đề xuất xem xét thay thế"),
        "quarter_print": _("In xếp loại quý"),
    }
)
watch(
    QuarterRating,
    ("assessment", "proposed", "level", "basis", "decided_by"),
    {"quarter_rated": "pk", "quarter_rating_replaced": "pk"},
)
watch(
    RatingDecision,
    ("rating", "level", "proposed", "reason", "number", "decided_on"),
    {"rating_decided": "rating"},
)
