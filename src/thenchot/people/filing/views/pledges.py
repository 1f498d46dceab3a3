"""The pledges of one person, and one of them on paper."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.people.filing import pledges
from thenchot.people.filing.actions import PLEDGE, PLEDGE_OF_PERSON, get_pledge
from thenchot.people.filing.prints import pledge as pledge_print
from thenchot.people.filing.reading import get_readable_person
from thenchot.platform.ui.answers import DOCX, attachment


@require_safe
def person_pledges(request, pk):
    person = get_readable_person(request.actor, pk)
    offers = PLEDGE_OF_PERSON.offers(request.actor, person)
    rows = []
    for pledge in pledges.pledges_of(person):
        pledge.person = person
        rows.append((pledge, PLEDGE.offers(request.actor, pledge) if offers else []))
    context = {"person": person, "pledges": rows, "offers": offers}
    return render(request, "people/person_pledges.html", context)


@require_safe
def pledge_docx(request, pk):
    pledge = get_pledge(request.actor, pk)
    name = f"cam-ket-{pledge.year}-{pledge.person.full_name}.docx"
    return attachment(pledge_print.write(pledge.person, pledge), name, DOCX)
