"""The list of titles, and the titles a locality adds."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.organisation import catalogue, queries
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.forms import titles as forms
from thenchot.organisation.queries.titles import get_title, list_titles
from thenchot.organisation.services import titles as services
from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent


@require_safe
def title_list(request):
    rows = list(list_titles(request.actor))
    keepers = request.actor.paths_for(KEEP_POSTS)
    for title in rows:
        title.is_editable = title.unit is not None and any(
            title.unit.path.startswith(path) for path in keepers
        )
    context = {"titles": rows, "source": catalogue.source_of("titles"), "may_add": bool(keepers)}
    return render(request, "organisation/title_list.html", context)


@form_page
def title_new(request):
    require_somewhere(request.actor, KEEP_POSTS)
    form = forms.NewTitleForm(sent(request), homes=queries.homes_over(request.actor, KEEP_POSTS))
    if form.is_valid() and attempt(form, lambda: services.add_title(request.actor, **form.facts())):
        return done(request, _("Đã thêm chức danh."), "title_list")
    return _ask(request, form, _("Thêm chức danh"), _("Thêm"))


@form_page
def title_edit(request, pk):
    title = _own(request, pk)
    initial = {name: getattr(title, name) for name in forms.TitleForm().fields} | {
        "names": "\n".join(title.names)
    }
    form = forms.TitleForm(sent(request), initial=initial)
    if form.is_valid() and attempt(
        form, lambda: services.correct_title(request.actor, title_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi thay đổi."), "title_list")
    return _ask(request, form, _("Sửa chức danh"), _("Ghi"))


@form_page
def title_end(request, pk):
    title = _own(request, pk)
    form = forms.LastDayForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: services.end_title(request.actor, title_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Chức danh thôi dùng."), "title_list")
    return _ask(request, form, _("Thôi dùng chức danh") + f": {title}", _("Ghi"))


def _own(request, pk):
    """A shipped title belongs to nobody here: who may keep titles somewhere is told so by the
    service.
    """
    title = get_title(request.actor, pk)
    if title.unit:
        require(request.actor, KEEP_POSTS, title.unit.path)
    else:
        require_somewhere(request.actor, KEEP_POSTS)
    return title


def _ask(request, form, title, submit):
    return ask(
        request, form, title=title, submit=submit, back=reverse("title_list"), above=_("Chức danh")
    )
