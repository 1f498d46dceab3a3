"""Headcount by bloc against approved numbers and documents; the numbers themselves are entered from
here.
"""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.organisation.access import SEE_POSTS
from thenchot.organisation.queries import homes_over
from thenchot.people.headcount import headcount_table
from thenchot.people.staffing import forms
from thenchot.people.staffing.actions import offers_of_home
from thenchot.people.staffing.listings import LimitListing
from thenchot.people.staffing.printing import headcount_sheet
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import attachment


@require_safe
def headcount(request):
    form, home, on = _chosen(request)
    context = {"form": form, "on": on, "home": home}
    if home:
        table = headcount_table(home, on)
        context |= {
            "table": table,
            "limits": LimitListing(table.limits, actor=request.actor) if table.limits else None,
            "offers": offers_of_home(request.actor, home),
        }
    return render(request, "people/headcount.html", context)


@require_safe
def headcount_export(request):
    _form, home, on = _chosen(request)
    if home is None:
        return headcount(request)
    return attachment(headcount_sheet(headcount_table(home, on)), f"bien-che-{on:%Y%m%d}.xlsx")


def _chosen(request):
    require_somewhere(request.actor, SEE_POSTS)
    homes = homes_over(request.actor, SEE_POSTS)
    form = forms.HomeDayForm(request.GET, homes=homes)
    said = form.cleaned_data if form.is_valid() else {}
    return form, said.get("home") or homes.first(), said.get("on") or today()
