"""Days among the people: how often each went in a quarter, and what was found on each day."""

from django.core.paginator import Paginator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.typed import id_of
from thenchot.organisation.filters import UnitFilter
from thenchot.people.queries import person_of
from thenchot.platform.clock import today
from thenchot.platform.registers import columns
from thenchot.platform.registers.filters import CodeFilter, WordsFilter
from thenchot.platform.registers.register import PageLink, Register
from thenchot.worklog.access import EXPORT, SEE, SEE_LOG
from thenchot.worklog.actions.field_visits import FIELD_VISIT
from thenchot.worklog.enums import FieldVisitKind
from thenchot.worklog.labels import FIELD_VISIT_KIND
from thenchot.worklog.queries import field_visits
from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.registers.periods import OfQuarter, PeriodFilter, scope_of

NO_SCORE = "Không tính vào điểm theo Nghị định 335/2025/NĐ-CP."
SHOWN = 50


def times(kind: FieldVisitKind) -> columns.NumberColumn:
    """How often a person did this."""
    title = capfirst(FIELD_VISIT_KIND[kind])
    return columns.NumberColumn(title, lambda seat: seat.went[kind], width=18)


class SeatFilter(PeriodFilter):
    q = WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE)


class FieldVisitCountRegister(OfQuarter, Register):
    """How often each went, those who never did too: by unit and name, never by number."""

    code, title = "field_visit_list", _("Đi cơ sở, cùng dân")
    lead = _(
        "Đếm theo người và quý để biết ai xuống với dân; không tính vào điểm theo Nghị định "
        "335/2025."
    )
    see, take = SEE_LOG, EXPORT
    filters = SeatFilter
    tabs, template, file_name = "worklog/_tabs.html", "worklog/field_visits.html", "di-co-so"
    logs, notes = "person", (NO_SCORE,)
    empty = _("Tài khoản này chưa gắn với người nào.")

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="field_visit_list",
        key=(),
        query=lambda seat: f"?period={seat.asked}&person={seat.person_id}",
        width=26,
        sort=False,
    )
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34, shown=False, sort=False)
    cell = times(FieldVisitKind.CELL)
    community = times(FieldVisitKind.COMMUNITY)
    field = times(FieldVisitKind.FIELD)
    total = columns.NumberColumn(
        _("Cộng"), lambda seat: sum(seat.went.values()), width=9, shown=False
    )

    @staticmethod
    def row_group(seat):
        return seat.group

    def get_rows(self, permission):
        return field_visits.seats(self.actor, self.period, today(), scope_of(permission))

    def prepare(self, rows):
        field_visits.count(self.actor, self.period, rows, scope_of(self.permission))
        before = None
        for seat in rows:
            seat.asked = key_of(self.period)
            seat.group = seat.unit.name if seat.unit_id != before else ""
            before = seat.unit_id
        return rows

    def page_links(self):
        new = PageLink(_("+ Ghi buổi"), "field_visit_new", SEE_LOG, "go")
        entries = PageLink(_("Từng buổi"), "field_visit_entries", SEE_LOG)
        writes = person_of(self.actor.account_id) is not None
        return [*([new] if writes else []), entries, *super().page_links()]

    def context(self):
        """What the chosen person, or oneself, wrote down."""
        asked = self.given.get("person", "")
        chosen = id_of(asked)
        entries = field_visits.field_visits_of(self.actor, self.period, chosen)
        page = Paginator(entries, SHOWN).get_page(1)
        for visit in page:
            visit.offers = FIELD_VISIT.offers(self.actor, visit)
            visit.kind_word = FIELD_VISIT_KIND[visit.kind]
        return {"chosen": chosen, "entries": page}


class FieldVisitFilter(PeriodFilter):
    q = WordsFilter("place", "result")
    unit = UnitFilter(SEE)
    kind = CodeFilter(_("Loại"), FIELD_VISIT_KIND)


class FieldVisitRegister(OfQuarter, Register):
    """What everybody wrote, by unit and name, then by day."""

    code, title = "field_visit_entries", _("Các buổi đi cơ sở")
    see, take = SEE_LOG, EXPORT
    filters = FieldVisitFilter
    above = ((_("Đi cơ sở"), "field_visit_list"),)
    logs, file_name = "person", "tung-buoi-di-co-so"
    notes = (NO_SCORE,)
    empty = _("Chưa ghi buổi nào trong quý này.")

    person = columns.Column(_("Họ và tên"), "person__full_name", width=26, sort="person__sort_key")
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34)
    happened_on = columns.DayColumn(_("Ngày"), width=13)
    kind = columns.ChoiceColumn(_("Loại"), labels=FIELD_VISIT_KIND, width=32)
    place = columns.Column(_("Nơi đến"), width=30)
    result = columns.Column(_("Nắm được gì, tháo gỡ được gì"), width=60, sort=False)
    evidence = columns.Column(_("Minh chứng"), width=34, sort=False)

    def get_rows(self, permission):
        return field_visits.all_field_visits(self.actor, self.period, scope_of(permission))
