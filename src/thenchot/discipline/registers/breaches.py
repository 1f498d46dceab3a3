"""Breaches at work, their trend, and the screening list, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.discipline.access import EDIT, EXPORT, RECORD, SEE, SEE_BREACHES
from thenchot.discipline.actions.breaches import BREACH, SCREENING
from thenchot.discipline.enums import BreachKind
from thenchot.discipline.labels import BREACH_KIND, HANDLING, TRIGGER, WAY
from thenchot.discipline.queries import breaches as queries
from thenchot.discipline.queries import screening as screening_queries
from thenchot.discipline.registers.cases import TABS
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register


class BreachFilter(filters.RegisterFilter):
    q = filters.WordsFilter("text", "explanation", folded="person__folded")
    unit = UnitFilter(SEE_BREACHES)
    kind = filters.CodeFilter(_("Loại"), BREACH_KIND)
    handling = filters.CodeFilter(_("Xử lý"), HANDLING)
    waiting = filters.FlagFilter(_("Chờ xử lý"), lambda rows: rows.filter(handling=""))


class BreachRegister(Register):
    """Breaches of four kinds with what was explained and what came of them (S0-081, S2-038)."""

    code, title = "discipline_breach_list", _("Kỷ luật, kỷ cương")
    see, take = SEE_BREACHES, EXPORT
    rows = staticmethod(queries.list_breaches)
    filters = BreachFilter
    logs = "person"
    links = (PageLink(_("+ Vi phạm"), "discipline_breach_new", RECORD, "go"),)
    tabs, file_name = TABS, "vi-pham-ky-luat-ky-cuong"
    empty = _("Chưa ghi vi phạm nào.")
    official = Official("Sổ theo dõi chấp hành kỷ luật, kỷ cương", landscape=True)

    person = columns.Column(
        _("Họ và tên"),
        "person__full_name",
        sort="person__sort_key",
        notes=("unit__name",),
        width=30,
        paper=46,
    )
    kind = columns.ChoiceColumn(_("Loại"), labels=BREACH_KIND, width=22, paper=32)
    happened_on = columns.DayColumn(_("Ngày"), width=12, paper=22)
    text = columns.Column(_("Nội dung vi phạm"), width=40, paper=60)
    explanation = columns.Column(_("Giải trình"), notes=("explained_on",), width=36, paper=54)
    handling = columns.ChoiceColumn(
        _("Xử lý"), labels=HANDLING, notes=("handled_note",), width=24, paper=36
    )
    step = columns.OffersColumn(offers=BREACH.offers, about="person")


def count_of(kind: str):
    return lambda row: row.counts[kind]


class TrendRegister(Register):
    """Breaches by quarter and kind (S3-006)."""

    code, title = "discipline_trend", _("Xu hướng vi phạm theo quý")
    see, take = SEE_BREACHES, EXPORT
    tabs, file_name = TABS, "xu-huong-vi-pham"
    official = Official("Xu hướng vi phạm kỷ luật, kỷ cương theo quý")

    quarter = columns.Column(_("Quý"), "label", sort=False, width=18, paper=40)
    administrative = columns.NumberColumn(
        BREACH_KIND[BreachKind.ADMINISTRATIVE],
        count_of(BreachKind.ADMINISTRATIVE),
        sort=False,
        width=16,
        paper=26,
    )
    labour = columns.NumberColumn(
        BREACH_KIND[BreachKind.LABOUR], count_of(BreachKind.LABOUR), sort=False, width=16, paper=26
    )
    ethics = columns.NumberColumn(
        BREACH_KIND[BreachKind.ETHICS], count_of(BreachKind.ETHICS), sort=False, width=16, paper=26
    )
    order = columns.NumberColumn(
        BREACH_KIND[BreachKind.ORDER], count_of(BreachKind.ORDER), sort=False, width=16, paper=26
    )
    total = columns.NumberColumn(_("Cộng"), sort=False, width=10, paper=20)

    def get_rows(self, permission):
        return queries.trend(self.actor, permission, today())


def reasons_of(row) -> str:
    said = ((str(TRIGGER[trigger]), words) for trigger, words in row.reasons)
    return "; ".join(f"{name}: {words}" if words else name for name, words in said)


class ScreeningFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE)
    way = filters.CodeFilter(_("Quyết định"), WAY)
    waiting = filters.FlagFilter(_("Chờ quyết định"), lambda rows: rows.filter(way=""))
    several = filters.FlagFilter(_("Từ hai lý do trở lên"), lambda rows: rows.filter(count__gte=2))


class ScreeningRegister(Register):
    """Who is looked at this quarter and why (S0-013, S1-042, S1-043)."""

    code, title = "screening_list", _("Rà soát, sàng lọc")
    lead = _("Người có dấu hiệu không đủ phẩm chất, năng lực, uy tín; cấp có thẩm quyền xem xét.")
    see, take = SEE, EXPORT
    rows = staticmethod(screening_queries.list_screenings)
    filters = ScreeningFilter
    logs = "person"
    links = (PageLink(_("Rà soát quý này"), "screening_new", EDIT, "go"),)
    tabs, file_name = TABS, "ra-soat-sang-loc"
    empty = _("Chưa rà soát quý nào, hoặc không ai cần xem xét.")
    official = Official("Danh sách rà soát, sàng lọc cán bộ", landscape=True)

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        sort="person__sort_key",
        route="person_detail",
        key="person_id",
        notes=("unit__name",),
        width=30,
        paper=46,
    )
    quarter = columns.Column(_("Quý"), width=10, paper=18)
    reasons = columns.Column(_("Vì sao"), reasons_of, sort="count", width=50, paper=70)
    proposal = columns.ChoiceColumn(
        _("Đề xuất"), labels=WAY, notes=("proposal_note",), width=24, paper=36
    )
    way = columns.ChoiceColumn(
        _("Quyết định"), labels=WAY, notes=("way_note", "decided_on"), width=24, paper=36
    )
    outcome = columns.Column(_("Kết quả thực hiện"), width=28, paper=40)
    step = columns.OffersColumn(offers=SCREENING.offers, about="person")
