"""Headcount by bloc against approved numbers and documents; the numbers themselves are entered from
here.
"""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.organisation.access import KEEP_POSTS, SEE_POSTS
from thenchot.organisation.queries import get_unit, homes_over
from thenchot.organisation.services import quotas as services
from thenchot.people.staffing import forms
from thenchot.people.staffing.headcount import headcount_table
from thenchot.people.staffing.printing import headcount_sheet
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent


@require_safe
def headcount(request):
    form, home, on = _chosen(request)
    context = {"form": form, "on": on, "home": home}
    if home:
        context |= {
            "table": headcount_table(home, on),
            "may_keep": bool(request.actor.may(KEEP_POSTS, home.path)),
        }
    return render(request, "people/headcount.html", context)


@require_safe
def headcount_export(request):
    _form, home, on = _chosen(request)
    if home is None:
        return headcount(request)
    return attachment(headcount_sheet(headcount_table(home, on)), f"bien-che-{on:%Y%m%d}.xlsx")


@form_page
def quota_new(request, pk):
    home = _home(request, pk)
    form = forms.QuotaForm(sent(request), initial={"year": today().year})
    if form.is_valid() and attempt(
        form, lambda: services.set_quota(request.actor, unit_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi biên chế được giao."), "headcount")
    return _ask(request, form, _("Biên chế được giao") + f": {home}")


@form_page
def limit_new(request, pk):
    """How many may hold a title, in a term or at any time."""
    home = _home(request, pk)
    form = forms.LimitForm(sent(request), home=home, initial={"unit": home})
    if form.is_valid() and attempt(
        form, lambda: services.set_title_limit(request.actor, **form.facts())
    ):
        return done(request, _("Đã ghi số lượng được bố trí."), "headcount")
    return _ask(request, form, _("Số lượng theo chức danh"))


@form_page
def headcount_state(request, pk):
    """What a document says of a day, kept to compare."""
    home = _home(request, pk)
    form = forms.StatedForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: services.state_headcount(request.actor, unit_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi số liệu của văn bản."), "headcount")
    return _ask(request, form, _("Số liệu ghi trong văn bản") + f": {home}")


def _chosen(request):
    require_somewhere(request.actor, SEE_POSTS)
    homes = homes_over(request.actor, SEE_POSTS)
    form = forms.HomeDayForm(request.GET, homes=homes)
    said = form.cleaned_data if form.is_valid() else {}
    return form, said.get("home") or homes.first(), said.get("on") or today()


def _home(request, pk):
    home = get_unit(request.actor, pk)
    require(request.actor, KEEP_POSTS, home.path)
    return home


def _ask(request, form, title):
    return ask(
        request, form, title=title, submit=_("Ghi"), back=reverse("headcount"), above=_("Biên chế")
    )
