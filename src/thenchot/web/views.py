"""Home pages: where rooms meet."""

import sys

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.defaults import server_error

from thenchot.documents.queries import list_directives, saying
from thenchot.feedback.queries.rounds import invitations_left
from thenchot.people.filing.proposing import list_proposals
from thenchot.people.queries import list_people
from thenchot.platform.alerts.queries import list_notices
from thenchot.platform.backup import last_success
from thenchot.platform.clock import real_now, today
from thenchot.programmes.listings import TurnListing
from thenchot.programmes.queries.tasks import list_tasks
from thenchot.programmes.queries.tasks import saying as task_saying
from thenchot.programmes.registers import branch_of
from thenchot.web import health, queries

FOUND = 8


@login_not_required
def healthz(request):
    """For whatever watches the server: which parts are not well, without saying why."""
    ill = [name for name, _words in health.troubles()]
    told = "\n".join(f"{name}: fail" for name in ill) or "ok"
    return HttpResponse(told, content_type="text/plain", status=503 if ill else 200)


def trouble(request):
    """The page of an error: where the machine is the cause, it says so and whom to call. Asks
    neither the database nor a context processor.
    """
    words = health.cause_of(sys.exc_info()[1])
    if not words:
        return server_error(request)
    return HttpResponse(trouble_page(words), status=503)


def trouble_page(words: str) -> str:
    context = {"words": words, "contact": health.whom_to_call(), "at": real_now()}
    return render_to_string("web/trouble.html", context)


def desk(request):
    actor = request.actor
    context = {
        "on": today(),
        "turn": _turn(request),
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


def _turn(request):
    """Tasks that wait for this person, as a table; nothing when there are none."""
    tasks = queries.my_turn(request.actor, path=branch_of(request.actor))
    return TurnListing(tasks, request=request) if tasks else None


def search(request):
    """Tasks, documents, people: the same scoped lists as their own pages, the first of each."""
    words = request.GET.get("q", "").strip()
    kinds = _found(request.actor, words) if words else []
    return render(request, "web/search.html", {"q": words, "kinds": kinds})


def _found(actor, words: str) -> list[dict]:
    tasks = list_tasks(actor).filter(task_saying(words))[:FOUND]
    directives = list_directives(actor).filter(saying(words))[:FOUND]
    people = list_people(actor, q=words)[:FOUND]
    return [
        _kind(_("Nhiệm vụ"), "task_list", words, [_task_found(task) for task in tasks]),
        _kind(_("Văn bản"), "directive_list", words, [_directive_found(one) for one in directives]),
        _kind(_("Con người"), "person_list", words, [_person_found(one) for one in people]),
    ]


def _kind(title, route: str, words: str, rows: list[dict]) -> dict:
    return {"title": title, "all": f"{reverse(route)}?{urlencode({'q': words})}", "rows": rows}


def _task_found(task) -> dict:
    return {"name": f"{task.ref} {task.text}", "url": reverse("task_detail", args=[task.pk])}


def _directive_found(directive) -> dict:
    url = reverse("directive_detail", args=[directive.pk])
    return {"name": str(directive), "more": directive.title, "url": url}


def _person_found(person) -> dict:
    return {"name": person.full_name, "url": reverse("person_detail", args=[person.pk])}
