"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "succession_opened": _("Lập danh sách quy hoạch"),
        "succession_minutes_scanned": _("Gắn bản quét biên bản hội nghị"),
        "succession_changed": _("Sửa ngày tính tuổi, căn cứ của quy hoạch"),
        "succession_post_added": _("Thêm chức danh quy hoạch"),
        "succession_post_changed": _("Sửa chức danh quy hoạch"),
        "succession_post_state": _("Đổi trạng thái chức danh quy hoạch"),
        "succession_post_dropped": _("Bỏ chức danh quy hoạch"),
        "succession_sources_reviewed": _("Rà soát nguồn quy hoạch"),
        "succession_proposed": _("Giới thiệu người vào quy hoạch"),
        "succession_withdrawn": _("Rút giới thiệu quy hoạch"),
        "succession_line_changed": _("Đổi đối tượng quy hoạch"),
        "succession_removed": _("Đưa người ra khỏi quy hoạch"),
        "succession_taken_up": _("Người quy hoạch đã giữ chức danh"),
        "succession_conference_held": _("Ghi hội nghị quy hoạch"),
        "succession_conference_corrected": _("Sửa biên bản hội nghị quy hoạch"),
        "succession_votes_noted": _("Ghi phiếu quy hoạch"),
        "succession_votes_counted": _("Chốt kiểm phiếu quy hoạch"),
        "succession_submitted": _("Trình danh sách quy hoạch"),
        "succession_returned": _("Trả lại danh sách quy hoạch"),
        "succession_approved": _("Phê duyệt danh sách quy hoạch"),
        "succession_review_opened": _("Mở đợt rà soát quy hoạch"),
        "prospect_referred": _("Giới thiệu nhân tố có triển vọng"),
        "prospect_followed": _("Theo dõi nhân tố có triển vọng"),
        "milestone_added": _("Thêm bước vào lộ trình phát triển"),
        "milestone_finished": _("Xong một bước của lộ trình phát triển"),
        "milestone_dropped": _("Bỏ một bước của lộ trình phát triển"),
    }
)
register_subjects(
    {
        "succession.successionplan": _("danh sách quy hoạch"),
        "succession.plannedpost": _("chức danh quy hoạch"),
        "succession.candidate": _("việc quy hoạch một người"),
        "succession.lack": _("tiêu chuẩn còn thiếu của người quy hoạch"),
        "succession.conference": _("hội nghị quy hoạch"),
        "succession.ballot": _("phiếu quy hoạch"),
        "succession.prospect": _("nhân tố có triển vọng"),
        "succession.milestone": _("bước của lộ trình phát triển"),
    }
)
register_pages(
    {
        "succession_conference": _("Hội nghị quy hoạch"),
        "succession_ballot": _("Phiếu quy hoạch (mẫu 3A)"),
        "succession_minutes": _("Biên bản kiểm phiếu quy hoạch"),
        "succession_summary": _("Tổng hợp phiếu quy hoạch (mẫu 2A)"),
        "succession_decision": _("Quyết định quy hoạch (mẫu 2B)"),
    }
)
