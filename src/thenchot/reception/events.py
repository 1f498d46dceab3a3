"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "citizen_rota_added": _("Thêm lịch tiếp cố định"),
        "citizen_rota_ended": _("Thôi áp dụng lịch tiếp cố định"),
        "citizen_month_drawn": _("Lập lịch tiếp công dân tháng"),
        "citizen_slot_added": _("Thêm buổi tiếp công dân"),
        "citizen_slot_published": _("Công bố buổi tiếp công dân"),
        "citizen_slot_moved": _("Dời buổi tiếp công dân"),
        "citizen_slot_closed": _("Hủy hoặc bỏ buổi tiếp công dân"),
        "citizen_slot_held": _("Ghi người đã tiếp công dân"),
        "citizen_online_noted": _("Ghi báo trước, chạy thử buổi tiếp trực tuyến"),
        "citizen_slot_concluded": _("Ghi kết luận buổi tiếp công dân"),
        "citizen_turn_booked": _("Đăng ký lượt tiếp công dân"),
        "citizen_turn_cancelled": _("Hủy đăng ký lượt tiếp"),
        "citizen_received": _("Ghi lượt tiếp vào sổ"),
        "citizen_visit_tied": _("Gắn lượt tiếp với lượt trước"),
        "citizen_refused": _("Từ chối tiếp công dân"),
        "citizen_refusal_signed": _("Ghi thông báo từ chối tiếp"),
        "citizen_answered": _("Trả lời công dân"),
        "citizen_promised": _("Giao việc, hứa với dân"),
        "citizen_promise_kept": _("Ghi việc đã hứa đã xong"),
        "citizen_promise_cancelled": _("Hủy việc đã hứa"),
        "citizen_promise_judged": _("Công dân đánh giá việc đã hứa"),
        "dialogue_planned": _("Lập kế hoạch đối thoại"),
        "dialogue_announced": _("Thông báo đối thoại"),
        "dialogue_asked": _("Ghi câu hỏi đối thoại"),
        "dialogue_answered": _("Trả lời câu hỏi đối thoại"),
        "dialogue_held": _("Ghi biên bản đối thoại"),
        "dialogue_published": _("Công khai kết quả đối thoại"),
        "dialogue_cancelled": _("Hủy hội nghị đối thoại"),
    }
)
register_subjects(
    {
        "reception.rota": _("lịch tiếp cố định"),
        "reception.slot": _("buổi tiếp công dân"),
        "reception.visit": _("lượt tiếp công dân"),
        "reception.direction": _("việc đã hứa với dân"),
        "reception.dialogue": _("hội nghị đối thoại"),
        "reception.question": _("câu hỏi đối thoại"),
    }
)
register_pages(
    {
        "citizen_slot": _("Buổi tiếp công dân"),
        "citizen_slot_list": _("Lịch tiếp công dân"),
        "citizen_visit": _("Lượt tiếp công dân"),
        "citizen_visit_list": _("Sổ tiếp công dân"),
        "citizen_visit_list_file": _("Sổ tiếp công dân"),
        "citizen_slot_file": _("Buổi tiếp công dân"),
        "citizen_receipt": _("Giấy biên nhận 02/TCD"),
        "citizen_refusal": _("Thông báo từ chối 01/TCD"),
        "citizen_conclusion": _("Thông báo kết luận tiếp công dân"),
    }
)
