"""Rounds of many-sided rating: the own invitations, opening and closing, one person's result with
its receipt.
"""

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.feedback import exports, forms
from thenchot.feedback.access import EDIT_CRITERIA, KEEP_FEEDBACK, SEE_FEEDBACK
from thenchot.feedback.enums import Side
from thenchot.feedback.queries import rounds as queries
from thenchot.feedback.rules.counting import ANONYMOUS, SIGNED
from thenchot.feedback.services import answering, closing, opening
from thenchot.kernel.decision import Decision, Reason
from thenchot.kernel.periods import Quarter
from thenchot.platform.clock import today
from thenchot.platform.keys import fleeting
from thenchot.platform.runtime.untraced import leaves_no_trace
from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent

PER_PAGE = 50


@require_safe
def feedback_mine(request):
    """What is asked of me, and what came of the rounds about me."""
    invitations = list(queries.my_invitations(request.actor))
    context = {
        "invitations": invitations,
        "results": list(queries.my_results(request.actor)),
        "on": today(),
        "anonymous": ANONYMOUS,
        "may_see": request.actor.has(SEE_FEEDBACK),
    }
    return render(request, "feedback/mine.html", context)


@require_safe
def feedback_list(request):
    require_somewhere(request.actor, SEE_FEEDBACK)
    page = Paginator(queries.list_rounds(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    may = {"open": request.actor.has(KEEP_FEEDBACK), "edit": request.actor.has(EDIT_CRITERIA)}
    context = {
        "page": page,
        "may": may,
        "people": queries.readable_results(request.actor)[:PER_PAGE],
    }
    return render(request, "feedback/round_list.html", context)


@form_page
def feedback_new(request):
    """First whom it would look at and who would be asked; then, with the people ticked, the
    round.
    """
    require_somewhere(request.actor, KEEP_FEEDBACK)
    form = forms.FeedbackRoundForm(sent(request), actor=request.actor, initial=_first_days())
    planned = None
    if form.is_valid():
        planned = opening.plan(
            form.cleaned_data["unit"], form.cleaned_data["set"], form.cleaned_data["cut_off"]
        )
        chosen = {int(one) for one in request.POST.getlist("person") if one.isdecimal()}
        if "open" in request.POST:
            made = attempt(
                form,
                lambda: opening.open_feedback(request.actor, person_ids=chosen, **form.facts()),
            )
            if made:
                return done(
                    request,
                    _("Đã mở đợt; mỗi người được mời thấy lượt của mình ở trang Lượt góp ý."),
                    "feedback_round",
                    made.pk,
                )
    return render(
        request,
        "feedback/round_new.html",
        {"form": form, "planned": planned, "sides": list(Side)},
    )


def _first_days():
    quarter = Quarter.of(today()).previous()
    return {"number": quarter.index, "year": quarter.year, "cut_off": quarter.end}


@require_safe
def feedback_round(request, pk):
    found = queries.get_round(request.actor, pk)
    reviewees = queries.reviewees_of(request.actor, found)
    may_keep = bool(request.actor.may(KEEP_FEEDBACK, found.unit.path)) and not found.is_closed
    is_lost = not found.is_closed and not fleeting.is_there(found.key_name)
    context = {
        "round": found,
        "reviewees": reviewees,
        "may_keep": may_keep,
        "is_lost": is_lost,
        "on": today(),
    }
    return render(request, "feedback/round.html", context)


@require_POST
def feedback_close(request, pk):
    closing.close_feedback(request.actor, round_id=pk)
    return done(
        request, _("Đã đóng đợt: câu trả lời đã cộng xong, phong bì đã hủy."), "feedback_round", pk
    )


@form_page
def feedback_prolong(request, pk):
    found = queries.get_round(request.actor, pk)
    require(request.actor, KEEP_FEEDBACK, found.unit.path)
    form = forms.ProlongForm(sent(request), initial={"closes_on": found.closes_on})
    if form.is_valid() and attempt(
        form, lambda: opening.prolong_feedback(request.actor, round_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã gia hạn."), "feedback_round", pk)
    return ask(
        request,
        form,
        title=_("Gia hạn nhận ý kiến"),
        submit=_("Ghi"),
        back=reverse("feedback_round", args=[pk]),
        above=str(found),
    )


@require_safe
def feedback_person(request, pk):
    """The result of one person, never beside that of another."""
    found = queries.get_reviewee(request.actor, pk)
    if found.person.account_id != request.actor.account_id:
        request.actor.reads.append(found.person)
    context = {
        "reviewee": found,
        "round": found.round,
        "receipt": exports.receipt_of_feedback(found) if found.round.is_closed else None,
        "may_see_round": request.actor.sees(found.round.unit.path)
        and request.actor.has(SEE_FEEDBACK),
    }
    return render(request, "feedback/person.html", context)


@require_safe
def feedback_receipt(request, pk):
    """The same object for other programs."""
    return JsonResponse(_closed_receipt(request, pk), json_dumps_params={"ensure_ascii": False})


@require_safe
def feedback_print(request, pk):
    from thenchot.feedback.prints import receipts as paper  # writes Word: only when it is asked for

    receipt = _closed_receipt(request, pk)
    found = queries.get_reviewee(request.actor, pk)
    return attachment(
        paper.write(found.round.unit, receipt),
        f"danh-gia-nhieu-chieu-{found.person.full_name}.docx",
        DOCX,
    )


def _closed_receipt(request, pk):
    """Nothing before the round is closed; a look at somebody else's is kept."""
    found = queries.get_reviewee(request.actor, pk)
    if not found.round.is_closed:
        Decision.no(Reason("sides.open", "Đợt đang nhận ý kiến; chưa có kết quả.")).or_refuse()
    if found.person.account_id != request.actor.account_id:
        request.actor.reads.append(found.person)
    return exports.receipt_of_feedback(found)


@leaves_no_trace
@form_page
def feedback_answer(request, pk):
    """An anonymous answer: no message, no session, no event, no line in the log."""
    invitation = queries.get_invitation(request.actor, pk, ANONYMOUS)
    form = _form_of(request, invitation)
    if form.is_valid() and attempt(
        form, lambda: (answering.answer(request.actor, reviewee_id=pk, points=form.points()),)
    ):
        return redirect("feedback_mine")
    return _asked(request, invitation, form, is_anonymous=True)


@form_page
def feedback_sign(request, pk):
    invitation = queries.get_invitation(request.actor, pk, SIGNED)
    form = _form_of(request, invitation, note=True)
    if form.is_valid():
        note = form.cleaned_data["note"]
        if attempt(
            form,
            lambda: answering.sign(request.actor, reviewee_id=pk, points=form.points(), note=note),
        ):
            return done(request, _("Đã ghi ý kiến."), "feedback_mine")
    return _asked(request, invitation, form, is_anonymous=False)


def _form_of(request, invitation, **more):
    measures = [
        one
        for one in queries.measures_of(invitation.reviewee.round.set)
        if one.asks(invitation.side)
    ]
    return forms.AnswerForm(sent(request), measures=measures, **more)


def _asked(request, invitation, form, *, is_anonymous):
    is_open = (
        not invitation.reviewee.round.is_closed
        and invitation.reviewee.round.opens_on <= today() <= invitation.reviewee.round.closes_on
    )
    context = {
        "invitation": invitation,
        "reviewee": invitation.reviewee,
        "round": invitation.reviewee.round,
        "form": form,
        "is_anonymous": is_anonymous,
        "may_answer": is_open and not (is_anonymous and invitation.is_used),
    }
    return render(request, "feedback/answer.html", context)
