"""Quick opinions: what waits, asking, answering, deciding."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import missing, require_somewhere
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.worklog.access import ANSWER_OPINION, ASK_OPINION, SEE_LOG
from thenchot.worklog.enums import OpinionState
from thenchot.worklog.forms import daily as forms
from thenchot.worklog.queries.opinions import get_opinion, list_opinions, response_figures, seat_of
from thenchot.worklog.services import opinions

PER_PAGE = 50


@require_safe
@login_required
def opinion_list(request):
    require_somewhere(request.actor, SEE_LOG)
    page = Paginator(list_opinions(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    for one in page:
        one.may_answer = one.state == OpinionState.SENT and opinions.may_answer(request.actor, one)
        one.may_decide = one.asked_by_id == request.actor.account_id and (
            one.state == OpinionState.ANSWERED
            or (one.state == OpinionState.SENT and one.due_on < today())
        )
    context = {
        "page": page,
        "figures": response_figures(request.actor),
        "on": today(),
        "may_ask": request.actor.has(ASK_OPINION),
    }
    return render(request, "worklog/opinion_list.html", context)


@form_page
@login_required
def opinion_new(request):
    require_somewhere(request.actor, ASK_OPINION)
    form = forms.OpinionForm(sent(request), actor=request.actor, source=seat_of(request.actor))
    if form.is_valid() and attempt(
        form, lambda: opinions.ask_opinion(request.actor, **form.facts())
    ):
        return done(
            request, _("Đã gửi; người được hỏi thấy ở trang Xin ý kiến nhanh."), "opinion_list"
        )
    return _ask(
        request,
        form,
        _("Hỏi ý kiến về tình huống mới"),
        _("Gửi"),
        note=_(
            "Dùng cho tình huống mới, chưa có quy định rõ. Hạn trả lời tính theo ngày làm việc."
        ),
    )


@form_page
@login_required
def opinion_answer(request, pk):
    found = get_opinion(request.actor, pk)
    if not opinions.may_answer(request.actor, found):
        Decision.no(missing(ANSWER_OPINION)).or_refuse()
    form = forms.AnswerForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: opinions.answer_opinion(request.actor, request_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã trả lời."), "opinion_list")
    return _ask(request, form, _("Trả lời xin ý kiến"), _("Trả lời"), note=found.question)


@form_page
@login_required
def opinion_decide(request, pk):
    found = get_opinion(request.actor, pk)
    if found.asked_by_id != request.actor.account_id:
        Decision.no(
            Reason(
                "opinion.asker",
                _("Với vai trò của bạn chưa quyết định được: người xin ý kiến quyết định."),
                "S0-086",
            )
        ).or_refuse()
    form = forms.DecisionForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: opinions.decide_opinion(request.actor, request_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi quyết định."), "opinion_list")
    return _ask(
        request,
        form,
        _("Quyết định sau khi xin ý kiến"),
        _("Ghi"),
        note=found.answer or found.question,
    )


def _ask(request, form, title, submit, note=""):
    return ask(
        request,
        form,
        title=title,
        submit=submit,
        back=reverse("opinion_list"),
        above=_("Xin ý kiến nhanh"),
        note=note,
    )
