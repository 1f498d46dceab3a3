"""Pages of one file: reading it at a day, changing it, proposing changes, the prints."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.kernel.decision import Decision, Refused
from thenchot.organisation.models import HOMES, Unit
from thenchot.organisation.queries import get_unit
from thenchot.people import queries
from thenchot.people.access import EDIT, EXPORT, SEE, SEE_PRIVATE
from thenchot.people.enums import ProposalState
from thenchot.people.filing import (
    caring,
    changing,
    completeness,
    forms,
    prints,
    proposing,
    reading,
    sheets,
)
from thenchot.people.filing.fields import PartForm
from thenchot.people.filing.sections import (
    NOT_FOR_THE_PERSON,
    Group,
    Section,
    group_of,
    part_of,
    section_of,
)
from thenchot.people.panels import panels_for
from thenchot.people.services import place_of, require_over
from thenchot.people.statistics.quality import quality_sheet

form_page = require_http_methods(["GET", "HEAD", "POST"])
from thenchot.platform.audit.queries import reads_of
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, missing, require, require_somewhere
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.forms import attempt, sent

PER_PAGE = 50


@require_safe
def person_file(request, pk):
    """The whole file as far as the actor may read it, at a day; who looked at it is noted."""
    person = readable_person(request, pk)
    form = forms.MomentForm(request.GET or None)
    file = reading.open_file(request.actor, person, form.moment())
    own = is_own(request.actor, person)
    context = {
        "person": person,
        "file": file,
        "form": form,
        "moment": form.moment(),
        "own": own,
        "seats": reading.career_at(person, form.moment()),
        "may_edit": bool(request.actor.may(EDIT, place_of(person))) and not form.moment(),
        "may_propose": own and not form.moment(),
        "not_for_the_person": NOT_FOR_THE_PERSON,
        "scans": caring.list_scans(person) if not file.hidden else [],
        "too_early": form.moment().said and form.moment().at < person.recorded_at,
        "confirmed": caring.confirmed_on(person),
        "forms": prints.FORMS if not file.hidden else (),
        "panels": panels_for(request.actor, person) if not form.moment() else [],
    }
    return render(request, "people/file.html", context)


@require_safe
def my_file(request):
    person = queries.person_of(request.actor.account_id)
    return redirect("person_file", person.pk) if person else render(request, "people/no_file.html")


def readable_person(request, pk):
    """404 outside the scope, 403 without any permission to read a file; else the read is noted."""
    person = queries.get_person(request.actor, pk)
    if is_own(request.actor, person):
        return person
    if not queries.may_see(request.actor, person):
        raise Refused(Decision.no(missing(SEE)))
    if not reading.readable(request.actor, person):
        raise Refused(Decision.no(missing(reading.READS[0])))
    request.actor.reads.append(person)
    return person


def is_own(actor, person) -> bool:
    return bool(actor.account_id) and person.account_id == actor.account_id


def kept_or_own(request, pk):
    """The own file, or one the actor keeps."""
    person = readable_person(request, pk)
    if not is_own(request.actor, person):
        require_over(request.actor, EDIT, person)
    return person


def editable_person(request, pk):
    person = queries.get_person(request.actor, pk)
    require_over(request.actor, EDIT, person)
    return person


@form_page
def group_edit(request, pk, code):
    person, group = editable_person(request, pk), group_of(code)
    if group is None:
        raise NotVisible
    form = PartForm(sent(request), part=group, row=reading.particulars_of(person))
    if form.is_valid() and attempt(
        form, lambda: (changing.change_items(request.actor, person_id=pk, **form.values()), True)
    ):
        return back_to(request, person, code, _("Đã ghi thay đổi."))
    return form_of(request, form, person, code, f"{group.title}", _("Ghi"))


@form_page
def row_new(request, pk, code):
    person, section = editable_person(request, pk), section_of(code)
    if section is None:
        raise NotVisible
    form = PartForm(sent(request), part=section)
    if form.is_valid() and attempt(
        form, lambda: changing.add_row(request.actor, person_id=pk, section=code, **form.values())
    ):
        return back_to(request, person, code, _("Đã thêm vào hồ sơ."))
    return form_of(request, form, person, code, f"{section.title}: " + _("thêm"), _("Thêm"))


@form_page
def row_edit(request, code, pk):
    person, section, row = editable_row(request, code, pk)
    form = PartForm(sent(request), part=section, row=row)
    if form.is_valid() and attempt(
        form, lambda: changing.replace_row(request.actor, section=code, row_id=pk, **form.values())
    ):
        return back_to(request, person, code, _("Đã ghi; dòng cũ còn trong lịch sử."))
    return form_of(request, form, person, code, f"{section.title}: " + _("sửa"), _("Ghi"))


@form_page
def row_withdraw(request, code, pk):
    person, section, row = editable_row(request, code, pk)
    form = forms.ReasonForm(sent(request))
    if form.is_valid():
        fields = {"section": code, "row_id": pk, **form.cleaned_data}
        if attempt(form, lambda: changing.withdraw_row(request.actor, **fields)):
            return back_to(
                request, person, code, _("Dòng này không còn trong hồ sơ; lịch sử vẫn giữ.")
            )
    return form_of(
        request,
        form,
        person,
        code,
        f"{section.title}: " + _("bỏ khỏi hồ sơ") + f" · {row}",
        _("Bỏ khỏi hồ sơ"),
    )


def editable_row(request, code, pk):
    section = section_of(code)
    if section is None:
        raise NotVisible
    row = changing.get_row(section, pk)
    return editable_person(request, row.person_id), section, row


@require_POST
def file_confirm(request, pk):
    caring.confirm_file(request.actor, person_id=pk)
    messages.success(
        request, _("Đã xác nhận hồ sơ đúng trong năm %(year)s.") % {"year": today().year}
    )
    return redirect("person_file", pk)


@form_page
def scan_new(request, pk):
    person = editable_person(request, pk)
    form = forms.ScanForm(sent(request), request.FILES or None)
    if form.is_valid() and attempt(
        form, lambda: caring.add_scan(request.actor, person_id=pk, **form.cleaned_data)
    ):
        return back_to(request, person, "scans", _("Đã lưu bản quét."))
    return form_of(request, form, person, "scans", _("Thêm bản quét hồ sơ giấy"), _("Lưu"))


@require_safe
def person_print(request, pk, name):
    """A form of the file as Word: only for whoever may read all of it, and for the person."""
    person = readable_person(request, pk)
    if name not in dict(prints.FORMS):
        raise NotVisible
    lacking = [
        permission
        for permission in reading.READS
        if permission not in reading.readable(request.actor, person)
    ]
    if lacking:
        raise Refused(Decision.no(missing(lacking[-1])))
    content = prints.write(request.actor, person, name, on=today())
    return attachment(content, prints.file_name(person, name), DOCX)


# Proposals


@form_page
def proposal_new(request, code):
    """Own file: a group of items, a new row, or (with `row`) a row that changes or leaves."""
    part, row_id = part_of(code), request.GET.get("row")
    if part is None or code in NOT_FOR_THE_PERSON or (row_id and not row_id.isdigit()):
        raise NotVisible
    person = queries.person_of(request.actor.account_id)
    if person is None:
        return render(request, "people/no_file.html")
    row = row_to_change(part, person, row_id and int(row_id))
    form = forms.ProposalForm(sent(request), request.FILES or None, part=part, row=row)
    leaves = "leave" in request.POST
    if leaves:
        form.fields = {name: form.fields[name] for name in ("note", "files")}
    if form.is_valid():
        answers = form.cleaned_data
        fields = {
            "section": code,
            "row_id": row_id and int(row_id),
            "note": answers["note"],
            "files": answers["files"],
        }
        values = None if leaves else form.values()
        if attempt(form, lambda: proposing.propose(request.actor, values=values, **fields)):
            messages.success(request, _("Đã gửi; người giữ hồ sơ sẽ xem và trả lời."))
            return redirect("my_proposals")
    context = {
        "form": form,
        "part": part,
        "row": row if isinstance(part, Section) else None,
        "person": person,
    }
    return render(request, "people/proposal_new.html", context)


def row_to_change(part, person, row_id):
    if isinstance(part, Group):
        return reading.particulars_of(person)
    return changing.get_row(part, row_id, person) if row_id else None


@require_safe
def my_proposals(request):
    return render(
        request,
        "people/my_proposals.html",
        {"proposals": proposing.own_proposals(request.actor)[:100]},
    )


@require_safe
def proposal_list(request):
    require_somewhere(request.actor, EDIT)
    page = Paginator(proposing.list_proposals(request.actor), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "people/proposals.html", {"page": page})


@form_page
def proposal_detail(request, pk):
    """What would change, beside the scans; the officer accepts or returns, the person may
    withdraw.
    """
    proposal = proposing.get_proposal(request.actor, pk)
    own = is_own(request.actor, proposal.person)
    form = (
        forms.ReasonForm if request.POST.get("move", "return") == "return" else forms.forms.Form
    )(sent(request))
    if request.method == "POST" and decided(request, form, proposal):
        return redirect("my_proposals" if own else "proposal_list")
    if not own:
        request.actor.reads.append(proposal.person)
    context = {
        "proposal": proposal,
        "differences": proposing.differences(proposal),
        "form": form,
        "own": own,
        "part": part_of(proposal.section),
        "files": proposal.files.all(),
        "is_open": proposal.state == ProposalState.OPEN,
    }
    return render(request, "people/proposal.html", context)


def decided(request, form, proposal) -> bool:
    """Accept, return with a reason, or withdraw; a refusal stands on the form."""
    actor, pk = request.actor, proposal.pk
    moves = {
        "accept": lambda: proposing.accept(actor, proposal_id=pk),
        "withdraw": lambda: proposing.withdraw(actor, proposal_id=pk),
        "return": lambda: proposing.give_back(
            actor, proposal_id=pk, reason=form.cleaned_data["reason"]
        ),
    }
    move = request.POST.get("move")
    if move not in moves:
        raise NotVisible
    return form.is_valid() and bool(attempt(form, moves[move]))


@require_safe
def my_readers(request):
    """Who has looked at the own file, when, and on which page."""
    person = queries.person_of(request.actor.account_id)
    rows = (
        reads_of("people.person", person.pk, except_account=request.actor.account_id)
        if person
        else []
    )
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/my_readers.html", {"page": page, "person": person})


def back_to(request, person, anchor, text):
    messages.success(request, text)
    return redirect(reverse("person_file", args=[person.pk]) + f"#{anchor}")


def form_of(request, form, person, anchor, title, submit):
    back = reverse("person_file", args=[person.pk]) + f"#{anchor}"
    context = {
        "form": form,
        "title": title,
        "submit": submit,
        "back": back,
        "above": person.full_name,
    }
    return render(request, "ui/form_page.html", context)


# The state of many files


@require_safe
def file_state(request):
    """Complete, confirmed, digitised: by bloc, and who lacks what; of one commune."""
    home = chosen_home(request)
    page = Paginator(completeness.list_incomplete(home), PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = completeness.name_missing(page.object_list, home)
    context = {
        "home": home,
        "homes": _read_as_a_whole(request.actor).filter(kind__in=HOMES),
        "page": page,
        "states": completeness.state_of(home),
        "items": [completeness.LABELS[item] for item in completeness.mandatory_items(home)],
    }
    return render(request, "people/file_state.html", context)


@require_safe
def file_state_export(request):
    return attachment(sheets.incomplete_sheet(chosen_home(request)), "ho-so-thieu-muc.xlsx")


@require_safe
def staff_statistics(request):
    """Number and quality of the staff in the columns of the official form."""
    require_somewhere(request.actor, EXPORT)
    return attachment(quality_sheet(chosen_home(request), today()), "so-luong-chat-luong.xlsx")


def chosen_home(request):
    """The commune or unit of the address, or the widest place whose files the actor reads; else 404
    or 403.
    """
    require_somewhere(request.actor, SEE_PRIVATE)
    wanted = request.GET.get("unit", "")
    if wanted.isdigit():
        unit = get_unit(request.actor, int(wanted))
        require(request.actor, SEE_PRIVATE, unit.path)
        return unit
    return _read_as_a_whole(request.actor).first()


def _read_as_a_whole(actor):
    return Unit.objects.under(actor.paths_for(SEE_PRIVATE)).in_force(today()).order_by("path")
