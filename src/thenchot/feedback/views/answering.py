"""Answers: without a name, which leave no trace, and signed ones."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thenchot.feedback.forms import AnswerForm
from thenchot.feedback.listings import asked_by
from thenchot.feedback.queries import rounds as queries
from thenchot.feedback.rules.counting import ANONYMOUS, SIGNED
from thenchot.feedback.services import answering
from thenchot.platform.clock import today
from thenchot.platform.runtime.untraced import leaves_no_trace
from thenchot.platform.ui.forms import attempt, sent


@leaves_no_trace
@require_http_methods(["GET", "HEAD", "POST"])
def feedback_answer(request, pk):
    """An anonymous answer: no message, no session, no event, no line in the log."""
    invitation = queries.get_invitation(request.actor, pk, ANONYMOUS)
    form = _form_of(request, invitation)
    if form.is_valid() and attempt(
        form, lambda: (answering.answer(request.actor, reviewee_id=pk, points=form.points()),)
    ):
        return redirect("feedback_mine")
    return _asked(request, invitation, form, is_anonymous=True)


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_sign(request, pk):
    invitation = queries.get_invitation(request.actor, pk, SIGNED)
    form = _form_of(request, invitation, note=True)
    if form.is_valid():
        note = form.cleaned_data["note"]
        if attempt(
            form,
            lambda: answering.sign(request.actor, reviewee_id=pk, points=form.points(), note=note),
        ):
            messages.success(request, _("Đã ghi ý kiến."))
            return redirect("feedback_mine")
    return _asked(request, invitation, form, is_anonymous=False)


def _form_of(request, invitation, **more):
    measures = [
        one
        for one in queries.measures_of(invitation.reviewee.round.set)
        if one.asks(invitation.side)
    ]
    return AnswerForm(sent(request), measures=measures, **more)


def _asked(request, invitation, form, *, is_anonymous):
    found = invitation.reviewee.round
    is_open = not found.is_closed and found.opens_on <= today() <= found.closes_on
    context = {
        "invitation": invitation,
        "reviewee": invitation.reviewee,
        "round": found,
        "about": asked_by(found),
        "form": form,
        "is_anonymous": is_anonymous,
        "may_answer": is_open and not (is_anonymous and invitation.is_used),
        "submit": _("Gửi, không ghi tên") if is_anonymous else _("Ghi ý kiến"),
    }
    return render(request, "feedback/answer.html", context)
