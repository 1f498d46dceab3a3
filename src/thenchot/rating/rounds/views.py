"""One round of the year, everything that is kept of it, and what is taken along."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.people.access import SEE_SENSITIVE
from thenchot.platform.registers.register import Link
from thenchot.platform.registers.views import page_of
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.rating.rounds import queries
from thenchot.rating.rounds.records import groups_of
from thenchot.rating.rounds.registers.organisations import RoundOrganisationRegister
from thenchot.rating.rounds.registers.people import RoundPeopleRegister
from thenchot.rating.rounds.rules import may_be_sent
from thenchot.rating.rounds.services.sending import note_export
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


@require_safe
def meeting_print(request, pk):
    from thenchot.rating.rounds.prints import minutes  # writes Word: only when it is asked for

    meeting = queries.get_meeting(request.actor, pk)
    votes = queries.votes_of(meeting)
    request.actor.reads.extend(vote.rating.person for vote in votes)
    return attachment(
        minutes.write(meeting, votes), f"bien-ban-xep-loai-{meeting.held_on:%Y%m%d}.docx", DOCX
    )


@require_safe
def round_summary(request, pk):
    from thenchot.rating.rounds.prints import tables  # writes Word: only when it is asked for

    found = _exported(request, pk, "summary")
    return attachment(tables.summary(found), f"tong-hop-xep-loai-{found.year}.xlsx")


@require_safe
def round_statistics(request, pk):
    from thenchot.rating.rounds.prints import tables  # writes Word: only when it is asked for

    found = _exported(request, pk, "statistics")
    return attachment(tables.statistics(found), f"thong-ke-xep-loai-{found.year}.xlsx")


@require_safe
def round_national(request, pk, form):
    """Identity numbers only for whoever may read them in the files."""
    from thenchot.rating.rounds.prints import tables  # writes Word: only when it is asked for

    if form not in ("xlsx", "json"):
        raise NotVisible(form)
    may_be_sent(queries.get_round(request.actor, pk).rules).or_refuse()
    found = _exported(request, pk, f"national_{form}")
    records = tables.results(
        found, with_identity=bool(request.actor.may(SEE_SENSITIVE, found.unit.path))
    )
    if form == "json":
        answer = HttpResponse(tables.national_json(found, records), content_type="application/json")
        answer["Content-Disposition"] = f'attachment; filename="xep-loai-{found.year}.json"'
        return answer
    return attachment(tables.national_xlsx(found, records), f"xep-loai-{found.year}.xlsx")


def _exported(request, pk, what):
    found = queries.get_round(request.actor, pk)
    require(request.actor, EXPORT, found.unit.path)
    if not queries.is_of_persons(found):
        raise NotVisible(f"round {pk}")
    note_export(request.actor, round_id=found.pk, what=what)
    return found
