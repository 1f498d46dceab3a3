"""Proposals, the options of one side by side, the lines of an option, impact reports."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_filters import ModelMultipleChoiceFilter

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.scenarios import queries
from thenchot.scenarios.access import EXPORT, MAKE, SEE
from thenchot.scenarios.actions import IMPACT, LINE, SCENARIO, page_of
from thenchot.scenarios.enums import LineKind, Method
from thenchot.scenarios.labels import (
    IMPACT_STATE,
    IMPACT_TONES,
    LINE_KIND,
    METHOD,
    SCENARIO_STATE,
    SCENARIO_TONES,
    STATUS,
)

TABS = "scenarios/_tabs.html"
PROPOSALS = _("Phương án tham khảo")
STATUS_TONES = {"proven": "done", "feasible": "wait", "none": "act"}


class ScenarioFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name")
    unit = UnitFilter(SEE)
    method = filters.CodeFilter(_("Phương pháp"), METHOD)
    state = filters.CodeFilter(_("Tình trạng"), SCENARIO_STATE)


class ScenarioRegister(Register):
    """Everything that was worked out, the newest first."""

    code, title = "scenario_list", PROPOSALS
    lead = _("Máy tính ra để tham khảo; người có thẩm quyền quyết định và chịu trách nhiệm.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_scenarios)
    filters, states = ScenarioFilter, "state"
    links = (
        PageLink(_("Bố trí với ít thay đổi nhất"), "scenario_placement", MAKE, "go"),
        PageLink(_("Quy hoạch, thay đổi ít nhất"), "scenario_succession", MAKE),
        PageLink(_("Lớp học trong kinh phí"), "scenario_courses", MAKE),
    )
    tabs, file_name = TABS, "phuong-an"
    empty = _("Chưa lập phương án nào.")

    name = columns.LinkColumn(_("Phương án"), str, route="scenario", sort="name", width=40)
    method = columns.ChoiceColumn(_("Phương pháp"), labels=METHOD, width=30)
    unit = columns.Column(_("Của"), "unit__name", width=30)
    option_count = columns.NumberColumn(_("Số phương án"), width=10)
    least_open = columns.NumberColumn(_("Còn để ngỏ ít nhất"), width=12)
    made_at = columns.MomentColumn(_("Lập lúc"), width=18)
    state = columns.StateColumn(
        _("Tình trạng"), labels=SCENARIO_STATE, tones=SCENARIO_TONES, width=18
    )


MEANING = {
    Method.PLACEMENT: _(
        "Số thay đổi: người đổi vị trí. Còn để ngỏ: chỗ khuyết. Còn thiếu: tiêu chuẩn chưa đạt."
    ),
    Method.SUCCESSION: _(
        "Số thay đổi: tên thêm, bớt. Còn để ngỏ: cơ cấu, nguồn thiếu. Còn thiếu: độ sâu nguồn."
    ),
    Method.COURSES: _("Số thay đổi: lớp được mở. Còn để ngỏ: nhu cầu chưa đáp ứng."),
}
SHARES = {"women": _("nữ"), "young": _("trẻ"), "science": _("khoa học, công nghệ")}


def shares_of(option) -> str:
    return "; ".join(
        f"{SHARES[code]} {part}/{whole}" for code, (part, whole) in option.shares.items()
    )


def called(option) -> str:
    """By how many changes were allowed, where that tells the options apart."""
    if option.scenario.method != Method.PLACEMENT:
        return str(_("phương án"))
    return str(_("tối đa %s lượt")) % option.number


class OptionRegister(Register):
    """The options of one proposal side by side: what each change more brings."""

    code, title = "scenario", PROPOSALS
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "scenarios/scenario.html", "cac-phuong-an"
    per_page = 100
    empty = _("Chưa có kết quả.")
    official = Official("Các phương án tham khảo", landscape=True)

    number = columns.LinkColumn(
        _("Phương án"),
        called,
        route="scenario_option",
        sort="number",
        width=10,
    )
    changes = columns.NumberColumn(_("Số thay đổi"), width=12, paper=22)
    open = columns.NumberColumn(_("Còn để ngỏ"), width=12, paper=22)
    missing = columns.NumberColumn(_("Còn thiếu"), width=12, paper=22)
    points = columns.NumberColumn(
        _("Tổng điểm phù hợp"), lambda one: one.points or None, sort="points", width=12, paper=22
    )
    shares = columns.Column(_("Cơ cấu"), shares_of, width=30, paper=40, sort=False)
    cost = columns.MoneyColumn(_("Kinh phí"), width=16, paper=30)
    status = columns.StateColumn(
        _("Mức tin cậy"), labels=STATUS, tones=STATUS_TONES, width=24, paper=40
    )

    @cached_property
    def scenario(self):
        return queries.get_scenario(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.options_of(self.scenario)

    def heading(self):
        return str(self.scenario)

    def crumbs(self):
        return [(PROPOSALS, reverse("scenario_list"))]

    def context(self):
        one = self.scenario
        method = Method(one.method)
        return {
            "scenario": one,
            "method": METHOD[method],
            "meaning": MEANING[method],
            "state": (SCENARIO_STATE[one.state], SCENARIO_TONES.get(one.state, "")),
            "offers": SCENARIO.offers(self.actor, one),
        }


class BesideFilter(filters.RegisterFilter):
    scenario = ModelMultipleChoiceFilter(
        label=_("So sánh"),
        queryset=lambda request: queries.list_scenarios(request.actor),
    )


CHANGES = (LineKind.MOVES, LineKind.PLACED, LineKind.ADDED, LineKind.DROPPED, LineKind.HELD)


class BesideRegister(Register):
    """Proposals of one place and method side by side: moves, fit, what is still broken, the
    structure reached.
    """

    code, title = "scenario_beside", _("So sánh phương án")
    lead = _("Mỗi dòng là kết quả tốt nhất của một phương án; “chung”: phương án nào cũng có.")
    see, take = SEE, EXPORT
    is_found = False
    filters = BesideFilter
    per_page, file_name = 20, "so-sanh-phuong-an"
    empty = _("Chưa có phương án nào tính xong.")
    official = Official("So sánh các phương án tham khảo", landscape=True)

    name = columns.LinkColumn(
        _("Phương án"),
        lambda option: option.scenario.name,
        route="scenario_option",
        sort="scenario__name",
        width=28,
        paper=36,
    )
    reckoned_on = columns.DayColumn(
        _("Dữ liệu ngày"), "scenario__reckoned_on", width=12, paper=22, shown=False
    )
    changes = columns.NumberColumn(_("Số thay đổi"), width=10, paper=18)
    moves = columns.Column(
        _("Thay đổi"), lambda option: option.told_moves, width=60, paper=90, sort=False
    )
    points = columns.NumberColumn(
        _("Tổng điểm phù hợp"), lambda one: one.points or None, sort="points", width=10, paper=18
    )
    missing = columns.NumberColumn(_("Còn thiếu"), width=10, paper=18)
    open = columns.NumberColumn(_("Còn để ngỏ"), width=10, paper=18)
    broken = columns.Column(
        _("Chưa giữ được"), lambda option: option.told_broken, width=36, paper=50, sort=False
    )
    shares = columns.Column(_("Cơ cấu"), shares_of, width=24, paper=34, sort=False)

    @cached_property
    def scenario(self):
        return queries.get_scenario(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.beside(self.scenario)

    def prepare(self, rows):
        lines = queries.told_of(rows)
        moves = {
            one.pk: [_told(line) for line in lines[one.pk] if line.kind in CHANGES] for one in rows
        }
        everywhere = set.intersection(*map(set, moves.values())) if len(moves) > 1 else set()
        for one in rows:
            one.told_moves = "; ".join(
                f"{move} ({_('chung')})" if move in everywhere else move for move in moves[one.pk]
            )
            one.told_broken = "; ".join(
                f"{LINE_KIND[LineKind(line.kind)]}: {line.takes}"
                for line in lines[one.pk]
                if line.kind not in CHANGES
            )
        return rows

    def heading(self):
        return _("So sánh: %s") % self.scenario.unit.name

    def crumbs(self):
        return [
            (PROPOSALS, reverse("scenario_list")),
            (self.scenario.name, page_of(self.scenario)),
        ]


def _told(line) -> str:
    return f"{line.person.full_name} → {line.takes}" if line.person else line.takes


class LineFilter(filters.RegisterFilter):
    q = filters.WordsFilter("leaves", "takes", folded="person__folded")
    kind = filters.CodeFilter(_("Việc"), LINE_KIND)


class LineRegister(Register):
    """One option: who moves where and why, and what stays open."""

    code, title = "scenario_option", PROPOSALS
    see, take = SEE, EXPORT
    is_found = False
    filters = LineFilter
    file_name = "phuong-an"
    lead = _("Gợi ý để tham khảo; mở quy trình khi người có thẩm quyền đồng ý.")
    per_page = 200
    empty = _("Phương án này không thay đổi gì và không để ngỏ gì.")
    official = Official("Phương án tham khảo", landscape=True)

    kind = columns.ChoiceColumn(_("Việc"), labels=LINE_KIND, width=16, paper=26)
    person = columns.Column(
        _("Người"), "person__full_name", sort="person__sort_key", width=26, paper=40
    )
    leaves = columns.Column(_("Từ"), width=34, paper=50)
    takes = columns.Column(_("Đến"), width=34, paper=50)
    reason = columns.Column(_("Vì sao"), width=56, paper=90)
    step = columns.OffersColumn(offers=LINE.offers, about="person")

    @cached_property
    def option(self):
        return queries.get_option(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.lines_of(self.option)

    def heading(self):
        return _("%(name)s: phương án %(number)s") % {
            "name": self.option.scenario.name,
            "number": self.option.number,
        }

    def crumbs(self):
        scenario = self.option.scenario
        return [(PROPOSALS, reverse("scenario_list")), (scenario.name, page_of(scenario))]


class ReportFilter(filters.RegisterFilter):
    unit = UnitFilter(SEE)
    method = filters.CodeFilter(_("Phương pháp"), METHOD)
    state = filters.CodeFilter(_("Tình trạng"), IMPACT_STATE)


class ReportRegister(Register):
    """What each place says about each method before it is used."""

    code, title = "impact_report_list", _("Đánh giá tác động")
    lead = _("Phương pháp chỉ dùng khi báo cáo đánh giá tác động được phê duyệt.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_reports)
    filters, states = ReportFilter, "state"
    links = (PageLink(_("+ Báo cáo đánh giá tác động"), "impact_report_new", MAKE, "go"),)
    tabs, file_name = TABS, "danh-gia-tac-dong"
    empty = _("Chưa có báo cáo nào.")
    official = Official("Báo cáo đánh giá tác động", landscape=True)

    method = columns.ChoiceColumn(_("Phương pháp"), labels=METHOD, width=26, paper=40)
    purpose = columns.Column(_("Mục đích, cách dùng"), width=40, paper=56)
    data = columns.Column(_("Dữ liệu được dùng"), width=40, paper=56)
    risks = columns.Column(_("Rủi ro"), width=40, paper=56)
    control = columns.Column(_("Biện pháp kiểm soát, người giám sát"), width=40, paper=56)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=IMPACT_STATE,
        tones=IMPACT_TONES,
        notes=("document", "approved_on"),
        width=24,
        paper=36,
    )
    step = columns.OffersColumn(offers=IMPACT.offers, about="method")
