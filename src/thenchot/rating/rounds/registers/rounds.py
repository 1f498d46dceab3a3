"""Rounds of the year, and what registers of one round share."""

from functools import cached_property

import django_filters
from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.register import PageLink, Register
from thenchot.platform.scope.actor import NotVisible
from thenchot.rating.access import KEEP_YEAR
from thenchot.rating.enums import RoundSubject
from thenchot.rating.labels import ROUND_STATE, ROUND_SUBJECT, ROUND_TONE
from thenchot.rating.models import Round
from thenchot.rating.persons.listings import OwnRatingListing
from thenchot.rating.persons.queries import own_ratings
from thenchot.rating.rounds import queries
from thenchot.rating.rounds.services.sending import note_export
from thenchot.worklog.access import EXPORT, SEE
from thenchot.worklog.labels import REGULATION


def told_of_people(found) -> str | None:
    """How many of the people were told; organisations are not told one by one."""
    return f"{found.told} / {found.people}" if queries.is_of_persons(found) else None


class RoundFilter(filters.RegisterFilter):
    year = django_filters.NumberFilter(label=_("Năm"))
    subject = filters.CodeFilter(_("Xếp loại"), ROUND_SUBJECT)
    rules = filters.CodeFilter(_("Theo quy định"), REGULATION)


class RoundRegister(Register):
    """The own ratings for everybody; the rounds for whoever sees them."""

    code, title = "year_list", _("Xếp loại năm")
    see, take = "", EXPORT
    lead = _("Mức của năm do cấp có thẩm quyền quyết định; điểm và mức máy tính ra chỉ là đề xuất.")
    filters, template, file_name = RoundFilter, "rating/round_list.html", "dot-xep-loai"
    links = (PageLink(_("Mở đợt xếp loại"), "round_new", KEEP_YEAR, "go"),)
    empty = _("Chưa có đợt nào. Xếp loại cơ quan, đơn vị trước, người sau.")

    unit = columns.LinkColumn(
        _("Đợt"),
        lambda found: f"{found.unit.name}, {found.year}",
        route="round_detail",
        sort=("unit__path", "year"),
        width=40,
    )
    subject = columns.ChoiceColumn(_("Xếp loại"), labels=ROUND_SUBJECT, width=18)
    year = columns.Column(_("Năm"), width=8, shown=False)
    rules = columns.ChoiceColumn(_("Theo quy định"), labels=REGULATION, width=26)
    progress = columns.Column(_("Đã thông báo / số người"), told_of_people, css="num", width=14)
    state = columns.StateColumn(
        _("Tình trạng"),
        lambda found: found.state,
        labels=ROUND_STATE,
        tones=ROUND_TONE,
        width=16,
    )

    @property
    def sees_rounds(self) -> bool:
        return self.actor.has(SEE)

    def get_rows(self, permission):
        return queries.list_rounds(self.actor, permission or SEE)

    def prepare(self, rows):
        return queries.with_counts(self.actor, rows)

    def context(self):
        own = own_ratings(self.actor)
        return {"own": OwnRatingListing(own, request=self.request) if own else None}


class OfRound:
    """For registers of one round; taking one along is kept in the audit trail as `noted`."""

    subject = RoundSubject.PERSONS
    noted = ""

    @cached_property
    def round(self) -> Round:
        found = queries.get_round(self.actor, self.keys["pk"])
        if found.subject != self.subject:
            raise NotVisible(f"round {found.pk} of {found.subject}")
        return found

    def may_take(self, form):
        return bool(self.actor.may(EXPORT, self.round.unit.path))

    def note_taken(self, form):
        note_export(self.actor, round_id=self.round.pk, what=self.noted)

    def name_of_file(self):
        return f"{self.file_name}-{self.round.year}"
