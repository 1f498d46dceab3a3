"""Dialogues, and the questions of one."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.masking import found
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, PageLink, Register
from thenchot.reception.access import EDIT, EXPORT, SEE
from thenchot.reception.actions.dialogues import DIALOGUE, QUESTION
from thenchot.reception.labels import DIALOGUE_STATE, DIALOGUE_TONES
from thenchot.reception.listings import DirectionListing
from thenchot.reception.queries import dialogues as queries
from thenchot.reception.queries.visits import list_directions
from thenchot.reception.registers.sessions import TABS

DIALOGUES = _("Đối thoại với Nhân dân")


class DialogueFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name")
    unit = UnitFilter(SEE)
    state = filters.CodeFilter(_("Tình trạng"), DIALOGUE_STATE)


class DialogueRegister(Register):
    """Conferences of dialogue, the latest first."""

    code, title = "citizen_dialogue_list", DIALOGUES
    lead = _("Ít nhất mỗi năm một lần, cùng Mặt trận Tổ quốc.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_dialogues)
    filters, states = DialogueFilter, "state"
    links = (PageLink(_("Lập kế hoạch đối thoại"), "citizen_dialogue_new", EDIT, "go"),)
    tabs, file_name = TABS, "doi-thoai"
    empty = _("Chưa có hội nghị đối thoại nào.")
    official = Official("Danh sách hội nghị đối thoại với Nhân dân", landscape=True)

    on = columns.DayColumn(_("Ngày"), width=12, paper=24)
    name = columns.LinkColumn(_("Hội nghị"), route="citizen_dialogue", width=44, paper=80)
    with_front = columns.FlagColumn(
        _("Cùng Mặt trận"), lambda one: one.with_front, width=12, paper=24
    )
    asked = columns.NumberColumn(_("Câu hỏi"), width=9, paper=20, sort=False)
    answered = columns.NumberColumn(_("Đã trả lời"), width=9, paper=20, sort=False)
    promised = columns.NumberColumn(_("Cam kết"), width=9, paper=20, sort=False)
    state = columns.StateColumn(
        _("Tình trạng"), labels=DIALOGUE_STATE, tones=DIALOGUE_TONES, width=20, paper=36
    )


class QuestionRegister(Register):
    """One dialogue: what was asked and answered, promised, and left from the one before."""

    code, title = "citizen_dialogue", DIALOGUES
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "reception/dialogue.html", "cau-hoi-doi-thoai"
    empty = _("Chưa có câu hỏi nào.")
    official = Official("Câu hỏi, trả lời tại hội nghị đối thoại", landscape=True)

    text = columns.Column(_("Câu hỏi, kiến nghị"), width=60, paper=110)
    hidden = columns.NumberColumn(
        _("Số được che khi công khai"),
        lambda question: found(f"{question.text} {question.answer}") or None,
        width=12,
    )
    answer = columns.Column(_("Trả lời"), width=60, paper=110)
    step = columns.OffersColumn(offers=QUESTION.offers)

    @cached_property
    def dialogue(self):
        return queries.get_dialogue(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return self.dialogue.questions.select_related("dialogue__unit").order_by("pk")

    def heading(self):
        return self.dialogue.name

    def crumbs(self):
        return [(DIALOGUES, reverse("citizen_dialogue_list"))]

    def page_links(self):
        if not self.dialogue.minutes or not self.actor.has(EXPORT):
            return []
        url = reverse("citizen_dialogue_minutes", args=[self.dialogue.pk])
        return [Link(_("Biên bản"), url)]

    def context(self):
        one, actor = self.dialogue, self.actor
        before = queries.previous(one)
        of = list_directions(actor)
        rows = list(of.filter(dialogue=one.pk))
        left = list(of.filter(dialogue=before.pk)) if before else []
        return {
            "dialogue": one,
            "state": (DIALOGUE_STATE[one.state], DIALOGUE_TONES.get(one.state, "")),
            "offers": DIALOGUE.offers(actor, one),
            "directions": DirectionListing(rows, actor=actor) if rows else None,
            "before": before,
            "left": DirectionListing(left, actor=actor) if left else None,
        }
