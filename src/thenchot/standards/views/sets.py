"""One set with its preview, and a draft drawn from what ships."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.organisation.wording import days_of
from thenchot.platform.scope.actor import require_somewhere
from thenchot.standards import forms
from thenchot.standards.access import EDIT, SEE, SEE_GAPS
from thenchot.standards.actions import SET, may_draft
from thenchot.standards.enums import Foresight
from thenchot.standards.labels import SET_TONES, SET_WORDS
from thenchot.standards.listings import ForeseenListing, RequirementListing
from thenchot.standards.queries import sets as queries
from thenchot.standards.services import drafting
from thenchot.standards.wording import place_of_set

PER_PAGE = 50


@require_safe
def set_detail(request, pk):
    actor, found = request.actor, queries.get_set(request.actor, pk)
    require_somewhere(actor, SEE)
    axes = queries.by_axis(found)
    change = bool(may_draft(actor, found))
    context = {
        "set": found,
        "state": (SET_WORDS[found.state], SET_TONES[found.state]),
        "place": place_of_set(found),
        "days": days_of(found) or _("chưa ban hành"),
        "requirements": RequirementListing(axes, change=change, actor=actor) if axes else None,
        "offers": SET.offers(actor, found),
        **_foreseen(request, found),
    }
    return render(request, "standards/set_detail.html", context)


def _foreseen(request, found) -> dict:
    """For a draft with a preview: people the actor may open, those who are new unless all are asked
    for.
    """
    rows = queries.list_foreseen(request.actor, found, SEE_GAPS)
    if rows is None:
        return {}
    everybody = request.GET.get("who") == "all"
    rows = rows if everybody else queries.newly_short(rows)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return {
        "everybody": everybody,
        "is_stale": found.foresight == Foresight.STALE,
        "page": page,
        "foreseen": ForeseenListing(page.object_list, actor=request.actor),
    }


@require_POST
def set_adopt(request):
    require_somewhere(request.actor, EDIT)
    form = forms.AdoptForm(request.POST)
    if not form.is_valid():
        return redirect("set_list")
    made = drafting.adopt(
        request.actor, unit_id=form.cleaned_data["unit"], code=form.cleaned_data["code"]
    )
    messages.success(request, _("Đã tạo dự thảo; đối chiếu các mức với quy định rồi mới ban hành."))
    return redirect("set_detail", made.pk)
