"""Supervision and criticism of the Front with their recommendations, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.oversight.access import SEE_SOCIAL
from thenchot.oversight.actions.social import (
    RECOMMENDATION,
    SOCIAL,
    SOCIAL_LIST,
    may_supervise,
)
from thenchot.oversight.labels import ANSWER, SOCIAL_KIND, THEME
from thenchot.oversight.queries import social as queries
from thenchot.oversight.registers.plans import TABS
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, Register


class SocialFilter(filters.RegisterFilter):
    q = filters.WordsFilter("content", "subject__name", "document")
    unit = UnitFilter(SEE_SOCIAL)
    kind = filters.CodeFilter(_("Loại"), SOCIAL_KIND)
    theme = filters.CodeFilter(_("Nội dung"), THEME)
    waiting = filters.FlagFilter(
        _("Còn kiến nghị chờ trả lời"), lambda rows: rows.exclude(waiting=0)
    )


def answered_of(row) -> str:
    return f"{row.asked - row.waiting}/{row.asked}" if row.asked else ""


class SocialRegister(Register):
    """What the Front and mass organisations supervised and criticised (S0-075, S1-052)."""

    code, title = "social_list", SOCIAL_LIST
    see = take = SEE_SOCIAL
    rows = staticmethod(queries.list_supervisions)
    filters = SocialFilter
    tabs, file_name = TABS, "giam-sat-phan-bien-xa-hoi"
    empty = _("Chưa ghi cuộc giám sát, phản biện nào.")
    official = Official("Sổ giám sát, phản biện xã hội", landscape=True)

    content = columns.LinkColumn(
        _("Nội dung"), "content", route="social", notes=("theme_words",), width=48, paper=76
    )
    kind = columns.ChoiceColumn(_("Loại"), labels=SOCIAL_KIND, width=16, paper=26)
    unit = columns.Column(_("Chủ trì"), "unit__name", width=30, paper=46)
    subject = columns.Column(_("Đối tượng"), "subject__name", width=30, paper=46)
    held_on = columns.DayColumn(_("Ngày"), notes=("document",), width=12, paper=24)
    answered = columns.Column(
        _("Kiến nghị đã trả lời"), answered_of, sort="waiting", width=14, paper=24
    )

    def page_links(self):
        if not may_supervise(self.actor, None):
            return []
        return [Link(_("+ Giám sát, phản biện"), reverse("social_new"), "go")]

    def prepare(self, rows):
        for row in rows:
            row.theme_words = THEME[row.theme]
        return rows


class RecommendationRegister(Register):
    """One supervision: its recommendations and the answers."""

    code, title = "social", SOCIAL_LIST
    see = take = SEE_SOCIAL
    is_found = False
    template, file_name = "oversight/social.html", "kien-nghi"
    empty = _("Chưa có kiến nghị nào.")
    official = Official("Kiến nghị qua giám sát, phản biện xã hội", landscape=True)

    text = columns.Column(_("Kiến nghị"), width=48, paper=80)
    unit = columns.Column(_("Đơn vị trả lời"), "unit__name", width=30, paper=46)
    due_on = columns.DueColumn(
        _("Trả lời trước hết ngày"), is_open=lambda one: not one.answer, width=14, paper=24
    )
    answer = columns.ChoiceColumn(_("Trả lời"), labels=ANSWER, width=22, paper=32)
    answer_text = columns.Column(_("Nội dung trả lời"), notes=("answered_on",), width=44, paper=70)
    step = columns.OffersColumn(offers=RECOMMENDATION.offers, about="text")

    @cached_property
    def supervision(self):
        return queries.get_supervision(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.recommendations_of(self.supervision)

    def heading(self):
        return str(self.supervision)

    def crumbs(self):
        return [(SOCIAL_LIST, reverse("social_list"))]

    def context(self):
        return {
            "one": self.supervision,
            "theme": THEME[self.supervision.theme],
            "offers": SOCIAL.offers(self.actor, self.supervision),
        }
