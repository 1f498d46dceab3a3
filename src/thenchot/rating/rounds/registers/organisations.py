"""Organisations of a round, lower ones before higher."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.register import Register
from thenchot.rating.columns import capped_column, decided_code, level_column, proposed_code
from thenchot.rating.enums import RoundSubject
from thenchot.rating.organisations import queries
from thenchot.rating.organisations.offering import next_organisation_offers
from thenchot.rating.rounds import offering
from thenchot.rating.rounds.listings import CapListing
from thenchot.rating.rounds.registers.rounds import OfRound
from thenchot.worklog.access import EXPORT, SEE
from thenchot.worklog.labels import BAND


def recognised_words(body) -> str:
    return gettext("cấp trên công nhận") if body.is_recognised_above else ""


def why(body) -> str:
    """What the level stands on, or what is missing."""
    return "; ".join(reason["message"] for reason in [*body.reasons, *body.cap_reasons])


class OrganisationFilter(filters.RegisterFilter):
    q = filters.WordsFilter("unit__name")
    level = filters.CodeFilter(_("Máy đề xuất"), BAND)


class RoundOrganisationRegister(OfRound, Register):
    """Their points, what the machine proposes, what was decided."""

    code, title = "round_organisations", _("Xếp loại cơ quan, đơn vị")
    see, take = SEE, EXPORT
    subject, noted = RoundSubject.ORGANISATIONS, "bodies"
    filters, template, file_name = (
        OrganisationFilter,
        "rating/organisations.html",
        "xep-loai-don-vi",
    )
    above = ((_("Xếp loại năm"), "year_list"),)
    empty = _("Không có cơ quan, đơn vị nào.")

    unit = columns.LinkColumn(
        _("Cơ quan, đơn vị"),
        "unit__name",
        route="organisation_rating",
        notes=(recognised_words,),
        sort="unit__path",
        width=38,
    )
    done = columns.NumberColumn(_("Hoàn thành (%)"), width=11, shown=False)
    exceeding = columns.NumberColumn(_("Vượt yêu cầu (%)"), width=11, shown=False)
    late = columns.NumberColumn(_("Chậm tiến độ (%)"), width=11, shown=False)
    total = columns.NumberColumn(_("Tổng điểm"), places=2, width=10)
    band = level_column(_("Mức theo điểm"), "band", shown=False)
    level = level_column(_("Máy đề xuất"), proposed_code, sort="level")
    capped = capped_column(_("Sau mức trần"))
    decided = level_column(_("Quyết định"), decided_code)
    number = columns.Column(
        _("Số quyết định"), lambda body: body.decision and body.decision.number, shown=False
    )
    decided_on = columns.DayColumn(
        _("Ngày quyết định"),
        lambda body: body.decision and body.decision.decided_on,
        width=13,
        shown=False,
    )
    reason = columns.Column(
        _("Lý do khác đề xuất"),
        lambda body: body.decision and body.decision.reason,
        width=34,
        shown=False,
    )
    recognised = columns.FlagColumn(
        _("Cấp trên công nhận"), lambda body: body.is_recognised_above, width=10, shown=False
    )
    why = columns.Column(_("Vì sao, còn thiếu gì"), why, width=60, shown=False)
    step = columns.OffersColumn(offers=next_organisation_offers, about="unit__name")

    def heading(self):
        said = {"year": self.round.year, "unit": self.round.unit.name}
        return gettext("Xếp loại cơ quan, đơn vị năm %(year)s: %(unit)s") % said

    def sheet_name(self):
        return f"Đơn vị {self.round.year}"

    def notes_of_file(self):
        place = f"{self.round.unit.name}, năm {self.round.year}"
        return [f"{place}. Nghị định 335/2025/NĐ-CP, Điều 5 đến Điều 9."]

    def get_rows(self, permission):
        return queries.organisations_of(self.actor, self.round, permission)

    def prepare(self, rows):
        return queries.with_organisation_decisions(rows)

    def context(self):
        return {
            "round": self.round,
            "offers": offering.round_offers(self.actor, self.round),
            "caps": CapListing.of(self.round, self.request),
            "reopenings": self.round.reopenings.select_related("reopened_by"),
        }
