"""Home pages: where rooms meet."""

import sys
from collections import Counter

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.defaults import server_error

from thenchot.documents.queries import list_directives, saying
from thenchot.people.queries import list_people
from thenchot.platform.alerts.queries import list_unread, said_groups, unread_count
from thenchot.platform.alerts.registry import SEE
from thenchot.platform.backup import last_success
from thenchot.platform.clock import real_now, today
from thenchot.platform.ui import menu
from thenchot.platform.ui.desk import counts, kinds, sections
from thenchot.programmes.queries.tasks import list_tasks
from thenchot.programmes.queries.tasks import saying as task_saying
from thenchot.web import health

FOUND = 8
OPENED = 3  # kinds of waiting of which the first lines are shown


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
    waiting = sections(actor, today(), opened=OPENED)
    context = {
        "on": today(),
        "opened": waiting[:OPENED],
        "others": waiting[OPENED:],
        "notices": list_unread(actor)[:FOUND],
        "alerts": said_groups(actor, FOUND) if actor.has(SEE) else [],
    }
    if actor.has("accounts.administer"):
        context |= {"keeps_backups": True, "backup": last_success()}
    return render(request, "web/desk.html", context)


def waiting_counts(request):
    """How much waits behind the entries of the menu: asked for after a page has come."""
    found = counts(request.actor, today())
    at = {kind.code: kind.all_of for kind in kinds()}
    by_page = Counter({"alert_list": unread_count(request.actor), "desk": sum(found.values())})
    for code, number in found.items():
        by_page[at[code]] += number
    in_menu = {entry.url_name for entry in menu.entries()}
    shown = {name: number or "" for name, number in by_page.items() if name in in_menu}
    return render(request, "web/waiting_counts.html", {"counts": shown})


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
    """With title and unit: two people of one name are told apart."""
    seat = next(iter(person.seats), None)
    where = ", ".join(filter(None, (seat.title, seat.unit.name))) if seat else ""
    url = reverse("person_detail", args=[person.pk])
    return {"name": person.full_name, "more": where, "url": url}
