"""Terms, committees and their seats, with who sits there on a day."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.organisation.queries.committees import get_committee
from thenchot.people.access import SEE
from thenchot.people.staffing import actions, forms
from thenchot.people.staffing import committees as queries
from thenchot.people.staffing.listings import CommitteeListing, SeatListing
from thenchot.people.staffing.printing import composition_docx
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment


@require_safe
def committee_list(request):
    """Terms with their committees and how their seats stand today."""
    terms = queries.list_by_term(request.actor, today())
    for row in terms:
        row.offers = actions.COMMITTEE_OF_TERM.offers(request.actor, row.term)
        row.table = CommitteeListing(row.committees, actor=request.actor, label=row.label)
    new = actions.TERM.named["new"]
    context = {
        "terms": terms,
        "new": new if new.decide(request.actor, None) else None,
        "new_url": actions.TERM.address("new"),
    }
    return render(request, "people/committee_list.html", context)


@require_safe
def committee_detail(request, pk):
    actor, committee, on = request.actor, get_committee(request.actor, pk), _day(request)
    reads = actor.has(SEE)
    rows = queries.composition(actor, committee, on)
    context = {
        "committee": committee,
        "on": on,
        "seats": SeatListing.of(rows, actor, committee, reads=reads),
        "total": len(rows),
        "reads": reads,
        "form": forms.DayForm(initial={"on": on}),
        "history": queries.history_of(committee) if reads else (),
        "filled": sum(row.seating is not None for row in rows),
        "offers": [
            *actions.COMMITTEE.offers(actor, committee),
            *actions.SEAT_OF_COMMITTEE.offers(actor, committee),
        ],
    }
    return render(request, "people/committee_detail.html", context)


@require_safe
def committee_print(request, pk):
    committee, on = get_committee(request.actor, pk), _day(request)
    require_somewhere(request.actor, SEE)
    content = composition_docx(committee, queries.composition(request.actor, committee, on), on)
    return attachment(content, f"thanh-phan-{pk}.docx", DOCX)


def _day(request):
    form = forms.DayForm(request.GET)
    return (form.cleaned_data.get("on") if form.is_valid() else None) or today()
