from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.programmes import access, forms
from thenchot.programmes.actions import ACTIONS, offers
from thenchot.programmes.exports import task_sheet
from thenchot.programmes.labels import CLARITY
from thenchot.programmes.models import Difficulty, Extension, Task
from thenchot.programmes.queries import tasks as queries
from thenchot.programmes.services import extending, helping
from thenchot.programmes.services.desks import missing_clarities
from thenchot.programmes.views.answering import attempt, posted

PAGE = 50


def here(actor):
    """The branch whose policy the lists of this person use."""
    return next(iter(actor.paths_for(access.SEE_TASKS)), "/")


def filters_of(request):
    form = forms.FilterForm(request.GET)
    values = form.cleaned_data if form.is_valid() else {}
    return form, queries.Filters(**{k: v for k, v in values.items() if v not in (None, "")})


def task_list(request):
    form, filters = filters_of(request)
    page = Paginator(queries.list_tasks(request.actor, filters, on=today()), PAGE).get_page(
        request.GET.get("page")
    )
    rows = queries.judged(page.object_list, on=today(), path=here(request.actor))
    template = "programmes/_task_rows.html" if request.htmx else "programmes/task_list.html"
    return render(request, template, {"form": form, "page": page, "rows": rows})


def task_export(request):
    _, filters = filters_of(request)
    rows = queries.list_tasks(request.actor, filters, on=today())
    return task_sheet(queries.judged(rows, on=today(), path=here(request.actor)))


def task_detail(request, pk):
    task = queries.get_task_page(request.actor, pk, on=today())
    missing = [CLARITY[c] for c in missing_clarities(task)]
    context = {"task": task, "offers": offers(request.actor, task), "missing": missing}
    context["granting"] = (
        extending.granting_units(task) if any(e.state == "asked" for e in task.asked) else []
    )
    return render(request, "programmes/task_detail.html", context)


def task_history(request, pk):
    return render(
        request, "programmes/task_history.html", {"task": queries.get_history(request.actor, pk)}
    )


def task_act(request, pk, name):
    """One form, one service. Outside the scope 404; not for this role 403 with the reason; refused
    by a rule: the form.
    """
    if name not in ACTIONS:
        raise Http404(name)
    action, task = ACTIONS[name], queries.get_task_page(request.actor, pk, on=today())
    form = action.form(*posted(request), task=task, actor=request.actor)
    if not action.offered(request.actor, task):
        _explain_absence(request.actor, task, name)
    if request.method == "POST" and form.is_valid() and (answer := _run(request, action, form, pk)):
        return answer
    return _form_page(request, task, action.title, form)


def extension_decide(request, pk):
    extension = _visible(request.actor, Extension, pk)
    require_somewhere(request.actor, access.DECIDE_EXTENSION)
    task = queries.get_task_page(request.actor, extension.task_id, on=today())
    extension.task = task
    extending.deciding_unit(request.actor, extension)
    form = forms.DecideExtensionForm(
        posted(request)[0],
        task=task,
        actor=request.actor,
        initial={"granted_on": extension.proposed_on},
    )
    if request.method == "POST" and form.is_valid():
        answer = attempt(
            request,
            form,
            lambda: _decide(request.actor, pk, form.cleaned_data),
            _("Đã ghi quyết định."),
            reverse("task_detail", args=[task.pk]),
        )
        if answer:
            return answer
    return _form_page(request, task, _("Quyết định gia hạn"), form, extension=extension)


def difficulty_answer(request, pk):
    difficulty = _visible(request.actor, Difficulty, pk)
    task = queries.get_task_page(request.actor, difficulty.task_id, on=today())
    require(request.actor, access.ANSWER_DIFFICULTY, difficulty.desk.path)
    form = forms.AnswerForm(posted(request)[0], task=task, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        do = lambda: helping.answer_difficulty(request.actor, difficulty_id=pk, **form.cleaned_data)  # noqa: E731
        if answer := attempt(
            request, form, do, _("Đã trả lời."), reverse("task_detail", args=[task.pk])
        ):
            return answer
    return _form_page(request, task, _("Trả lời vướng mắc"), form, difficulty=difficulty)


def _run(request, action, form, pk):
    do = lambda: action.run(request.actor, pk, form.cleaned_data)  # noqa: E731
    return attempt(request, form, do, action.done, reverse("task_detail", args=[pk]))


def _form_page(request, task, title, form, **more):
    template = "programmes/_action_form.html" if request.htmx else "programmes/task_action.html"
    return render(request, template, {"task": task, "title": title, "form": form, **more})


def _explain_absence(actor, task, name):
    from thenchot.programmes.services.loading import refuse

    refuse(
        name,
        _(
            "Với vai trò hoặc tình trạng hiện tại của nhiệm vụ, ông (bà) không thực hiện được "
            "việc này."
        ),
    )


def _decide(actor, pk, data):
    if data["decision"] == "grant":
        task = Extension.objects.get(pk=pk)
        return extending.grant_extension(
            actor,
            extension_id=pk,
            granted_on=data["granted_on"] or task.proposed_on,
            note=data["note"],
        )
    return extending.refuse_extension(actor, extension_id=pk, note=data["note"])


def _visible(actor, model, pk):
    found = model.objects.filter(pk=pk, task__in=Task.objects.visible_to(actor)).first()
    if found is None:
        raise queries.NotVisible(pk)
    return found
