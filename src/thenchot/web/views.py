"""Home pages: where rooms meet."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render

from thenchot.documents.queries import list_directives, saying
from thenchot.people.filing.proposing import list_proposals
from thenchot.people.queries import list_people
from thenchot.performance.queries.sides import turns_left
from thenchot.platform.alerts.queries import list_notices
from thenchot.platform.backup import last_success
from thenchot.platform.clock import today
from thenchot.programmes.queries.tasks import list_tasks
from thenchot.programmes.queries.tasks import saying as task_saying
from thenchot.programmes.registers import branch_of
from thenchot.web import queries

FOUND = 8


@login_not_required
def healthz(request):
    return HttpResponse("ok", content_type="text/plain")


def desk(request):
    actor = request.actor
    context = {
        "on": today(),
        "turn": queries.my_turn(actor, path=branch_of(actor)),
        "decisions": queries.my_decisions(actor),
        "drafts": queries.my_drafts(actor),
        "notices": list_notices(actor)[:FOUND],
        "turns_left": turns_left(actor, today()),
    }
    if actor.has("people.edit"):
        context["proposals"] = list_proposals(actor)[:FOUND]
    if actor.has("accounts.administer"):
        context |= {"keeps_backups": True, "backup": last_success()}
    return render(request, "web/desk.html", context)


def search(request):
    """Tasks, documents, people: the same scoped lists as their own pages, the first of each."""
    words = request.GET.get("q", "").strip()
    context = {"q": words}
    if words:
        context["tasks"] = list_tasks(request.actor).filter(task_saying(words))[:FOUND]
        context["directives"] = list_directives(request.actor).filter(saying(words))[:FOUND]
        context["people"] = list_people(request.actor, q=words)[:FOUND]
    return render(request, "web/search.html", context)
