"""Meetings of cells, the criteria of one, sheets, the year, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.cells.access import EDIT, EXPORT, SEE
from thenchot.cells.actions.meetings import MEETING, MEETINGS, SHEET, SHEETS
from thenchot.cells.actions.members import CELL, CELLS
from thenchot.cells.labels import (
    GRADE,
    MEASURE,
    MEETING_KIND,
    MEETING_STATE,
    MEETING_TONES,
    SHEET_STATE,
    SHEET_TONES,
    THEME,
)
from thenchot.cells.listings import CellTaskListing
from thenchot.cells.queries import meetings as queries
from thenchot.cells.queries import members as members_queries
from thenchot.cells.queries.reviewing import policy_of
from thenchot.cells.rules.meetings import grade_of
from thenchot.kernel.typed import year_of
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, PageLink, Register

TABS = "cells/_tabs.html"


def topics_of(row) -> str:
    return ", ".join(str(THEME[code]) for code in row.themes if code in THEME)


def attendance_of(row) -> str:
    return f"{row.present}/{row.members}"


def absent_of(row) -> str:
    absent = row.absent
    return str(_("%s vắng không lý do") % absent) if absent else ""


def day_told(row) -> str:
    return f"{row.held_on:%d/%m/%Y}"


def times_of(row) -> str:
    return f"{row.begins_at:%H:%M} – {row.ends_at:%H:%M}"


def work_of(row) -> str:
    return f"{row.tasks_done}/{row.tasks_due}" if row.tasks_due else ""


class MeetingFilter(filters.RegisterFilter):
    q = filters.WordsFilter("unit__name", "subject", "resolution")
    unit = UnitFilter(SEE)
    kind = filters.CodeFilter(_("Hình thức"), MEETING_KIND)
    state = filters.CodeFilter(_("Tình trạng"), MEETING_STATE)
    on = filters.DaysFilter(_("Từ ngày"), "held_on", lookup_expr="gte")
    programme = filters.FlagFilter(
        _("Có nội dung nghị quyết, chương trình"), lambda rows: rows.filter(carries_programme=True)
    )
    without = filters.FlagFilter(
        _("Chưa có nội dung nghị quyết, chương trình"),
        lambda rows: rows.filter(carries_programme=False),
    )
    asks = filters.FlagFilter(
        _("Kiến nghị chưa trả lời"),
        lambda rows: rows.exclude(recommendation="").filter(answer=""),
    )


class MeetingRegister(Register):
    """The book of meetings (S1-029, S4-036, S4-080)."""

    code, title = "cell_meeting_list", MEETINGS
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_meetings)
    filters, states = MeetingFilter, "state"
    tabs, file_name = TABS, "so-sinh-hoat-chi-bo"
    empty = _("Chưa ghi cuộc họp nào; mở trang của chi bộ, bấm “+ Cuộc họp”.")
    official = Official("Sổ sinh hoạt chi bộ", landscape=True)

    cell = columns.Column(_("Chi bộ"), "unit__name", sort="unit__path", width=34, paper=46)
    held_on = columns.LinkColumn(
        _("Ngày họp"),
        day_told,
        route="cell_meeting",
        sort="held_on",
        notes=(times_of,),
        width=16,
        paper=26,
        css="nowrap",
    )
    kind = columns.ChoiceColumn(
        _("Hình thức"), labels=MEETING_KIND, notes=("subject",), width=20, paper=30
    )
    chair = columns.Column(_("Chủ trì"), width=24, shown=False)
    attendance = columns.Column(
        _("Có mặt / phải dự"), attendance_of, sort="present", notes=(absent_of,), width=14, paper=28
    )
    topics = columns.Column(_("Chủ đề"), topics_of, sort=False, width=28, paper=38)
    carries_programme = columns.FlagColumn(_("Có nội dung nghị quyết"), width=12, paper=20)
    opinions = columns.NumberColumn(_("Ý kiến"), width=8, shown=False)
    work = columns.Column(_("Việc xong / giao"), work_of, sort="tasks_due", width=12, paper=20)
    own_points = columns.NumberColumn(_("Tự chấm"), width=10, paper=16)
    points = columns.NumberColumn(_("Cấp trên chấm"), width=10, paper=18)
    recommendation = columns.Column(
        _("Kiến nghị"), notes=("answer",), width=40, paper=40, shown=False
    )
    state = columns.StateColumn(
        _("Tình trạng"), labels=MEETING_STATE, tones=MEETING_TONES, width=18, paper=28
    )


class CellPage(MeetingRegister):
    """One cell: members, who is in charge, its meetings, its year."""

    code, title = "cell", CELLS
    lead, see, take = "", "", EXPORT
    is_found = False
    states = ""
    template, tabs, file_name = "cells/cell.html", "", "so-sinh-hoat"
    empty = _("Chi bộ chưa ghi cuộc họp nào; bấm “+ Cuộc họp”.")

    cell = columns.Column(_("Chi bộ"), "unit__name", width=34, paper=46, shown=False)

    @cached_property
    def home(self):
        return members_queries.get_cell(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.list_meetings(self.actor).filter(unit=self.home)

    def heading(self):
        return self.home.name

    def crumbs(self):
        return [(CELLS, reverse("cell_list"))] if self.actor.has(SEE) else []

    def context(self):
        on = today()
        (year,) = queries.years_of([self.home], on.year, on).values()
        tasks = members_queries.open_tasks_of(self.home)
        members = list(members_queries.members_of(self.home, on))
        return {
            "cell": self.home,
            "members": members,
            "leads": [one for one in members if one.post],
            "charges": list(members_queries.charges_of(self.home)[:5]),
            "year": year,
            "grade": GRADE[grade_of(year.mean, policy_of(self.home.path, on))]
            if year.mean is not None
            else "",
            "tasks": CellTaskListing(tasks, actor=self.actor) if tasks else None,
            "offers": CELL.offers(self.actor, self.home),
        }


class ScoreRegister(Register):
    """One meeting: what it talked about, and its points by criterion."""

    code, title = "cell_meeting", MEETINGS
    take = EXPORT
    is_found = False
    template, file_name = "cells/meeting.html", "phieu-cham-sinh-hoat"
    empty = _("Chi bộ chưa tự chấm cuộc họp này.")
    official = Official("Phiếu chấm điểm sinh hoạt chi bộ")

    number = columns.NumberColumn(_("TT"), "item__number", width=6, paper=10)
    text = columns.Column(_("Tiêu chí"), "item__text", width=60, paper=86)
    most = columns.NumberColumn(_("Tối đa"), "item__most", width=10, paper=18)
    own_points = columns.NumberColumn(_("Tự chấm"), width=10, paper=20)
    points = columns.NumberColumn(_("Cấp trên chấm"), width=12, paper=24)

    @cached_property
    def meeting(self):
        return queries.get_meeting(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.scores_of(self.meeting)

    def heading(self):
        return str(self.meeting)

    def crumbs(self):
        unit = self.meeting.unit
        return [(unit.name, reverse("cell", args=[unit.pk]))]

    def context(self):
        one = self.meeting
        policy = policy_of(one.unit.path, one.held_on)
        return {
            "one": one,
            "topics": topics_of(one),
            "agenda": list(queries.agenda_of(one)),
            "state": (MEETING_STATE[one.state], MEETING_TONES[one.state]),
            "grade": GRADE[grade_of(one.points, policy)] if one.points is not None else "",
            "offers": MEETING.offers(self.actor, one),
            "lacks_sheet": one.sheet is None and queries.sheet_for(one.unit, one.held_on) is None,
            "may_take": self.actor.has(EXPORT),
        }


class SheetFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "basis")
    state = filters.CodeFilter(_("Tình trạng"), SHEET_STATE)


class SheetRegister(Register):
    """Scoring sheets in versions (S1-029)."""

    code, title = "cell_sheet_list", SHEETS
    lead = _("Phiếu có sẵn theo mẫu của một phường; địa phương sửa theo hướng dẫn của cấp mình.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_sheets)
    filters, states = SheetFilter, "state"
    links = (PageLink(_("+ Phiếu chấm"), "cell_sheet_new", EDIT, "go"),)
    tabs, file_name = TABS, "phieu-cham-sinh-hoat-chi-bo"
    empty = _("Chưa có phiếu chấm nào; soạn từ mẫu có sẵn.")
    official = Official("Phiếu chấm điểm sinh hoạt chi bộ đã ban hành")

    name = columns.LinkColumn(
        _("Phiếu chấm"), "name", route="cell_sheet", notes=("unit__name",), width=44, paper=80
    )
    basis = columns.Column(_("Văn bản ban hành"), width=30, paper=44)
    valid_from = columns.DayColumn(_("Áp dụng từ"), width=12, paper=22)
    criteria = columns.NumberColumn(_("Tiêu chí"), width=10, paper=16)
    state = columns.StateColumn(
        _("Tình trạng"), labels=SHEET_STATE, tones=SHEET_TONES, width=16, paper=26
    )


class ItemRegister(Register):
    """The criteria of one sheet."""

    code, title = "cell_sheet", SHEETS
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "cells/sheet.html", "tieu-chi-phieu-cham"
    empty = _("Phiếu chưa có tiêu chí nào.")
    official = Official("Phiếu chấm điểm sinh hoạt chi bộ")

    number = columns.NumberColumn(_("TT"), width=6, paper=12)
    text = columns.Column(_("Tiêu chí"), width=70, paper=100)
    most = columns.NumberColumn(_("Điểm tối đa"), width=12, paper=24)
    measure = columns.ChoiceColumn(_("Gợi ý theo"), labels=MEASURE, width=26, paper=40)

    @cached_property
    def sheet(self):
        return queries.get_sheet(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.items_of(self.sheet)

    def heading(self):
        return self.sheet.name

    def crumbs(self):
        return [(SHEETS, reverse("cell_sheet_list"))]

    def context(self):
        return {
            "one": self.sheet,
            "state": (SHEET_STATE[self.sheet.state], SHEET_TONES[self.sheet.state]),
            "offers": SHEET.offers(self.actor, self.sheet),
        }


def _month(number: int) -> columns.NumberColumn:
    """The points of one month."""
    return columns.NumberColumn(
        f"T{number}",
        lambda cell: cell.year_told.points.get(number),
        sort=False,
        width=6,
        paper=11,
    )


def missing_of(cell) -> str:
    return ", ".join(map(str, cell.year_told.missing))


class YearRegister(Register):
    """Points of the twelve months and their mean, for the yearly rating of cells and members
    (S1-030).
    """

    code, title = "cell_year_list", _("Điểm sinh hoạt cả năm")
    lead = _("Trung bình các tháng cấp trên đã chấm; là căn cứ xếp loại năm, không thay xếp loại.")
    see, take = SEE, EXPORT
    tabs, file_name = TABS, "diem-sinh-hoat-chi-bo"
    empty = _("Chưa có chi bộ nào.")
    official = Official("Tổng hợp điểm sinh hoạt chi bộ", landscape=True)

    name = columns.LinkColumn(_("Chi bộ"), "name", route="cell", sort="path", width=40, paper=62)
    m1 = _month(1)
    m2 = _month(2)
    m3 = _month(3)
    m4 = _month(4)
    m5 = _month(5)
    m6 = _month(6)
    m7 = _month(7)
    m8 = _month(8)
    m9 = _month(9)
    m10 = _month(10)
    m11 = _month(11)
    m12 = _month(12)
    mean = columns.NumberColumn(_("Trung bình"), "year_told__mean", sort=False, width=12, paper=22)
    grade = columns.Column(_("Mức"), "grade_told", sort=False, width=12, paper=20)
    missing = columns.Column(_("Tháng chưa có điểm"), missing_of, sort=False, width=20, paper=30)

    @cached_property
    def year(self) -> int:
        return year_of(self.given.get("year")) or today().year

    def get_rows(self, permission):
        return queries.list_years(self.actor, permission)

    def heading(self):
        return _("Điểm sinh hoạt cả năm %s") % self.year

    def prepare(self, rows):
        on = today()
        told = queries.years_of(rows, self.year, on)
        for cell in rows:
            cell.year_told = told[cell.pk]
            mean = cell.year_told.mean
            cell.grade_told = (
                "" if mean is None else GRADE[grade_of(mean, policy_of(cell.path, on))]
            )
        return rows

    def page_links(self):
        before = reverse(self.code) + f"?year={self.year - 1}"
        return [Link(_("Năm %s") % (self.year - 1), before)]
