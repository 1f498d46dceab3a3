"""Rounds of many-sided rating: the own invitations, opening one, one person's result with its
receipt.
"""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.feedback import exports, forms
from thenchot.feedback.access import KEEP_FEEDBACK, SEE_FEEDBACK
from thenchot.feedback.actions import ROUND
from thenchot.feedback.listings import (
    InvitationListing,
    PlannedListing,
    ReviewListing,
    asked_by,
    name_of,
    waiting_side,
)
from thenchot.feedback.queries import rounds as queries
from thenchot.feedback.services import opening
from thenchot.kernel.decision import Decision, Reason
from thenchot.kernel.periods import Quarter
from thenchot.platform.clock import today
from thenchot.platform.keys import fleeting
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.forms import attempt, sent


@require_safe
def feedback_mine(request):
    """What is asked of me, and what came of the rounds about me."""
    invitations = InvitationListing(
        queries.my_invitations(request.actor), on=today(), request=request
    )
    results = [(one, asked_by(one.round)) for one in queries.my_results(request.actor)]
    context = {"invitations": invitations, "results": results}
    return render(request, "feedback/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_new(request):
    """First whom it would look at and who would be asked; then, with the people ticked, the
    round.
    """
    require_somewhere(request.actor, KEEP_FEEDBACK)
    form = forms.FeedbackRoundForm(sent(request), actor=request.actor, initial=_first_days())
    planned = None
    if form.is_valid():
        told = form.cleaned_data
        planned = opening.plan(told["unit"], told["set"], told["cut_off"])
        made = "open" in request.POST and attempt(form, lambda: _open(request, form))
        if made:
            text = _("Đã mở đợt; mỗi người được mời thấy lượt của mình ở trang Lượt góp ý.")
            messages.success(request, text)
            return redirect("feedback_round", made.pk)
    context = {
        "form": form,
        "is_planned": planned is not None,
        "planned": PlannedListing(planned, request=request) if planned else None,
    }
    return render(request, "feedback/round_new.html", context)


def _open(request, form):
    chosen = {int(one) for one in request.POST.getlist("person") if one.isdecimal()}
    return opening.open_feedback(request.actor, person_ids=chosen, **form.facts())


def _first_days():
    quarter = Quarter.of(today()).previous()
    return {"number": quarter.index, "year": quarter.year, "cut_off": quarter.end}


@require_safe
def feedback_round(request, pk):
    found = queries.get_round(request.actor, pk)
    context = {
        "round": found,
        "name": name_of(found),
        "reviewees": ReviewListing(queries.reviewees_of(request.actor, found), request=request),
        "is_lost": not found.is_closed and not fleeting.is_there(found.key_name),
        "offers": ROUND.offers(request.actor, found),
    }
    return render(request, "feedback/round.html", context)


@require_safe
def feedback_person(request, pk):
    """The result of one person, never beside that of another."""
    found = queries.get_reviewee(request.actor, pk)
    _note_reading(request.actor, found)
    may_see = request.actor.sees(found.round.unit.path) and request.actor.has(SEE_FEEDBACK)
    context = {
        "reviewee": found,
        "round": found.round,
        "round_name": name_of(found.round) if may_see else "",
        **(_released(found) if found.round.is_closed else _waiting(found)),
    }
    return render(request, "feedback/person.html", context)


def _released(reviewee) -> dict:
    """Each side with its part in the total, then the total."""
    receipt = exports.receipt_of_feedback(reviewee)
    *sides, total = receipt["receipt"]
    return {"receipt": receipt, "sides": sides, "total": total}


def _waiting(reviewee) -> dict:
    return {"asked": [waiting_side(line) for line in reviewee.lines]}


def _note_reading(actor, reviewee) -> None:
    """A look at somebody else's is kept."""
    if reviewee.person.account_id != actor.account_id:
        actor.reads.append(reviewee.person)


@require_safe
def feedback_receipt(request, pk):
    """The same object for other programs."""
    _found, receipt = _closed_receipt(request, pk)
    return JsonResponse(receipt, json_dumps_params={"ensure_ascii": False})


@require_safe
def feedback_print(request, pk):
    from thenchot.feedback.prints import receipts as paper  # writes Word: only when it is asked for

    found, receipt = _closed_receipt(request, pk)
    name = f"danh-gia-nhieu-chieu-{found.person.full_name}.docx"
    return attachment(paper.write(found.round.unit, receipt), name, DOCX)


def _closed_receipt(request, pk):
    """Nothing before the round is closed."""
    found = queries.get_reviewee(request.actor, pk)
    if not found.round.is_closed:
        Decision.no(Reason("sides.open", "Đợt đang nhận ý kiến; chưa có kết quả.")).or_refuse()
    _note_reading(request.actor, found)
    return found, exports.receipt_of_feedback(found)
