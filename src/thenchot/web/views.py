"""Home pages: where rooms meet."""

import sys
from collections import Counter

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string, select_template
from django.utils.translation import get_language
from django.views.decorators.http import require_POST
from django.views.defaults import server_error

from thenchot.platform.alerts.queries import list_unread, said_groups, unread_count
from thenchot.platform.alerts.registry import SEE
from thenchot.platform.backup import last_success
from thenchot.platform.clock import real_now, today
from thenchot.platform.ui import menu
from thenchot.platform.ui.desk import counts, kinds, sections
from thenchot.platform.ui.help import get_subject, subjects
from thenchot.platform.ui.starting import PUT_AWAY, YEAR, first_steps
from thenchot.web import health
from thenchot.web.finding import FOUND, found, pages, to_begin

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
    is_put_away = PUT_AWAY in request.COOKIES
    context = {
        "first_steps": [] if is_put_away else first_steps(actor),
        "on": today(),
        "opened": waiting[:OPENED],
        "others": waiting[OPENED:],
        "notices": list_unread(actor)[:FOUND],
        "alerts": said_groups(actor, FOUND) if actor.has(SEE) else [],
    }
    if actor.has("accounts.administer"):
        context |= {"keeps_backups": True, "backup": last_success()}
    return render(request, "web/desk.html", context)


@require_POST
def put_steps_away(request):
    """Remembered by the browser, as the language is."""
    answer = redirect("desk")
    answer.set_cookie(PUT_AWAY, "1", max_age=YEAR, httponly=True, samesite="Lax")
    return answer


def waiting_counts(request):
    """How much waits behind the entries of the menu: asked for after a page has come."""
    waiting = counts(request.actor, today())
    at = {kind.code: kind.all_of for kind in kinds()}
    by_page = Counter({"alert_list": unread_count(request.actor), "desk": sum(waiting.values())})
    for code, number in waiting.items():
        by_page[at[code]] += number
    in_menu = {entry.url_name for entry in menu.entries() if entry.is_open_to(request.actor)}
    shown = {name: number or "" for name, number in by_page.items() if name in in_menu}
    return render(request, "web/waiting_counts.html", {"counts": shown})


def search(request):
    """What the words name, for the page and for the box above it; all of it without JavaScript."""
    words = request.GET.get("q", "").strip()
    is_box = bool(request.htmx) and request.htmx.target == "palette-list"
    template = "web/_palette.html" if is_box else "web/search.html"
    return render(request, template, {"q": words, "kinds": found(request.actor, words)})


def help_list(request):
    return render(request, "web/help_list.html", {"subjects": subjects()})


def help_page(request, code):
    """Links of the text stand open where the reader may follow them."""
    subject = get_subject(code)
    if subject is None:
        raise Http404(code)
    template = select_template(subject.templates(get_language() or ""))
    context = {"subject": subject, "subjects": subjects(), "text": template.template.name}
    context["open_pages"] = {row.url for row in [*pages(request.actor), *to_begin(request.actor)]}
    return render(request, "web/help_page.html", context)
