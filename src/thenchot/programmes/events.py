"""What the trail calls the events of this room, and the things they are about."""

from django.db.models import Case, DateField, F, OuterRef, Subquery, When
from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import called, register_subjects
from thenchot.platform.audit.watching import derive, watch
from thenchot.programmes.enums import TaskState, Timing
from thenchot.programmes.models import Instance, Task

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
        "periods_opened": _("Mở kỳ của nhiệm vụ định kỳ"),
        "instance_done": _("Báo xong một kỳ"),
        "task_submitted": _("Trình thông qua kết quả"),
        "task_approved": _("Thông qua kết quả"),
        "task_returned": _("Trả lại kết quả"),
        "task_done": _("Báo hoàn thành"),
        "task_amended": _("Điều chỉnh nhiệm vụ"),
        "task_serves_programme": _("Gắn nhiệm vụ với chương trình khác"),
        "task_given": _("Giao việc từ kết luận"),
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
# The dates of a recurring task are those of its earliest open period, which has marks of its own.
DUE, FIRST_DUE = (
    Case(When(timing=Timing.RECURRING, then=None), default=F(name), output_field=DateField())
    for name in ("due_on", "original_due_on")
)
watch(
    Instance,
    ("task", "label", "starts_on", "due_on", "original_due_on"),
    {"periods_opened": "task", "extension_granted": "task"},
)
watch(
    Task,
    ("programme", "timing", DUE, FIRST_DUE, "given_on"),
    dict.fromkeys(
        ("extension_granted", "document_arrived", "date_set", "task_amended", "task_given"), "pk"
    )
    | {"programme_confirmed": "programme"},
)


def dates_of_recurring_tasks():
    """Those of the earliest open period; a finished task keeps what it had."""
    periods = Instance.objects.filter(task=OuterRef("pk"), done_on=None).order_by("due_on")
    tasks = Task.objects.filter(timing=Timing.RECURRING).exclude(
        state__in=[TaskState.DONE, TaskState.CANCELLED]
    )
    earliest = tasks.annotate(
        due=Subquery(periods.values("due_on")[:1]),
        first=Subquery(periods.values("original_due_on")[:1]),
    )
    for pk, *dates in earliest.values_list("pk", "due_on", "due", "original_due_on", "first"):
        if dates[0] != dates[1] or dates[2] != dates[3]:
            yield f"{called('programmes.task', str(pk))}: hạn khác với kỳ đang mở của nó"


derive(dates_of_recurring_tasks)
