"""Places without a holder, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.placement.access import EDIT, EXPORT, SEE
from thenchot.placement.actions.vacancies import VACANCY
from thenchot.placement.enums import VacancyState
from thenchot.placement.labels import VACANCY_KIND, VACANCY_STATE, VACANCY_TONES, WAY
from thenchot.placement.queries.vacancies import list_vacancies
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register

TABS = "placement/_tabs.html"


def days_empty(vacancy) -> int:
    return ((vacancy.closed_on or today()) - vacancy.opened_on).days


class VacancyFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "unit__name")
    unit = UnitFilter(SEE)
    kind = filters.CodeFilter(_("Loại"), VACANCY_KIND)
    way = filters.CodeFilter(_("Hướng bố trí"), WAY)
    state = filters.CodeFilter(_("Tình trạng"), VACANCY_STATE)
    filled = filters.FlagFilter(_("Cả chỗ đã có người"), lambda rows: rows)


class VacancyRegister(Register):
    """Vacancies, complex places first, then the longest empty."""

    code, title = "vacancy_list", _("Chỗ khuyết")
    lead = _("Vị trí được duyệt, thành viên tập thể, chức danh được bố trí mà chưa có người giữ.")
    see, take = SEE, EXPORT
    filters, states = VacancyFilter, "state"
    links = (PageLink(_("Rà soát chỗ khuyết"), "vacancy_find", EDIT, "go"),)
    tabs, file_name, row_id = TABS, "cho-khuyet", "v"
    empty = _("Không có chỗ nào khuyết.")
    official = Official("Danh sách vị trí, chức danh khuyết", landscape=True)

    name = columns.Column(_("Vị trí, chức danh"), width=44, paper=70)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34, paper=54)
    kind = columns.ChoiceColumn(_("Loại"), labels=VACANCY_KIND, width=18, paper=28)
    opened_on = columns.DayColumn(_("Khuyết từ"), width=12, paper=22)
    days = columns.NumberColumn(_("Số ngày"), days_empty, width=9, paper=16)
    way = columns.ChoiceColumn(_("Hướng bố trí"), labels=WAY, width=22, paper=34)
    is_complex = columns.FlagColumn(
        _("Phức tạp"), lambda one: one.is_complex, width=10, shown=False
    )
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=VACANCY_STATE,
        tones=VACANCY_TONES,
        notes=("held_for", (_("xem lại"), "look_again_on")),
        width=24,
        paper=40,
    )
    step = columns.OffersColumn(offers=VACANCY.offers, about="name")

    def get_rows(self, permission):
        rows = list_vacancies(self.actor, permission)
        asked = self.given.get("filled") or self.given.get("state")
        return rows if asked else rows.exclude(state=VacancyState.FILLED)
