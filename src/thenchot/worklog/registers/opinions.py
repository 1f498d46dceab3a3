"""Quick opinions in new situations (S0-086)."""

from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.register import PageLink, Register
from thenchot.worklog.access import ASK_OPINION, EXPORT, SEE, SEE_LOG
from thenchot.worklog.actions.opinions import OPINION
from thenchot.worklog.enums import OpinionState
from thenchot.worklog.exports import local_day
from thenchot.worklog.labels import OPINION_STATE, TONE
from thenchot.worklog.queries.opinions import list_opinions, response_figures
from thenchot.worklog.registers.periods import scope_of


def hours_it_took(opinion) -> str | None:
    return opinion.answered_at and gettext("sau %(n)s giờ") % {"n": opinion.hours}


class OpinionFilter(filters.RegisterFilter):
    q = filters.WordsFilter("question", "answer", "decision")
    unit = UnitFilter(SEE, label=_("Đơn vị được hỏi"))
    state = filters.CodeFilter(_("Tình trạng"), OPINION_STATE)
    until = filters.DaysFilter(_("Hạn đến ngày"), "due_on", "lte")


class OpinionRegister(Register):
    """Those that wait first."""

    code, title = "opinion_list", _("Xin ý kiến nhanh")
    see, take = SEE_LOG, EXPORT
    filters, states = OpinionFilter, "state"
    links = (PageLink(_("+ Xin ý kiến"), "opinion_new", ASK_OPINION, "go"),)
    tabs, row_id, file_name = "worklog/_tabs.html", "o", "xin-y-kien-nhanh"
    empty = _("Chưa có lần xin ý kiến nào.")

    question = columns.Column(
        _("Xin ý kiến về"), notes=("asked_by", "from_unit__name"), width=50, sort=False
    )
    asked_by = columns.Column(_("Người hỏi"), width=26, shown=False, sort=False)
    from_unit = columns.Column(_("Đơn vị hỏi"), "from_unit__name", width=28, shown=False)
    person = columns.Column(_("Người được hỏi"), "person__full_name", width=26)
    unit = columns.Column(_("Đơn vị được hỏi"), "unit__name", width=28)
    sent_on = columns.DayColumn(
        _("Ngày hỏi"),
        lambda opinion: local_day(opinion.sent_at),
        notes=(lambda opinion: f"{localtime(opinion.sent_at):%H:%M}",),
        sort="sent_at",
        width=13,
    )
    due_on = columns.DueColumn(
        _("Hạn trả lời"), is_open=lambda opinion: opinion.state == OpinionState.SENT, width=13
    )
    late = columns.FlagColumn(_("Quá hạn"), lambda opinion: opinion.is_late, width=9, shown=False)
    state = columns.StateColumn(_("Tình trạng"), labels=OPINION_STATE, tones=TONE, width=14)
    answer = columns.Column(
        _("Ý kiến trả lời"), notes=("answered_by", hours_it_took), width=50, sort=False
    )
    answered_by = columns.Column(_("Người trả lời"), width=26, shown=False, sort=False)
    answered_on = columns.DayColumn(
        _("Ngày trả lời"),
        lambda opinion: local_day(opinion.answered_at),
        sort="answered_at",
        width=13,
        shown=False,
    )
    hours = columns.NumberColumn(_("Trả lời sau (giờ)"), width=10, shown=False)
    decision = columns.Column(
        _("Quyết định xử lý"),
        notes=(lambda opinion: local_day(opinion.decided_at),),
        width=44,
        sort=False,
    )
    decided_on = columns.DayColumn(
        _("Ngày quyết định"),
        lambda opinion: local_day(opinion.decided_at),
        sort="decided_at",
        width=13,
        shown=False,
    )
    step = columns.OffersColumn(offers=OPINION.offers)

    def get_rows(self, permission):
        return list_opinions(self.actor, scope_of(permission))

    @property
    def lead(self) -> str:
        figures = response_figures(self.actor)
        text = gettext("%(waiting)s chờ trả lời, %(late)s quá hạn") % figures
        if figures["hours"] is None:
            return text
        took = gettext("trả lời bình quân sau %(n)s giờ") % {"n": figures["hours"]}
        return f"{text} · {took}"
