"""Lists of reception without an exam, and the people on one, told once."""

from functools import cached_property

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.recruitment.access import EDIT, EXPORT, SEE
from thenchot.recruitment.actions.receptions import CASE, RECEPTION, is_open
from thenchot.recruitment.enums import CaseState
from thenchot.recruitment.labels import (
    CASE_STATE,
    CASE_TONES,
    GROUP,
    RECEPTION_STATE,
    RECEPTION_TONES,
)
from thenchot.recruitment.queries import receptions as queries
from thenchot.recruitment.registers.rounds import TABS
from thenchot.recruitment.rules.eligibility import lacking

RECEPTIONS = _("Tiếp nhận không qua thi")


class ReceptionFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "unit__name")
    unit = UnitFilter(SEE)
    group = filters.CodeFilter(_("Nhóm nguồn"), GROUP)
    state = filters.CodeFilter(_("Tình trạng"), RECEPTION_STATE)


class ReceptionRegister(Register):
    """Lists, the latest first."""

    code, title = "reception_list", RECEPTIONS
    see, take = SEE, EXPORT
    filters, states = ReceptionFilter, "state"
    links = (PageLink(_("+ Lập danh sách"), "reception_new", EDIT, "go"),)
    tabs, file_name = TABS, "tiep-nhan"
    empty = _("Chưa có danh sách tiếp nhận nào.")
    official = Official("Danh sách các đợt tiếp nhận", landscape=True)

    name = columns.LinkColumn(
        _("Danh sách"), route="reception", notes=("unit__name",), width=44, paper=70
    )
    group = columns.ChoiceColumn(_("Nhóm nguồn"), labels=GROUP, width=44, paper=70)
    opened_on = columns.DayColumn(_("Lập ngày"), width=12, paper=24)
    last_on = columns.DueColumn(
        _("Hạn"), is_open=lambda row: row.closed_on is None, width=12, paper=24
    )
    people = columns.NumberColumn(_("Số người"), width=9, paper=18, sort=False)
    decided = columns.NumberColumn(_("Đã tiếp nhận"), width=9, paper=18, sort=False)
    state = columns.StateColumn(
        _("Tình trạng"), labels=RECEPTION_STATE, tones=RECEPTION_TONES, width=14, paper=26
    )

    def get_rows(self, permission):
        decided = Count("cases", Q(cases__state=CaseState.DECIDED))
        rows = queries.list_receptions(self.actor, permission)
        return rows.annotate(people=Count("cases"), decided=decided)


def lacks(case) -> str:
    """What the file does not show yet."""
    if case.state != CaseState.PROPOSED:
        return ""
    return "; ".join(f"{one.name}: {one.detail}" for one in lacking(queries.checks_of(case)))


def word_of(case) -> str:
    """Where there is a decision to print."""
    able = (CaseState.ELIGIBLE, CaseState.DECIDED)
    return str(_("Quyết định")) if case.state in able else ""


class CaseRegister(Register):
    """One list: who is on it, what lacks, what was decided."""

    code, title = "reception", RECEPTIONS
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "recruitment/reception.html", "nguoi-tiep-nhan"
    empty = _("Chưa có ai trong danh sách.")
    official = Official("Danh sách người được đề nghị tiếp nhận", landscape=True)

    full_name = columns.Column(
        _("Họ và tên"), notes=("former_work",), sort="sort_key", width=28, paper=44
    )
    born_on = columns.DayColumn(_("Ngày sinh"), width=12, paper=22)
    position = columns.Column(_("Vào vị trí"), "position__name", width=36, paper=54)
    served_since = columns.DayColumn(_("Công tác từ"), width=12, paper=22, shown=False)
    lacks = columns.Column(_("Còn thiếu"), lacks, width=36, paper=50, sort=False)
    decision = columns.Column(
        _("Quyết định"), notes=("starts_on",), css="nowrap", width=20, paper=32
    )
    paper_of = columns.LinkColumn(
        _("Bản Word"), word_of, route="reception_case_decision", width=12, excel=False
    )
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=CASE_STATE,
        tones=CASE_TONES,
        notes=("ground",),
        width=20,
        paper=34,
    )
    step = columns.OffersColumn(offers=CASE.offers, about="full_name")

    @cached_property
    def reception(self):
        return queries.get_reception(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.cases_of(self.reception)

    def heading(self):
        return self.reception.name

    def crumbs(self):
        return [(RECEPTIONS, reverse("reception_list"))]

    def context(self):
        reception = self.reception
        state = reception.state
        return {
            "reception": reception,
            "group": GROUP[reception.group],
            "state": (RECEPTION_STATE[state], RECEPTION_TONES.get(state, "")),
            "is_open": is_open(reception),
            "offers": RECEPTION.offers(self.actor, reception),
        }
