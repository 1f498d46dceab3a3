"""Tables on the pages of the room that are about something else: the board, a programme, a task."""

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    LinkColumn,
    MomentColumn,
    NumberColumn,
    PartColumn,
)
from thenchot.platform.registers.listing import Listing
from thenchot.programmes.columns import DeadlineColumn, StandingColumn
from thenchot.programmes.registers import coordinating, leading
from thenchot.programmes.templatetags.programmes import field_label, iso_day


class StuckListing(Listing):
    """What is late, silent or held up, the longest at one desk first."""

    label = _("Vướng ở bàn nào, bao lâu")

    task = PartColumn(_("Nhiệm vụ"), "programmes/_stuck_task.html")
    desk = Column(
        _("Bàn đang giữ"),
        "desk_unit__name",
        notes=(lambda task: task.get_desk_reason_display(),),
    )
    days_at_desk = PartColumn(_("Ngày ở bàn"), "programmes/_days_at_desk.html", css="nowrap")
    days_late = PartColumn(_("Ngày trễ"), "programmes/_days_late.html")
    blocked = Column(
        _("Đang cản"),
        lambda task: f"{task.blocked} {gettext('việc')}" if task.blocked else None,
        css="num",
    )

    def __init__(self, rows, **more):
        longest = max((task.days_at_desk for task in rows), default=0)
        for task in rows:
            task.longest_at_desk = longest or 1
        super().__init__(rows, **more)


class BodyListing(Listing):
    """How each unit stands that leads tasks."""

    label, wide = _("Theo đơn vị chủ trì"), True

    unit = LinkColumn(
        _("Đơn vị"),
        "unit__name",
        route="task_list",
        key=(),
        query=lambda body: f"?unit={body['unit']}&part=lead",
    )
    total = NumberColumn(_("Được giao"))
    done = NumberColumn(_("Xong"))
    late = NumberColumn(_("Quá hạn"))
    silent = NumberColumn(_("Im lặng"))

    def render_late(self, value):
        return format_html("<b>{}</b>", value) if value else value


class ProgrammeTaskListing(Listing):
    """The tasks of a programme in the order of its document."""

    label = _("Nhiệm vụ")

    ref = Column(_("Số TT"), css="nowrap")
    text = LinkColumn(_("Nhiệm vụ"), route="task_detail")
    leads = Column(_("Chủ trì"), leading)
    coordinates = Column(_("Phối hợp"), coordinating)
    due = DeadlineColumn(_("Thời gian"))
    standing = StandingColumn(_("Tình trạng"))

    @staticmethod
    def row_group(task):
        return task.group


class PeriodListing(Listing):
    """The periods of a recurring task."""

    label, wide = _("Các kỳ"), True

    name = Column(_("Kỳ"), "label")
    due_on = PartColumn(_("Hạn"), "programmes/_period_due.html")
    done_on = DayColumn(_("Xong"))


class AmendmentListing(Listing):
    """What was changed of a task, by whom, and why."""

    label, wide = _("Điều chỉnh"), True

    made_at = MomentColumn(_("Lúc"), notes=("made_by",))
    what = Column(_("Nội dung"), lambda change: field_label(change.field))
    old = Column(_("Trước"), lambda change: iso_day(change.old), css="was")
    new = Column(_("Sau"), lambda change: iso_day(change.new))
    reason = Column(
        _("Lý do, căn cứ"),
        notes=(
            "directive",
            lambda change: _("theo quyết định gia hạn") if change.extension_id else None,
        ),
    )
