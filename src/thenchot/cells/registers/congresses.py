"""Congresses and the list of one, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.cells.access import EXPORT, SEE
from thenchot.cells.actions.congresses import CONGRESS, CONGRESSES
from thenchot.cells.labels import CELL_POST, CONGRESS_STATE, CONGRESS_TONES, PROPOSER
from thenchot.cells.queries import congresses as queries
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Register


class CongressFilter(filters.RegisterFilter):
    q = filters.WordsFilter("unit__name", "term")
    unit = UnitFilter(SEE)
    state = filters.CodeFilter(_("Tình trạng"), CONGRESS_STATE)


class CongressRegister(Register):
    """Personnel of congresses (S1-056)."""

    code, title = "congress_list", CONGRESSES
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_congresses)
    filters, states = CongressFilter, "state"
    tabs, file_name = "cells/_tabs.html", "nhan-su-dai-hoi"
    empty = _("Chưa chuẩn bị đại hội nào; mở trang của chi bộ, bấm “+ Đại hội”.")
    official = Official("Nhân sự đại hội chi bộ", landscape=True)

    name = columns.LinkColumn(
        _("Chi bộ"), "unit__name", route="congress", sort="unit__path", width=40, paper=70
    )
    term = columns.Column(_("Nhiệm kỳ"), width=16, paper=28)
    planned_on = columns.DayColumn(_("Dự kiến ngày"), width=12, paper=26)
    held_on = columns.DayColumn(_("Đại hội ngày"), width=12, paper=26)
    seats = columns.NumberColumn(_("Số bầu"), width=8, paper=18)
    names = columns.NumberColumn(_("Danh sách"), width=10, paper=20)
    chosen = columns.NumberColumn(_("Trúng cử"), width=10, paper=20)
    state = columns.StateColumn(
        _("Tình trạng"), labels=CONGRESS_STATE, tones=CONGRESS_TONES, width=16, paper=30
    )


class CandidateRegister(Register):
    """The list of one congress, and the count."""

    code, title = "congress", CONGRESSES
    see, take = SEE, EXPORT
    is_found = False
    logs = "member__person"
    template, file_name = "cells/congress.html", "danh-sach-bau"
    empty = _("Danh sách còn trống; bấm “+ Giới thiệu”.")
    official = Official("Danh sách bầu cử của đại hội chi bộ")

    who = columns.Column(_("Họ và tên"), "member__who", sort=False, width=34, paper=66)
    post = columns.ChoiceColumn(_("Giới thiệu bầu"), labels=CELL_POST, width=20, paper=36)
    proposer = columns.ChoiceColumn(_("Người giới thiệu"), labels=PROPOSER, width=24, paper=40)
    votes = columns.NumberColumn(_("Phiếu đồng ý"), width=12, paper=18)
    is_elected = columns.FlagColumn(_("Trúng cử"), width=10, paper=16)

    @cached_property
    def congress(self):
        return queries.get_congress(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.candidates_of(self.congress)

    def heading(self):
        return str(self.congress)

    def crumbs(self):
        return [(CONGRESSES, reverse("congress_list"))]

    def context(self):
        one = self.congress
        return {
            "one": one,
            "state": (CONGRESS_STATE[one.state], CONGRESS_TONES[one.state]),
            "offers": CONGRESS.offers(self.actor, one),
        }
