"""One conference: its numbers, and how many agreed to whom."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.platform.scope.actor import require
from thenchot.platform.ui.forms import attempt, sent
from thenchot.succession import prints, review_prints
from thenchot.succession.access import EXPORT
from thenchot.succession.actions.candidates import CONFERENCE
from thenchot.succession.forms.votes import VotesForm
from thenchot.succession.queries.plans import get_plan
from thenchot.succession.queries.policy import policy_of
from thenchot.succession.queries.votes import ballots_of, base_of, get_conference, voted_on
from thenchot.succession.rules.voting import share
from thenchot.succession.services.conferences import note_votes


@require_http_methods(["GET", "HEAD", "POST"])
def succession_conference(request, pk):
    """The votes are typed into the list; once counted the page only shows."""
    conference = get_conference(request.actor, pk)
    offers = CONFERENCE.offers(request.actor, conference)
    rows, ballots = voted_on(conference), ballots_of(conference)
    request.actor.reads.extend(row.person for row in rows)
    first = {f"c{key}": ballot.agreed for key, ballot in ballots.items()}
    form = VotesForm(sent(request), rows=rows, most=conference.valid, initial=first)
    is_open = bool(offers) and not conference.is_counted
    if is_open and form.is_valid():
        agreed = form.facts()
        done = attempt(form, lambda: (note_votes(request.actor, conference_id=pk, agreed=agreed),))
        if done:
            words = ngettext(
                "Đã ghi phiếu của %(n)s người.", "Đã ghi phiếu của %(n)s người.", done[0]
            )
            messages.success(request, words % {"n": done[0]})
            return redirect("succession_conference", pk)
    base = base_of(conference, policy_of(conference.plan))
    context = {
        "conference": conference,
        "form": form,
        "offers": offers,
        "is_open": is_open,
        "base": base,
        "rows": [(row, form[f"c{row.pk}"], _result(ballots[row.pk], base)) for row in rows],
    }
    return render(request, "succession/conference.html", context)


def _result(ballot, base: int) -> dict:
    percent = 100 * share(ballot.agreed, base)
    return {"agreed": ballot.agreed, "percent": percent, "passed": ballot.passed}


@require_safe
def succession_ballot(request, pk):
    """Form 3A: the ballots of the conference, to be printed and handed out."""
    conference = get_conference(request.actor, pk)
    require(request.actor, EXPORT, conference.plan.unit.path)
    return prints.ballot_answer(request.actor, conference)


@require_safe
def succession_minutes(request, pk):
    """The minutes of counting."""
    conference = get_conference(request.actor, pk)
    require(request.actor, EXPORT, conference.plan.unit.path)
    return prints.minutes_answer(request.actor, conference)


@require_safe
def succession_summary(request, pk):
    """Form 2A: the votes of every conference beside each other."""
    plan = get_plan(request.actor, pk)
    require(request.actor, EXPORT, plan.unit.path)
    return prints.summary_answer(request.actor, plan)


@require_safe
def succession_decision(request, pk):
    """Form 2B: the decision that approves the list, with the list."""
    plan = get_plan(request.actor, pk)
    require(request.actor, EXPORT, plan.unit.path)
    return prints.decision_answer(request.actor, plan)


@require_safe
def succession_ages(request, pk):
    """Appendix 1: the latest birth months by line, for men and women."""
    plan = get_plan(request.actor, pk)
    require(request.actor, EXPORT, plan.unit.path)
    return prints.ages_answer(request.actor, plan)


@require_safe
def succession_carried(request, pk):
    """Appendix 1 of the review: who is carried on, who is taken out."""
    plan = get_plan(request.actor, pk)
    require(request.actor, EXPORT, plan.unit.path)
    return review_prints.carried_answer(request.actor, plan)


@require_safe
def succession_added(request, pk):
    """Appendix 2 of the review: who is added."""
    plan = get_plan(request.actor, pk)
    require(request.actor, EXPORT, plan.unit.path)
    return review_prints.added_answer(request.actor, plan)
