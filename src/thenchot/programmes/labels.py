"""Vietnamese labels of the enums (gettext), with the tone of their tag."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.templatetags.ui import comma
from thenchot.programmes.enums import Clarity, Desk, Part, Reach, Standing, TaskState, Timing

TIMING = {
    Timing.DATED: _("Có hạn"),
    Timing.RECURRING: _("Định kỳ"),
    Timing.ONGOING: _("Thường xuyên"),
    Timing.OPEN: _("Chờ văn bản"),
    Timing.UNDATED: _("Chưa có hạn"),
}
STATE = {
    TaskState.ASSIGNED: _("Chờ nhận việc"),
    TaskState.IN_PROGRESS: _("Đang thực hiện"),
    TaskState.SUBMITTED: _("Chờ phê duyệt"),
    TaskState.DONE: _("Hoàn thành"),
    TaskState.CANCELLED: _("Đã hủy"),
}
REACH = {Reach.MET: _("đạt"), Reach.SHORT: _("chưa đạt")}
REACH_TONE = {Reach.MET: "done", Reach.SHORT: "act"}
PART = {
    Part.LEAD: _("Chủ trì"),
    Part.COORDINATE: _("Phối hợp"),
    Part.APPROVE: _("Phê duyệt"),
    Part.ANSWER: _("Giải đáp vướng mắc"),
}
CLARITY = {
    Clarity.PERSON: _("rõ người"),
    Clarity.WORK: _("rõ việc"),
    Clarity.TIME: _("rõ thời gian"),
    Clarity.RESPONSIBILITY: _("rõ trách nhiệm"),
    Clarity.PRODUCT: _("rõ sản phẩm"),
    Clarity.AUTHORITY: _("rõ thẩm quyền"),
}
DESK = {
    Desk.ACCEPT: _("chờ nhận việc"),
    Desk.CLARIFY: _("chưa đủ các rõ"),
    Desk.WORK: _("đang thực hiện"),
    Desk.PRODUCT: _("thiếu sản phẩm"),
    Desk.APPROVE: _("chờ phê duyệt"),
    Desk.ANSWER: _("chờ giải đáp vướng mắc"),
    Desk.DOCUMENT: _("chờ văn bản"),
    Desk.OTHER_TASK: _("chờ nhiệm vụ khác"),
}
STANDING = {
    Standing.DONE_ON_TIME: (_("xong đúng hạn"), "done"),
    Standing.DONE_LATE: (_("xong muộn"), "fine"),
    Standing.LATE: (_("quá hạn"), "act"),
    Standing.DUE_SOON: (_("sắp đến hạn"), "fine"),
    Standing.RUNNING: (_("trong hạn"), ""),
    Standing.WAITING: (_("chờ văn bản"), "wait"),
    Standing.IN_RHYTHM: (_("đúng nhịp"), "done"),
    Standing.SILENT: (_("im lặng"), "act"),
    Standing.UNDATED: (_("chưa có hạn"), "wait"),
    Standing.CANCELLED: (_("đã hủy"), ""),
}
COMPARATOR = {
    ">=": _("từ"),
    ">": _("trên"),
    "<=": _("không quá"),
    "<": _("dưới"),
    "=": _("bằng"),
    "increase": _("tăng"),
    "decrease": _("giảm"),
    "qualitative": _("định tính"),
}


def choices(table):
    return [
        (key.value, label[0] if isinstance(label, tuple) else label) for key, label in table.items()
    ]


UNITS = {"person": _("người")}


def read_in_words(target) -> str:
    """The figure of a target with its unit: "47,4 %", "4 người"."""
    if target.unit == "%":
        return f"{comma(target.read_value)} %"
    value = float(target.read_value)
    shown = comma(value, 0 if value.is_integer() else 1)
    return f"{shown} {UNITS.get(target.unit, target.unit)}".strip()


def unread(target) -> str:
    """Why a target has no figure: nobody wrote one down, or its indicator could not be counted."""
    if not target.indicator:
        return gettext("chưa có số liệu")
    if target.read_on is None:
        return gettext("đo bằng chỉ số, chưa tính lần nào")
    if not target.read_denominator:
        return gettext("chưa có ai thuộc diện tính")
    unknown = gettext("chưa rõ: hồ sơ chưa ghi của ai trong %(n)s người")
    return unknown % {"n": target.read_denominator}
