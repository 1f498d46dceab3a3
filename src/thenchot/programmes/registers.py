"""The lists of the room, told once: tasks, programmes."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.platform.clock import today
from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    LinkColumn,
    NumberColumn,
)
from thenchot.platform.registers.filters import EVERY, CodeFilter, RegisterFilter, WordsFilter
from thenchot.platform.registers.register import Register
from thenchot.programmes import access
from thenchot.programmes.columns import DeadlineColumn, DeskColumn, StandingColumn, TaskColumn
from thenchot.programmes.labels import PART, STANDING, TIMING
from thenchot.programmes.models import Assignment, Programme
from thenchot.programmes.queries import programmes, tasks
from thenchot.programmes.queries.standing import conditions, measures

STANDINGS = {code: label for code, (label, _tone) in STANDING.items()}


def branch_of(actor) -> str:
    """The branch whose policy the lists of this person use."""
    return next(iter(actor.paths_for(access.SEE_TASKS)), "/")


def names_of(assignments) -> str:
    return "; ".join(assignment.unit.name for assignment in assignments)


def leading(task) -> str:
    """Units, then the bodies outside in the words of the document."""
    return "; ".join(filter(None, (names_of(task.leads), task.other_leads)))


def coordinating(task) -> str:
    """The same of those who join in."""
    return "; ".join(filter(None, (names_of(task.coordinates), task.other_bodies)))


class TaskFilter(RegisterFilter):
    q = WordsFilter(folded="folded", label=_("Tìm"))
    programme = django_filters.ModelChoiceFilter(
        label=_("Chương trình"),
        queryset=lambda request: Programme.objects.visible_to(request.actor),
        field_name="places__programme",
        empty_label=EVERY,
    )
    unit = django_filters.ModelChoiceFilter(
        label=_("Đơn vị"),
        queryset=lambda request: Unit.objects.visible_to(request.actor),
        method="of_unit",
        empty_label=EVERY,
    )
    part = CodeFilter(_("Vai trò"), PART, method="of_part")
    timing = CodeFilter(_("Loại thời hạn"), TIMING)
    standing = CodeFilter(_("Tình trạng"), STANDINGS, method="standing_so")
    desk = django_filters.NumberFilter(field_name="desk_unit", widget=forms.HiddenInput())

    def of_unit(self, rows, name, unit):
        wanted = Assignment.objects.filter(unit=unit)
        part = self.data.get("part")
        wanted = wanted.filter(part=part) if part in PART else wanted
        return rows.filter(pk__in=wanted.values("task_id"))

    def of_part(self, rows, name, part):
        """Which part the chosen unit has; without a unit it narrows nothing."""
        return rows

    def standing_so(self, rows, name, standing):
        path = branch_of(self.actor)
        return rows.filter(conditions(on=today(), **measures(path, today()))[standing])


class TaskRegister(Register):
    """Tasks of programmes, the soonest date first."""

    code, title = "task_list", _("Nhiệm vụ")
    rows = staticmethod(tasks.list_tasks)
    filters = TaskFilter
    file_name = "nhiem-vu"
    empty = _("Không có nhiệm vụ nào khớp với bộ lọc.")

    id = Column(_("Mã"), "pk", width=8, shown=False)
    programme = Column(_("Chương trình"), str, width=24, shown=False)
    ref = Column(_("Số TT"), width=8, css="nowrap", sort=False)
    task = TaskColumn(_("Nhiệm vụ"), width=60, sort="text")
    leads = Column(_("Chủ trì"), leading, width=30)
    coordinates = Column(_("Phối hợp"), coordinating, width=30, shown=False)
    deadline_raw = Column(_("Hạn ghi trong văn bản"), width=28, shown=False)
    due = DeadlineColumn(_("Hạn"), sort="sort_on")
    due_on = DayColumn(_("Hạn có hiệu lực"), width=14, shown=False)
    original_due_on = DayColumn(_("Hạn gốc"), width=12, shown=False)
    done_on = DayColumn(_("Ngày hoàn thành"), width=14, shown=False)
    state = Column(_("Trạng thái"), lambda task: task.get_state_display(), width=16, shown=False)
    standing = StandingColumn(_("Tình trạng"), width=14, sort=False)
    days_late = NumberColumn(
        _("Ngày trễ"), lambda task: task.verdict.days_late, width=9, shown=False
    )
    days_late_original = NumberColumn(
        _("Ngày trễ so với hạn gốc"),
        lambda task: task.verdict.days_late_original,
        width=12,
        shown=False,
    )
    desk = DeskColumn(_("Đang ở"), width=28, sort="desk_unit__name")
    desk_reason = Column(
        _("Vì"), lambda task: task.get_desk_reason_display(), width=20, shown=False
    )
    days_at_desk = NumberColumn(
        _("Ngày ở bàn"), lambda task: task.days_at_desk, width=10, shown=False
    )
    responsible = Column(
        _("Người chịu trách nhiệm"), "responsible__full_name", width=22, shown=False
    )
    product = Column(_("Sản phẩm"), width=28, shown=False)
    percent = NumberColumn("%", width=6, shown=False)

    def prepare(self, rows):
        return tasks.judged(rows, on=today(), path=branch_of(self.actor))


class ProgrammeRegister(Register):
    """Programmes and plans, with what became of their tasks."""

    code, title = "programme_list", _("Chương trình, kế hoạch")
    file_name = "chuong-trinh"
    empty = _("Chưa có chương trình nào. Cán bộ theo dõi nhập văn bản ở mục Nhập văn bản.")

    document = LinkColumn(
        _("Văn bản"),
        lambda programme: str(programme.directive),
        route="programme_detail",
        notes=("title",),
        width=30,
        sort="directive__number",
    )
    name = Column(_("Trích yếu"), "title", width=60, shown=False)
    home = Column(_("Của"), "home__name", width=26)
    issued_on = DayColumn(_("Ngày"), "directive__issued_on", width=13)
    task_count = NumberColumn(_("Nhiệm vụ"), width=10, sort="task_count")
    done_count = NumberColumn(_("Xong"), width=10, sort="done_count")
    late_count = NumberColumn(_("Quá hạn"), width=10, sort="late_count")

    def get_rows(self, permission):
        return programmes.list_programmes(self.actor, on=today(), path=branch_of(self.actor))
