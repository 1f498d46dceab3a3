"""Home pages: where rooms meet."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from thenchot.documents.queries import list_directives
from thenchot.feedback.queries.rounds import invitations_left
from thenchot.people.filing.proposing import list_proposals
from thenchot.people.queries import list_people
from thenchot.platform.alerts.queries import list_notices
from thenchot.platform.backup import last_success
from thenchot.platform.clock import today
from thenchot.programmes.queries.tasks import Filters, list_tasks
from thenchot.programmes.views.tasks import here
from thenchot.web import queries

FOUND = 8


def healthz(request):
    return HttpResponse("ok", content_type="text/plain")


@login_required
def desk(request):
    actor = request.actor
    context = {
        "on": today(),
        "turn": queries.my_turn(actor, path=here(actor)),
        "decisions": queries.my_decisions(actor),
        "drafts": queries.my_drafts(actor),
        "notices": list_notices(actor)[:FOUND],
        "turns_left": invitations_left(actor, today()),
    }
    if actor.has("people.edit"):
        context["proposals"] = list_proposals(actor)[:FOUND]
    if actor.has("accounts.administer"):
        context |= {"keeps_backups": True, "backup": last_success()}
    return render(request, "web/desk.html", context)


@login_required
def search(request):
    """Tasks, documents, people: the same scoped lists as their own pages, the first of each."""
    words = request.GET.get("q", "").strip()
    context = {"q": words}
    if words:
        context["tasks"] = list_tasks(request.actor, Filters(q=words), on=today())[:FOUND]
        context["directives"] = list_directives(request.actor, q=words)[:FOUND]
        context["people"] = list_people(request.actor, q=words)[:FOUND]
    return render(request, "web/search.html", context)
