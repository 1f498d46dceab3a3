"""Plans, the lines of one, and which units they reach, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.typed import year_of
from thenchot.organisation.filters import UnitFilter
from thenchot.oversight.access import EDIT, EXPORT, SEE
from thenchot.oversight.actions.plans import LINE, PLAN
from thenchot.oversight.labels import DIRECTION, FORM, LEVEL, PLAN_STATE, PLAN_TONES, THEME
from thenchot.oversight.queries import plans as queries
from thenchot.oversight.rules.planning import share
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, PageLink, Register

TABS = "oversight/_tabs.html"
PLANS = _("Kế hoạch kiểm tra, giám sát")


class PlanFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "decision")
    unit = UnitFilter(SEE)
    level = filters.CodeFilter(_("Loại kế hoạch"), LEVEL)
    state = filters.CodeFilter(_("Tình trạng"), PLAN_STATE)


class PlanRegister(Register):
    """Plans of the term and of the years, in all versions (S0-070, S1-065, S4-066)."""

    code, title = "oversight_plan_list", PLANS
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_plans)
    filters, states = PlanFilter, "state"
    links = (PageLink(_("+ Kế hoạch"), "oversight_plan_new", EDIT, "go"),)
    tabs, file_name = TABS, "ke-hoach-kiem-tra-giam-sat"
    empty = _("Chưa có kế hoạch nào; lập kế hoạch toàn khóa và kế hoạch năm.")
    official = Official("Danh mục kế hoạch kiểm tra, giám sát")

    name = columns.LinkColumn(
        _("Kế hoạch"), "name", route="oversight_plan", notes=("unit__name",), width=44, paper=70
    )
    level = columns.ChoiceColumn(_("Loại"), labels=LEVEL, width=14, paper=22)
    years = columns.Column(_("Thời gian"), sort="year_from", width=14, paper=24)
    version = columns.NumberColumn(_("Bản"), width=6, paper=12)
    line_count = columns.NumberColumn(_("Nội dung"), width=10, paper=18)
    decision = columns.Column(_("Phê duyệt"), notes=("decided_on",), width=22, paper=36)
    state = columns.StateColumn(
        _("Tình trạng"), labels=PLAN_STATE, tones=PLAN_TONES, width=18, paper=30
    )


def when_of(line) -> str:
    return str(_("quý %s") % line.quarter) if line.quarter else ""


def marks_of(line) -> str:
    said = [
        _("lĩnh vực nhạy cảm") if line.is_sensitive else "",
        _("trọng tâm, trọng điểm") if line.is_focus else "",
    ]
    return "; ".join(str(part) for part in said if part)


class LineFilter(filters.RegisterFilter):
    q = filters.WordsFilter("content", "subject__name")
    theme = filters.CodeFilter(_("Nội dung"), THEME)
    form = filters.CodeFilter(_("Hình thức"), FORM)
    sensitive = filters.FlagFilter(
        _("Lĩnh vực nhạy cảm"), lambda rows: rows.filter(is_sensitive=True)
    )
    waiting = filters.FlagFilter(_("Chưa bắt đầu"), lambda rows: rows.filter(is_begun=False))


class LineRegister(Register):
    """One plan: who is inspected, about what, when."""

    code, title = "oversight_plan", PLANS
    see, take = SEE, EXPORT
    is_found = False
    filters = LineFilter
    template, file_name = "oversight/plan.html", "noi-dung-ke-hoach"
    empty = _("Kế hoạch chưa có nội dung nào; bấm “+ Nội dung”.")
    official = Official("Nội dung kế hoạch kiểm tra, giám sát", landscape=True)

    number = columns.NumberColumn(_("TT"), width=6, paper=12)
    form = columns.ChoiceColumn(_("Hình thức"), labels=FORM, width=24, paper=36)
    subject = columns.Column(_("Đối tượng"), "subject__name", width=32, paper=48)
    theme = columns.ChoiceColumn(
        _("Nội dung"), labels=THEME, notes=("content", marks_of), width=44, paper=70
    )
    when = columns.Column(_("Thời gian"), when_of, sort="quarter", width=12, paper=20)
    bodies = columns.Column(_("Cơ quan phối hợp"), width=28, paper=44)
    direction = columns.ChoiceColumn(_("Chiều"), labels=DIRECTION, width=24, shown=False)
    programme = columns.Column(_("Chương trình"), "programme__title", width=36, shown=False)
    begun = columns.FlagColumn(_("Đã bắt đầu"), "is_begun", width=10, paper=18)
    step = columns.OffersColumn(offers=LINE.offers, about="subject")

    @cached_property
    def plan(self):
        return queries.get_plan(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.lines_of(self.plan)

    def heading(self):
        return self.plan.name

    def crumbs(self):
        return [(PLANS, reverse("oversight_plan_list"))]

    def context(self):
        plan = self.plan
        return {
            "plan": plan,
            "state": (PLAN_STATE[plan.state], PLAN_TONES.get(plan.state, "")),
            "offers": PLAN.offers(self.actor, plan),
        }


class CoverageRegister(Register):
    """Which units the inspections of a year reach, and which none reached (S4-069)."""

    code, title = "oversight_coverage", _("Độ phủ kiểm tra, giám sát")
    lead = _("Đơn vị có trong kế hoạch, đã được kiểm tra, giám sát mấy lần trong năm.")
    see, take = SEE, EXPORT
    tabs, file_name = TABS, "do-phu-kiem-tra-giam-sat"
    template = "oversight/coverage.html"
    official = Official("Độ phủ kiểm tra, giám sát theo đơn vị")
    row_tone = staticmethod(lambda one: "" if one.done or one.planned else "act")

    unit = columns.Column(_("Đơn vị"), "unit__name", sort=False, width=44, paper=80)
    planned = columns.NumberColumn(_("Trong kế hoạch"), sort=False, width=14, paper=26)
    done = columns.NumberColumn(_("Đã thực hiện"), sort=False, width=14, paper=26)
    last_on = columns.DayColumn(_("Lần gần nhất"), sort=False, width=14, paper=26)

    @cached_property
    def year(self) -> int:
        return year_of(self.given.get("year")) or today().year

    def get_rows(self, permission):
        return queries.coverage(self.actor, permission, self.year)

    def heading(self):
        return _("Độ phủ kiểm tra, giám sát năm %s") % self.year

    def page_links(self):
        years = queries.years_of(self.actor, self.see)
        here = reverse("oversight_coverage")
        return [Link(str(year), f"{here}?year={year}") for year in years if year != self.year]

    def context(self):
        reached = [one for one in self.base if one.done]
        every = len(self.base)
        return {
            "reached": len(reached),
            "every": every,
            "share": share(len(reached), every),
        }
