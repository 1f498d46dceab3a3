"""The gaps of one person, and the sheet for the file."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.people.filing.forms import MomentForm
from thenchot.platform.clock import today
from thenchot.standards.access import SEE_GAPS
from thenchot.standards.actions import may_exempt
from thenchot.standards.listings import tables_of
from thenchot.standards.prints import sheet_answer
from thenchot.standards.queries.persons import get_readable, sheets_of


@require_safe
def person_gaps(request, pk):
    """At any day, as the file stands or as it stood on another day."""
    actor, person = request.actor, get_readable(request.actor, pk)
    _note(request, person)
    form = MomentForm(request.GET or None)
    moment = form.moment() if request.GET else None
    on, said = (moment.on or today(), moment.said) if moment else (today(), None)
    judged, sheets = sheets_of(person, on, said)
    exempting = not said and bool(may_exempt(actor, person))
    context = {
        "person": person,
        "judged": judged,
        "rows": tables_of(actor, person, sheets, may_exempt=exempting),
        "moment": _moment(on, said),
        "form": form,
        "own": _is_own(actor, person),
        "may_list": actor.has(SEE_GAPS),
    }
    return render(request, "standards/person_gaps.html", context)


@require_safe
def person_gaps_print(request, pk):
    person = get_readable(request.actor, pk)
    _note(request, person)
    return sheet_answer(person, today())


def _moment(on, said) -> str:
    parts = [_("Đúng vào ngày %(day)s") % {"day": f"{on:%d/%m/%Y}"}]
    if said:
        parts.append(_("theo hồ sơ ghi vào ngày %(day)s") % {"day": f"{said:%d/%m/%Y}"})
    return ", ".join(parts)


def _is_own(actor, person) -> bool:
    return person.account_id is not None and person.account_id == actor.account_id


def _note(request, person):
    """Reading somebody else's qualifications is logged."""
    if not _is_own(request.actor, person):
        request.actor.reads.append(person)
