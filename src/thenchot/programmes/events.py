"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "draft_started": _("Tải văn bản lên để đối chiếu"),
        "draft_read": _("Máy đọc xong văn bản"),
        "draft_dropped": _("Bỏ bản nháp"),
        "programme_confirmed": _("Xác nhận chương trình, giao nhiệm vụ"),
        "task_accepted": _("Đơn vị nhận việc"),
        "task_clarified": _("Làm rõ nhiệm vụ"),
        "task_commented": _("Góp ý vào nhiệm vụ"),
        "progress_reported": _("Báo tiến độ"),
        "instance_done": _("Báo xong một kỳ"),
        "task_submitted": _("Trình thông qua kết quả"),
        "task_approved": _("Thông qua kết quả"),
        "task_returned": _("Trả lại kết quả"),
        "task_done": _("Báo hoàn thành"),
        "task_amended": _("Điều chỉnh nhiệm vụ"),
        "task_serves_programme": _("Gắn nhiệm vụ với chương trình khác"),
        "task_traced": _("Gắn với nội dung của cấp trên"),
        "extension_asked": _("Xin gia hạn"),
        "extension_granted": _("Đồng ý gia hạn"),
        "extension_refused": _("Không đồng ý gia hạn"),
        "document_arrived": _("Ghi văn bản đã tới"),
        "date_set": _("Đặt hạn"),
        "difficulty_raised": _("Nêu vướng mắc"),
        "difficulty_answered": _("Trả lời vướng mắc"),
        "dependency_added": _("Ghi ràng buộc giữa hai nhiệm vụ"),
        "dependency_released": _("Gỡ ràng buộc giữa hai nhiệm vụ"),
        "target_read": _("Ghi số liệu chỉ tiêu"),
        "target_tied": _("Gắn chỉ tiêu với chỉ số"),
    }
)
register_subjects(
    {
        "programmes.draft": _("văn bản đang đối chiếu"),
        "programmes.programme": _("chương trình, kế hoạch"),
        "programmes.clause": _("mục của chương trình"),
        "programmes.target": _("chỉ tiêu"),
        "programmes.targetreading": _("số liệu của chỉ tiêu tại một ngày"),
        "programmes.reportduty": _("chế độ báo cáo"),
        "programmes.task": _("nhiệm vụ"),
        "programmes.taskinprogramme": _("nhiệm vụ phục vụ thêm một chương trình"),
        "programmes.assignment": _("phân công chủ trì, phối hợp"),
        "programmes.instance": _("kỳ của nhiệm vụ định kỳ"),
        "programmes.progress": _("báo tiến độ"),
        "programmes.extension": _("gia hạn"),
        "programmes.amendment": _("điều chỉnh nhiệm vụ"),
        "programmes.difficulty": _("vướng mắc, kiến nghị"),
        "programmes.dependency": _("phải chờ nhiệm vụ khác"),
        "programmes.approval": _("thông qua, phê duyệt kết quả"),
        "programmes.deskstay": _("thời gian nằm tại một bàn"),
    }
)
