"""One person, and the lists of people that leave as files of their own."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.kernel.decision import Decision, Refused
from thenchot.people import exports, queries, services
from thenchot.people.access import EDIT, EXPORT, SEE, SEE_PRIVATE, SEE_SENSITIVE
from thenchot.people.actions import PERSON
from thenchot.people.filing.reading import readable
from thenchot.people.models import Person
from thenchot.people.panels import panels_for
from thenchot.people.queries import keep_place
from thenchot.people.registers import PersonFilter
from thenchot.people.staffing.listings import CareerListing
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import missing, require_somewhere
from thenchot.platform.ui.answers import attachment


@require_safe
def person_export_whole(request):
    """Identity and insurance numbers leave the house: every person in the list is a read, the list
    an event.
    """
    require_somewhere(request.actor, EXPORT)
    require_somewhere(request.actor, SEE_SENSITIVE)
    filters = _asked(request)
    services.note_export(request.actor, filters, what="whole")
    return attachment(exports.whole_sheet(request.actor, **filters), "ho-so-day-du.xlsx")


@require_safe
def person_listing(request):
    """The official list to print, with both halves of the birth date."""
    require_somewhere(request.actor, EXPORT)
    require_somewhere(request.actor, SEE_PRIVATE)
    filters = _asked(request)
    services.note_export(request.actor, filters, what="listing")
    content = exports.listing_sheet(request.actor, on=today(), **filters)
    return attachment(content, "trich-ngang.xlsx")


def _asked(request) -> dict:
    """The list narrowed as on its page."""
    return PersonFilter(request.GET, queryset=Person.objects.none(), request=request).asked()


@require_safe
def person_template(request):
    return attachment(exports.template(), "mau-can-bo.xlsx")


@require_safe
def person_detail(request, pk):
    actor, person = request.actor, queries.get_person(request.actor, pk)
    if person.account_id != actor.account_id:
        _seen(actor, person)
    private = queries.may_see_private(actor, person)
    if private and person.born_on:
        actor.reads.append(person)
    may_edit = bool(actor.may(EDIT, keep_place(person)))
    context = {
        "person": person,
        "seats": CareerListing.of(queries.career_of(actor, person), actor, may_edit=may_edit),
        "private": private,
        "may_read_file": bool(readable(actor, person)),
        "offers": PERSON.offers(actor, person, "account", "edit", "appoint"),
        "panels": panels_for(actor, person),
    }
    return render(request, "people/person_detail.html", context)


def _seen(actor, person):
    """Visible, and with the permission to read people in a unit where the person sits or sat."""
    if not queries.may_see(actor, person):
        raise Refused(Decision.no(missing(SEE)))
