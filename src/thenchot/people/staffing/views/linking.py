"""Free titles tied to titles, people of an ended unit moved to its heir."""

from django import forms as django_forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thenchot.kernel.typed import id_of
from thenchot.organisation.queries import get_unit, heirs_of, homes_over
from thenchot.organisation.queries.titles import titles_for
from thenchot.people.access import EDIT
from thenchot.people.staffing import forms, linking
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.forms import attempt, sent

SHOWN = 200  # groups of texts on the page


@require_http_methods(["GET", "HEAD", "POST"])
def title_link(request):
    """Every text no title is tied to, with the title it seems to mean; a person confirms or chooses
    another.
    """
    require_somewhere(request.actor, EDIT)
    homes = homes_over(request.actor, EDIT)
    choose = forms.HomeForm(request.GET, homes=homes)
    home = (choose.cleaned_data.get("home") if choose.is_valid() else None) or homes.first()
    if home is None:
        raise NotVisible
    form = django_forms.Form(sent(request))
    if form.is_valid():
        count = attempt(
            form,
            lambda: linking.link_titles(
                request.actor, home_id=home.pk, choices=_choices(request.POST)
            ),
        )
        if count is not None:
            text = _("Đã gắn chức danh cho %(count)s vị trí công tác.") % {"count": count}
            messages.success(request, text)
            return redirect(f"{reverse('title_link')}?home={home.pk}")
    groups = linking.unlinked_titles(home)
    context = {
        "groups": groups[:SHOWN],
        "total": len(groups),
        "home": home,
        "titles": list(titles_for(home)),
        "form": form,
        "choose": choose if len(homes) > 1 else None,
    }
    return render(request, "people/title_link.html", context)


def _choices(post) -> dict[str, int]:
    """Key of a group -> id of the title chosen."""
    return {
        key.removeprefix("t-"): title
        for key, value in post.items()
        if key.startswith("t-") and (title := id_of(value))
    }


@require_POST
def appointments_move(request, pk):
    """People whom an ended unit left behind, chosen one by one, into its heir. The form stands on
    the page of the unit.
    """
    unit = get_unit(request.actor, pk)
    require(request.actor, EDIT, unit.path)
    form = forms.MoveForm(
        request.POST, left=linking.left_in_unit(request.actor, unit, today()), heirs=heirs_of(unit)
    )
    count = None
    if form.is_valid():
        count = attempt(
            form, lambda: linking.move_appointments(request.actor, unit_id=pk, **form.facts())
        )
    for problem in [error for errors in form.errors.values() for error in errors]:
        messages.error(request, problem)
    if count is not None:
        messages.success(request, _("Đã chuyển %(count)s người.") % {"count": count})
    return redirect("unit_followup", pk)
