"""The person proposes changes of the own file; whoever keeps it sees what would change."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.kernel.typed import id_of
from thenchot.people import queries
from thenchot.people.access import is_own
from thenchot.people.filing import changing, forms, proposing, reading
from thenchot.people.filing.actions import PROPOSAL
from thenchot.people.filing.labels import PROPOSAL_TONES
from thenchot.people.filing.listings import DifferenceListing
from thenchot.people.filing.sections import NOT_FOR_THE_PERSON, Group, Section, part_of
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.forms import attempt, sent

MOST = 100  # own proposals on the page


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_new(request, code):
    """Own file: a group of items, a new row, or (with `row`) a row that changes or leaves."""
    part, row_id = part_of(code), request.GET.get("row")
    if part is None or code in NOT_FOR_THE_PERSON or (row_id and not id_of(row_id)):
        raise NotVisible
    person = queries.person_of(request.actor.account_id)
    if person is None:
        return render(request, "people/no_file.html")
    row_id = id_of(row_id)
    row = _row_to_change(part, person, row_id)
    form = forms.ProposalForm(sent(request), request.FILES or None, part=part, row=row)
    if "leave" in request.POST:
        form.fields = {name: form.fields[name] for name in ("note", "files")}
    if form.is_valid() and attempt(form, lambda: _propose(request, code, row_id, form)):
        messages.success(request, _("Đã gửi; người giữ hồ sơ sẽ xem và trả lời."))
        return redirect("my_proposals")
    context = {
        "form": form,
        "part": part,
        "row": row if isinstance(part, Section) else None,
        "person": person,
    }
    return render(request, "people/proposal_new.html", context)


def _propose(request, code, row_id, form):
    leaves = "leave" in request.POST
    return proposing.propose(
        request.actor,
        section=code,
        row_id=row_id,
        values=None if leaves else form.facts(),
        note=form.cleaned_data["note"],
        files=form.cleaned_data["files"],
    )


def _row_to_change(part, person, row_id):
    if isinstance(part, Group):
        return reading.particulars_of(person)
    return changing.get_row(part, row_id, person) if row_id else None


@require_safe
def my_proposals(request):
    proposals = proposing.own_proposals(request.actor)[:MOST]
    rows = [(proposal, PROPOSAL_TONES.get(proposal.state, "")) for proposal in proposals]
    return render(request, "people/my_proposals.html", {"proposals": rows})


@require_safe
def proposal_detail(request, pk):
    """What would change, beside the scans; the officer accepts or returns, the person may
    withdraw.
    """
    proposal = proposing.get_proposal(request.actor, pk)
    own = is_own(request.actor, proposal.person)
    if not own:
        request.actor.reads.append(proposal.person)
    context = {
        "proposal": proposal,
        "tone": PROPOSAL_TONES.get(proposal.state, ""),
        "differences": DifferenceListing(proposing.differences(proposal)),
        "own": own,
        "part": part_of(proposal.section),
        "files": proposal.files.all(),
        "offers": PROPOSAL.offers(request.actor, proposal),
    }
    return render(request, "people/proposal.html", context)
