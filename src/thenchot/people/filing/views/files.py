"""Pages of one file: reading it at a day, the prints, the numbers of the staff."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from thenchot.people import queries
from thenchot.people.access import EDIT, EXPORT, is_own
from thenchot.people.filing import confirming, forms, prints, reading, scans
from thenchot.people.filing.file_page import FilePage
from thenchot.people.filing.listings import FileCareerListing
from thenchot.people.filing.places import chosen_home
from thenchot.people.panels import panels_for
from thenchot.people.queries import keep_place
from thenchot.people.statistics.quality import quality_sheet
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment


@require_safe
def person_file(request, pk):
    """The whole file as far as the actor may read it, at a day; who looked at it is noted."""
    actor = request.actor
    person = reading.get_readable_person(actor, pk)
    form = forms.MomentForm(request.GET or None)
    moment = form.moment()
    place = keep_place(person)
    may_edit = bool(actor.may(EDIT, place)) and not moment
    file = reading.open_file(actor, person, moment)
    confirmed = confirming.confirmed_on(person)
    page = FilePage(
        actor,
        person,
        place,
        file,
        may_edit=may_edit,
        may_propose=is_own(actor, person) and not moment,
        is_confirmed=bool(confirmed or moment),
    )
    seats = list(reading.career_at(person, moment))
    context = {
        "person": person,
        "file": file,
        "page": page,
        "form": form,
        "moment": moment,
        "own": is_own(actor, person),
        "seats": FileCareerListing(seats, actor=actor) if seats else None,
        "photo": person.photo_id if not file.hidden else None,
        "scans": scans.list_scans(person) if not file.hidden else [],
        "too_early": moment.said and moment.at < person.recorded_at,
        "confirmed": confirmed,
        "forms": prints.FORMS if not file.hidden else (),
        "panels": panels_for(actor, person) if not moment else [],
    }
    return render(request, "people/file.html", context)


@require_safe
def my_file(request):
    person = queries.person_of(request.actor.account_id)
    return redirect("person_file", person.pk) if person else render(request, "people/no_file.html")


@require_safe
def person_print(request, pk, name):
    """A form of the file as Word: only for whoever may read all of it, and for the person."""
    person = reading.get_readable_person(request.actor, pk)
    if name not in dict(prints.FORMS):
        raise NotVisible
    reading.may_print(request.actor, person).or_refuse()
    content = prints.write(request.actor, person, name, on=today())
    return attachment(content, prints.file_name(person, name), DOCX)


@require_safe
def staff_statistics(request):
    """Number and quality of the staff in the columns of the official form."""
    require_somewhere(request.actor, EXPORT)
    home = chosen_home(request.actor, request.GET.get("unit", ""))
    return attachment(quality_sheet(home, today()), "so-luong-chat-luong.xlsx")
