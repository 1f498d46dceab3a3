"""Free titles tied to titles, appointments to job positions, people of an ended unit to its
heir.
"""

from django import forms as django_forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thenchot.organisation.queries import get_unit, heirs_of, homes_over
from thenchot.organisation.queries.schemes import get_position
from thenchot.organisation.queries.titles import titles_for
from thenchot.people.access import EDIT
from thenchot.people.services import get_seat
from thenchot.people.staffing import forms, linking
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent

SHOWN = 200  # groups of texts on the page


@form_page
def title_link(request):
    """Every text no title is tied to, with the title it seems to mean; a person confirms or chooses
    another.
    """
    require_somewhere(request.actor, EDIT)
    homes = homes_over(request.actor, EDIT)
    choose = forms.HomeDayForm(request.GET, homes=homes)
    home = (choose.cleaned_data.get("home") if choose.is_valid() else None) or homes.first()
    if home is None:
        raise NotVisible
    form = django_forms.Form(sent(request))
    if form.is_valid():
        choices = {
            key.removeprefix("t-"): int(value)
            for key, value in request.POST.items()
            if key.startswith("t-") and value.isdigit()
        }
        count = attempt(
            form, lambda: linking.link_titles(request.actor, home_id=home.pk, choices=choices)
        )
        if count is not None:
            messages.success(
                request, _("Đã gắn chức danh cho %(count)s vị trí công tác.") % {"count": count}
            )
            return redirect(f"{reverse('title_link')}?home={home.pk}")
    groups = linking.unlinked_titles(home)
    context = {
        "groups": groups[:SHOWN],
        "total": len(groups),
        "home": home,
        "titles": list(titles_for(home)),
        "form": form,
        "choose": choose,
        "homes": homes,
    }
    return render(request, "people/title_link.html", context)


@form_page
def position_fill(request, pk):
    """From the page of a position: which appointment fills it."""
    position = get_position(request.actor, pk)
    require(request.actor, EDIT, position.path)
    form = forms.FillForm(sent(request), position=position)
    if form.is_valid() and attempt(
        form, lambda: linking.link_position(request.actor, position_id=pk, **form.facts())
    ):
        return done(request, _("Đã gắn người với vị trí việc làm."), "position_detail", pk)
    back = reverse("position_detail", args=[pk])
    return ask(
        request,
        form,
        title=_("Gắn người với vị trí việc làm"),
        submit=_("Gắn"),
        back=back,
        above=position.name,
    )


@form_page
def appointment_position(request, pk):
    """From the page of a person: which position the appointment fills."""
    seat = get_seat(request.actor, pk)
    form = forms.PositionOfForm(
        sent(request), unit=seat.unit, initial={"position": seat.position_id}
    )
    if form.is_valid() and attempt(
        form, lambda: linking.link_position(request.actor, appointment_id=pk, **form.facts())
    ):
        return done(request, _("Đã ghi vị trí việc làm."), "person_detail", seat.person_id)
    title, back = (
        _("Vị trí việc làm") + f": {seat.title}, {seat.unit}",
        reverse("person_detail", args=[seat.person_id]),
    )
    return ask(request, form, title=title, submit=_("Ghi"), back=back, above=seat.person.full_name)


@require_POST
def appointments_move(request, pk):
    """People whom an ended unit left behind, chosen one by one, into its heir."""
    unit = get_unit(request.actor, pk)
    require(request.actor, EDIT, unit.path)
    form = forms.MoveForm(
        request.POST, left=linking.left_in_unit(request.actor, unit, today()), heirs=heirs_of(unit)
    )
    if form.is_valid():
        count = attempt(
            form, lambda: linking.move_appointments(request.actor, unit_id=pk, **form.facts())
        )
        if count is not None:
            return done(
                request, _("Đã chuyển %(count)s người.") % {"count": count}, "unit_followup", pk
            )
    for problem in [error for errors in form.errors.values() for error in errors]:
        messages.error(request, problem)
    return redirect("unit_followup", pk)
