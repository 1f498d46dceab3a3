"""The catalogue of hard tasks: the list, who answers for each, how it ended."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.worklog.access import KEEP_HARD, SEE_LOG
from thenchot.worklog.forms import daily as forms
from thenchot.worklog.queries.hard_tasks import get_hard_task, list_hard_tasks
from thenchot.worklog.services import hard_tasks

PER_PAGE = 50


@require_safe
@login_required
def hard_list(request):
    require_somewhere(request.actor, SEE_LOG)
    page = Paginator(list_hard_tasks(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    for one in page:
        one.may_keep = bool(request.actor.may(KEEP_HARD, one.unit.path)) and one.state == "open"
    return render(
        request,
        "worklog/hard_task_list.html",
        {"page": page, "on": today(), "may_open": request.actor.has(KEEP_HARD)},
    )


@form_page
@login_required
def hard_new(request):
    require_somewhere(request.actor, KEEP_HARD)
    form = forms.HardForm(
        sent(request), actor=request.actor, initial={"task": request.GET.get("task", "")}
    )
    if form.is_valid() and attempt(
        form, lambda: hard_tasks.open_hard_task(request.actor, **form.facts())
    ):
        return done(request, _("Đã ghi vào danh mục việc khó."), "hard_list")
    return _ask(request, form, _("Việc khó cần người chịu trách nhiệm"), _("Ghi"))


@form_page
@login_required
def hard_edit(request, pk):
    found = _kept(request, pk)
    form = forms.HardChangeForm(
        sent(request),
        actor=request.actor,
        initial={"responsible": found.responsible_id, "due_on": found.due_on},
    )
    if form.is_valid() and attempt(
        form, lambda: hard_tasks.change_hard_task(request.actor, hard_id=pk, **form.facts())
    ):
        return done(request, _("Đã đổi."), "hard_list")
    return _ask(request, form, _("Người chịu trách nhiệm, hạn") + f": {found.name}", _("Đổi"))


@form_page
@login_required
def hard_end(request, pk):
    found = _kept(request, pk)
    form = forms.HardEndForm(sent(request))
    if form.is_valid() and attempt(form, lambda: _end(request, pk, form.cleaned_data)):
        return done(request, _("Đã ghi kết quả."), "hard_list")
    return _ask(request, form, _("Kết thúc việc khó") + f": {found.name}", _("Ghi"))


def _end(request, pk, said):
    do = hard_tasks.solve_hard_task if said["how"] == "solved" else hard_tasks.drop_hard_task
    return do(request.actor, hard_id=pk, outcome=said["outcome"])


def _kept(request, pk):
    found = get_hard_task(request.actor, pk)
    require(request.actor, KEEP_HARD, found.unit.path)
    return found


def _ask(request, form, title, submit):
    return ask(
        request, form, title=title, submit=submit, back=reverse("hard_list"), above=_("Việc khó")
    )
