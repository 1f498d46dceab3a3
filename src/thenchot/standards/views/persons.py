"""The gaps of one person, the sheet for the file, exemptions."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.people.filing.forms import MomentForm
from thenchot.people.queries import get_person
from thenchot.people.services import place_of
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.ui.forms import attempt, sent
from thenchot.standards import forms
from thenchot.standards.access import EXEMPT, SEE_GAPS
from thenchot.standards.evaluation import judge_person
from thenchot.standards.models import Exemption
from thenchot.standards.prints import sheet_answer
from thenchot.standards.queries.persons import get_readable, sheets_of
from thenchot.standards.services import issuing

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def person_gaps(request, pk):
    """At any day, as the file stands or as it stood on another day."""
    person = get_readable(request.actor, pk)
    _note(request, person)
    form = MomentForm(request.GET or None)
    moment = form.moment() if request.GET else None
    on, said = (moment.on or today(), moment.said) if moment else (today(), None)
    judged, sheets = sheets_of(person, on, said)
    own = person.account_id is not None and person.account_id == request.actor.account_id
    context = {
        "person": person,
        "judged": judged,
        "sheets": sheets,
        "on": on,
        "said": said,
        "form": form,
        "own": own,
        "may_exempt": not said and bool(request.actor.may(EXEMPT, place_of(person))),
        "may_list": request.actor.has(SEE_GAPS),
    }
    return render(request, "standards/person_gaps.html", context)


@require_safe
def person_gaps_print(request, pk):
    person = get_readable(request.actor, pk)
    _note(request, person)
    return sheet_answer(person, today())


@form_page
def exemption_new(request, pk):
    person = get_person(request.actor, pk)
    require(request.actor, EXEMPT, place_of(person))
    judged = judge_person(person.pk, today())
    form = forms.ExemptionForm(
        sent(request),
        asked=[gap.demand.standard for gap in judged.gaps],
        initial=request.GET.dict(),
    )
    if form.is_valid() and attempt(
        form, lambda: issuing.exempt(request.actor, person_id=pk, **form.cleaned_data)
    ):
        return _done(request, pk, _("Đã ghi miễn tiêu chuẩn."))
    return _form(request, form, person, _("Miễn tiêu chuẩn"), _("Ghi"))


@form_page
def exemption_end(request, pk):
    found = (
        Exemption.objects.visible_to(request.actor)
        .select_related("person__registered_in", "requirement")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    require(request.actor, EXEMPT, place_of(found.person))
    form = forms.EndForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: issuing.end_exemption(request.actor, exemption_id=pk, **form.cleaned_data)
    ):
        return _done(request, found.person_id, _("Đã kết thúc miễn tiêu chuẩn."))
    return _form(
        request,
        form,
        found.person,
        _("Kết thúc miễn") + f": {found.requirement.name}",
        _("Kết thúc"),
    )


def _note(request, person):
    """Reading somebody else's qualifications is logged."""
    if person.account_id is None or person.account_id != request.actor.account_id:
        request.actor.reads.append(person)


def _done(request, pk, text):
    messages.success(request, text)
    return redirect("person_gaps", pk)


def _form(request, form, person, title, submit):
    back = reverse("person_gaps", args=[person.pk])
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
        "above": person.full_name,
    }
    return render(request, "ui/form_page.html", context)
