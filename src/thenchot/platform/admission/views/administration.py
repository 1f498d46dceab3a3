"""Accounts, slips and grants, for those who administer them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.kernel.decision import Decision, Refused
from thenchot.platform.admission import queries, services, word
from thenchot.platform.admission.access import ADMINISTER
from thenchot.platform.admission.actions import ACCOUNT
from thenchot.platform.admission.forms import GrantForm, SlipsForm
from thenchot.platform.admission.models import Proposal
from thenchot.platform.admission.registers import GrantListing, ProposalListing, with_place
from thenchot.platform.clock import today
from thenchot.platform.scope import places
from thenchot.platform.scope.actor import missing
from thenchot.platform.ui.answers import attachment


def administrators_only(view):
    """Who administers nothing gets the reason, before any list is read."""

    def checked(request, *args, **kwargs):
        if not request.actor.has(ADMINISTER):
            raise Refused(Decision.no(missing(ADMINISTER)))
        return view(request, *args, **kwargs)

    return checked


@require_safe
@administrators_only
def account(request, account_id):
    return _account_page(
        request, queries.get_account(request.actor, account_id), GrantForm(request.actor)
    )


def _account_page(request, account, form, status=200):
    grants = with_place(list(queries.grants_of(account.pk)))
    for grant in grants:
        grant.runs = grant.revoked_at is None and (
            grant.ends_on is None or grant.ends_on >= today()
        )
    context = {
        "account": account,
        "grants": GrantListing(grants, request=request),
        "proposals": proposals_of(request, account.pk),
        "form": form,
        "offers": ACCOUNT.offers(request.actor, account),
    }
    return render(request, "admission/account.html", context, status=status)


def proposals_of(request, account_id):
    """What waits for a second person, as a table; nothing when nothing does."""
    rows = with_place(list(queries.proposals_for(account_id)))
    return ProposalListing(rows, request=request) if rows else None


@require_POST
@administrators_only
def add_grant(request, account_id):
    found = queries.get_account(request.actor, account_id)
    form = GrantForm(request.actor, request.POST)
    if not form.is_valid():
        return _account_page(request, found, form, status=422)
    made = services.add_grant(request.actor, account_id=account_id, **form.cleaned_data)
    messages.success(request, _told(made))
    return redirect("account_detail", account_id)


def _told(made):
    if isinstance(made, Proposal):
        return _("Đã ghi đề nghị; chờ người quản trị khác hoặc lãnh đạo xác nhận.")
    return _("Đã giao vai trò.")


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def print_slips(request):
    """The sheet is the answer to the form itself: codes are shown once and kept nowhere."""
    form = SlipsForm(request.actor, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _sheet(request, services.print_slips(request.actor, people=form.invited()))
    return render(request, "admission/slips_new.html", {"form": form})


@require_POST
@administrators_only
def print_reset_slip(request, account_id):
    return _sheet(request, [services.print_reset_slip(request.actor, account_id=account_id)])


def _sheet(request, printed):
    names = places.names(one.slip.path for one in printed)
    for one in printed:
        one.slip.place = names[one.slip.path]
    if request.POST.get("as") == "word":
        content = word.slips_document(printed, request.build_absolute_uri(reverse("slip_use")))
        return attachment(content, "phieu-tai-khoan.docx", word.DOCX)
    return render(request, "admission/slips_sheet.html", {"printed": printed})
