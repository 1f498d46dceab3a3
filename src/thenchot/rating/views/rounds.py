"""One round of the year, and everything that is kept of it."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.platform.registers.register import Link
from thenchot.platform.registers.views import page_of
from thenchot.platform.scope.actor import require
from thenchot.rating.queries import rounds as queries
from thenchot.rating.records import groups_of
from thenchot.rating.registers.organisations import RoundOrganisationRegister
from thenchot.rating.registers.people import RoundPeopleRegister
from thenchot.worklog.access import EXPORT, SEE


def register_of_round(request, pk):
    """Of its people, or of the organisations its head recognises."""
    found = queries.get_round(request.actor, pk)
    of_people = queries.is_of_persons(found)
    register = (RoundPeopleRegister if of_people else RoundOrganisationRegister)(request, pk=pk)
    register.round = found
    return register


round_detail = page_of(register_of_round)


@require_safe
def round_records(request, pk):
    """Everything Đ24 asks to be kept, on one page."""
    found = queries.get_round(request.actor, pk)
    require(request.actor, SEE, found.unit.path)
    links = _files(found) if request.actor.may(EXPORT, found.unit.path) else []
    context = {"round": found, "groups": groups_of(found), "links": links}
    return render(request, "rating/records.html", context)


def _files(found) -> list[Link]:
    """Official forms of the round. Results by the Party's rules are not sent to the State."""
    files = [
        Link(_("Bảng tổng hợp"), reverse("round_summary", args=[found.pk])),
        Link(_("Thống kê"), reverse("round_statistics", args=[found.pk])),
    ]
    if found.is_of_party:
        return files
    national = _("Tệp gửi CSDL quốc gia (Excel)")
    return [
        *files,
        Link(national, reverse("round_national", args=[found.pk, "xlsx"])),
        Link("JSON", reverse("round_national", args=[found.pk, "json"])),
    ]
