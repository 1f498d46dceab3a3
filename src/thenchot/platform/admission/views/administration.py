"""Accounts, slips and grants, for those who administer them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.kernel.decision import Decision, Refused
from thenchot.platform.admission import queries, rules, services, word
from thenchot.platform.admission.access import ADMINISTER
from thenchot.platform.admission.forms import GrantForm, SearchForm, SlipsForm
from thenchot.platform.clock import today
from thenchot.platform.scope import places
from thenchot.platform.scope.actor import missing

PER_PAGE = 50
MOVES = {"close": services.close_account, "reopen": services.reopen_account}


def administrators_only(view):
    """Who administers nothing gets the reason, before any list is read."""

    def checked(request, *args, **kwargs):
        if not request.actor.has(ADMINISTER):
            raise Refused(Decision.no(missing(ADMINISTER)))
        return view(request, *args, **kwargs)

    return checked


@require_safe
@administrators_only
def account_list(request):
    form = SearchForm(request.GET)
    form.is_valid()
    found = queries.list_accounts(
        request.actor,
        search=form.cleaned_data.get("q", ""),
        closed=form.cleaned_data.get("closed", False),
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    slips = list(queries.slips_waiting(request.actor)[:PER_PAGE])
    names = places.names(
        [g.path for account in page for g in account.held_now] + [slip.path for slip in slips]
    )
    for grant in (g for account in page for g in account.held_now):
        grant.place = names[grant.path]
    for slip in slips:
        slip.place = names[slip.path]
    return render(request, "admission/accounts.html", {"page": page, "form": form, "slips": slips})


@require_safe
@administrators_only
def account(request, account_id):
    return _account_page(
        request, queries.get_account(request.actor, account_id), GrantForm(request.actor)
    )


def _account_page(request, account, form, status=200):
    grants = list(queries.grants_of(account.pk))
    names = places.names(grant.path for grant in grants)
    for grant in grants:
        grant.place = names[grant.path]
        grant.runs = grant.revoked_at is None and (
            grant.ends_on is None or grant.ends_on >= today()
        )
        grant.mine = bool(rules.may_give(queries.own(request.actor), grant.role, grant.path))
    context = {
        "account": account,
        "grants": grants,
        "form": form,
        "is_me": account.pk == request.actor.account_id,
    }
    return render(request, "admission/account.html", context, status=status)


@require_POST
@administrators_only
def add_grant(request, account_id):
    found = queries.get_account(request.actor, account_id)
    form = GrantForm(request.actor, request.POST)
    if not form.is_valid():
        return _account_page(request, found, form, status=422)
    services.add_grant(request.actor, account_id=account_id, **form.cleaned_data)
    messages.success(request, _("Đã giao vai trò."))
    return redirect("account_detail", account_id)


@require_POST
@administrators_only
def end_grant(request, grant_id):
    grant = services.end_grant(request.actor, grant_id=grant_id)
    messages.success(request, _("Đã thôi vai trò."))
    return redirect("account_detail", grant.account_id)


@require_POST
@administrators_only
def move_account(request, account_id, move):
    if move not in MOVES:
        raise Http404
    MOVES[move](request.actor, account_id=account_id)
    messages.success(request, _("Đã ghi."))
    return redirect("account_detail", account_id)


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


@require_POST
@administrators_only
def cancel_slip(request, slip_id):
    services.cancel_slip(request.actor, slip_id=slip_id)
    messages.success(request, _("Đã hủy phiếu."))
    return redirect("account_admin")


def _sheet(request, printed):
    names = places.names(one.slip.path for one in printed)
    for one in printed:
        one.slip.place = names[one.slip.path]
    if request.POST.get("as") == "word":
        content = word.slips_document(printed, request.build_absolute_uri(reverse("slip_use")))
        name = {"Content-Disposition": 'attachment; filename="phieu-tai-khoan.docx"'}
        return HttpResponse(content, content_type=word.DOCX, headers=name)
    return render(request, "admission/slips_sheet.html", {"printed": printed})
