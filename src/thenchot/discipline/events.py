"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.discipline.models import Case
from thenchot.platform.audit.facts import register_codes
from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects
from thenchot.platform.audit.watching import watch

register(
    {
        "case_opened": _("Mở vụ việc kỷ luật"),
        "case_step_finished": _("Ghi một bước xem xét kỷ luật"),
        "case_council_seated": _("Ghi thành viên Hội đồng kỷ luật"),
        "case_marked_complex": _("Kéo dài thời hạn vụ việc phức tạp"),
        "case_paused": _("Tạm dừng xem xét kỷ luật"),
        "case_resumed": _("Tiếp tục xem xét kỷ luật"),
        "case_decided": _("Ghi quyết định kỷ luật"),
        "case_ended": _("Kết thúc vụ việc không kỷ luật"),
        "case_revoked": _("Hủy quyết định kỷ luật"),
        "work_breach_noted": _("Ghi vi phạm kỷ luật, kỷ cương"),
        "work_breach_explained": _("Ghi giải trình"),
        "work_breach_handled": _("Xử lý vi phạm kỷ luật, kỷ cương"),
        "people_screened": _("Rà soát, sàng lọc"),
        "screening_proposed": _("Đề xuất đối với người được rà soát"),
        "screening_decided": _("Quyết định đối với người được rà soát"),
        "screening_outcome_noted": _("Ghi kết quả thực hiện sau rà soát"),
    }
)
register_codes({"discipline_party": _("Kỷ luật Đảng"), "discipline_state": _("Kỷ luật hành chính")})
register_subjects(
    {
        "discipline.case": _("vụ việc kỷ luật"),
        "discipline.casestep": _("bước xem xét kỷ luật"),
        "discipline.casepause": _("thời gian không tính"),
        "discipline.councilmember": _("thành viên Hội đồng kỷ luật"),
        "discipline.workbreach": _("vi phạm kỷ luật, kỷ cương"),
        "discipline.screening": _("người được rà soát"),
    }
)
register_pages(
    {
        "discipline_case": _("Vụ việc kỷ luật"),
        "discipline_minutes": _("Biên bản bỏ phiếu kỷ luật"),
        "discipline_decision": _("Quyết định kỷ luật"),
    }
)
watch(
    Case,
    ("person", "side", "act_on", "due_on", "state", "form", "effective_on", "ends_on"),
    dict.fromkeys(
        (
            "case_opened",
            "case_marked_complex",
            "case_resumed",
            "case_decided",
            "case_ended",
            "case_revoked",
        ),
        "pk",
    ),
)
