"""Inspections, the page of one, findings and warnings, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.oversight.access import EDIT, EXPORT, SEE, SEE_REMEDIES
from thenchot.oversight.actions.inspections import CASES, FINDING, INSPECTION
from thenchot.oversight.enums import OPEN_STAGES, FindingState
from thenchot.oversight.labels import (
    FINDING_KIND,
    FINDING_LEVEL,
    FINDING_STATE,
    FINDING_TONES,
    FORM,
    LEVEL_TONES,
    OUTCOME,
    STAGE,
    STAGE_TONES,
    THEME,
    TIMING,
)
from thenchot.oversight.listings import TeamListing
from thenchot.oversight.queries import findings as finding_queries
from thenchot.oversight.queries import inspections as queries
from thenchot.oversight.registers.plans import TABS
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register


class InspectionFilter(filters.RegisterFilter):
    q = filters.WordsFilter("content", "subject__name", "decision", folded="person__folded")
    unit = UnitFilter(SEE, "subject__path")
    form = filters.CodeFilter(_("Hình thức"), FORM)
    timing = filters.CodeFilter(_("Định kỳ, đột xuất"), TIMING)
    theme = filters.CodeFilter(_("Nội dung"), THEME)
    stage = filters.CodeFilter(_("Tình trạng"), STAGE)


def left_of(row) -> str:
    return f"{row.left}/{row.found}" if row.found else ""


class InspectionRegister(Register):
    """The book of inspections and supervisions (sổ kiểm tra, giám sát), the latest first."""

    code, title = "inspection_list", CASES
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_inspections)
    filters, states = InspectionFilter, "stage"
    logs = "person"
    links = (PageLink(_("+ Đột xuất"), "inspection_new", EDIT, "go"),)
    tabs, file_name = TABS, "so-kiem-tra-giam-sat"
    empty = _("Chưa có cuộc nào; ra quyết định từ kế hoạch, hoặc ghi cuộc đột xuất.")
    official = Official("Sổ kiểm tra, giám sát", landscape=True)

    whom = columns.LinkColumn(
        _("Đối tượng"),
        "whom",
        route="inspection",
        sort="subject__path",
        notes=("content",),
        width=40,
        paper=58,
    )
    form = columns.ChoiceColumn(_("Hình thức"), labels=FORM, width=22, paper=32)
    timing = columns.ChoiceColumn(_("Loại"), labels=TIMING, width=12, paper=18)
    theme = columns.ChoiceColumn(_("Nội dung"), labels=THEME, width=26, shown=False)
    period = columns.Column(
        _("Thời kỳ"),
        lambda row: f"{row.period_from:%d/%m/%Y} – {row.period_to:%d/%m/%Y}",
        sort="period_from",
        width=22,
        shown=False,
    )
    decision = columns.Column(_("Quyết định"), notes=("decided_on",), width=18, paper=28)
    announced_on = columns.DayColumn(_("Công bố"), width=12, shown=False)
    due_on = columns.DueColumn(
        _("Hạn xác minh"),
        is_open=lambda row: row.stage in OPEN_STAGES and row.verified_on is None,
        width=12,
        paper=22,
    )
    outcome = columns.ChoiceColumn(
        _("Kết luận"), labels=OUTCOME, notes=("concluded_on",), width=20, paper=30
    )
    left = columns.Column(_("Phát hiện còn / tổng"), left_of, sort="found", width=12, paper=18)
    has_signs = columns.FlagColumn(_("Dấu hiệu vi phạm"), width=12, shown=False)
    stage = columns.StateColumn(
        _("Tình trạng"),
        labels=STAGE,
        tones=STAGE_TONES,
        notes=("stopped_for",),
        width=22,
        paper=30,
    )


def about_whom(one) -> str:
    return one.person.full_name if one.person else ""


class _Findings(Register):
    """Columns of a finding."""

    text = columns.Column(
        _("Nội dung"), notes=(about_whom, "unit__name", "basis"), width=44, paper=60
    )
    kind = columns.ChoiceColumn(_("Loại"), labels=FINDING_KIND, width=26, paper=34)
    level = columns.StateColumn(
        _("Mức"), labels=FINDING_LEVEL, tones=LEVEL_TONES, width=16, paper=22
    )
    remedy = columns.Column(
        _("Việc phải khắc phục"), notes=("done_note", "settled_note"), width=36, paper=52
    )
    due_on = columns.DueColumn(
        _("Hạn khắc phục"),
        is_open=lambda one: one.state == FindingState.OPEN,
        width=12,
        paper=20,
    )
    done_on = columns.DayColumn(_("Khắc phục xong"), width=12, paper=20)
    state = columns.StateColumn(
        _("Tình trạng"), labels=FINDING_STATE, tones=FINDING_TONES, width=20, paper=30
    )
    step = columns.OffersColumn(offers=FINDING.offers, about="text")


class FindingFilter(filters.RegisterFilter):
    q = filters.WordsFilter("text", "remedy", "unit__name", folded="person__folded")
    unit = UnitFilter(SEE_REMEDIES)
    kind = filters.CodeFilter(_("Loại"), FINDING_KIND)
    level = filters.CodeFilter(_("Mức"), FINDING_LEVEL)
    state = filters.CodeFilter(_("Tình trạng"), FINDING_STATE)


class FindingRegister(_Findings):
    """Findings: what was found, at what level, who remedies it by when (S1-040, S1-051)."""

    code, title = "finding_list", _("Phát hiện qua kiểm tra")
    see, take = SEE_REMEDIES, EXPORT
    rows = staticmethod(finding_queries.list_findings)
    filters, states = FindingFilter, "state"
    logs = "person"
    tabs, file_name = TABS, "phat-hien-qua-kiem-tra"
    empty = _("Chưa có phát hiện nào.")
    official = Official("Sổ theo dõi khắc phục sau kiểm tra", landscape=True)

    found_on = columns.DayColumn(_("Ngày phát hiện"), width=12, shown=False)


class InspectionPage(_Findings):
    """One inspection: what it found, under its steps, its team and its conclusion."""

    code, title = "inspection", CASES
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "oversight/inspection.html", "phat-hien"
    empty = _("Chưa ghi phát hiện nào.")
    official = Official("Phát hiện qua kiểm tra", landscape=True)

    @cached_property
    def inspection(self):
        return queries.get_inspection(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        if self.inspection.person:
            self.actor.reads.append(self.inspection.person)
        return finding_queries.findings_of(self.inspection)

    def heading(self):
        words = str(self.inspection)
        return words[0].upper() + words[1:]

    def crumbs(self):
        return [(CASES, reverse("inspection_list"))]

    def context(self):
        one = self.inspection
        team = list(queries.team_of(one))
        return {
            "one": one,
            "state": (STAGE[one.stage], STAGE_TONES.get(one.stage, "")),
            "offers": INSPECTION.offers(self.actor, one),
            "team": TeamListing(team, actor=self.actor) if team else None,
        }


class WarnedRegister(Register):
    """People and units whose minor findings are many together (S4-071)."""

    code, title = "oversight_warned", _("Cảnh báo lặp lại")
    lead = _(
        "Phát hiện nhỏ lặp lại ở một người, một đơn vị trong thời gian của chính sách: xem lại "
        "trước khi thành khuyết điểm lớn."
    )
    see, take = SEE, EXPORT
    logs = "person"
    tabs, file_name = TABS, "canh-bao-lap-lai"
    empty = _("Không người, đơn vị nào có phát hiện nhỏ lặp lại đến mức cảnh báo.")
    official = Official("Danh sách cảnh báo phát hiện lặp lại", landscape=True)

    whom = columns.Column(_("Người, đơn vị"), notes=("unit__name",), sort=False, width=36, paper=56)
    count = columns.NumberColumn(_("Số phát hiện"), sort=False, width=12, paper=22)
    since = columns.DayColumn(_("Lần gần nhất"), sort=False, width=14, paper=24)
    details = columns.Column(_("Các phát hiện"), "told", sort=False, width=80, paper=130)

    def get_rows(self, permission):
        return finding_queries.list_warned(self.actor, permission, today())
