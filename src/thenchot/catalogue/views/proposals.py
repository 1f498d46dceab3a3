"""Proposals for the catalogue: anybody proposes, colleagues say a ratio, the owner of the catalogue
signs.
"""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.catalogue import forms
from thenchot.catalogue.access import APPROVE_CATALOGUE, SEE_CATALOGUE
from thenchot.catalogue.enums import ProposalState
from thenchot.catalogue.queries import proposals as queries
from thenchot.catalogue.queries.catalogue import catalogue_in_force
from thenchot.catalogue.rules.converting import may_give
from thenchot.catalogue.services import proposing
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require, require_somewhere
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.policy.parameters import ScoringPolicy

PER_PAGE = 50


@require_safe
@login_required
def proposal_list(request):
    require_somewhere(request.actor, SEE_CATALOGUE)
    page = Paginator(queries.list_proposals(request.actor), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "catalogue/proposal_list.html", {"page": page})


@form_page
@login_required
def proposal_new(request):
    """`?work=`: the own work item that waits for a factor."""
    require_somewhere(request.actor, SEE_CATALOGUE)
    work = request.GET.get("work", "")
    form = forms.ProposalForm(
        sent(request), actor=request.actor, initial={"name": request.GET.get("name", "")}
    )
    if form.is_valid():
        fields = form.facts() | {"work_id": int(work) if work.isdigit() else None}
        made = attempt(form, lambda: proposing.propose(request.actor, **fields))
        if made:
            return done(
                request,
                _("Đã gửi đề xuất; đồng nghiệp sẽ cho ý kiến quy đổi."),
                "product_proposal_detail",
                made.pk,
            )
    title = _("Đề xuất việc chưa có trong danh mục")
    return ask(
        request,
        form,
        title=title,
        submit=_("Gửi"),
        back=reverse("product_proposal_list"),
        above=_("Đề xuất bổ sung"),
    )


@require_safe
@login_required
def proposal_detail(request, pk):
    found = _seen(request, pk)
    catalogue = catalogue_in_force(found.unit, today())
    is_open, own = (
        found.state == ProposalState.OPEN,
        found.proposed_by_id == request.actor.account_id,
    )
    decides = (
        bool(catalogue and request.actor.may(APPROVE_CATALOGUE, catalogue.unit.path)) and not own
    )
    voices = queries.voices_of(request.actor, found)
    context = {
        "proposal": found,
        "catalogue": catalogue,
        "voices": voices,
        "least": _least(found),
        "may_give": bool(may_give(state=found.state, is_proposer=own)),
        "may_decide": decides and is_open,
        "shows": decides or own or voices.own is not None or not is_open,
    }
    return render(request, "catalogue/proposal_detail.html", context)


@form_page
@login_required
def proposal_ratio(request, pk):
    found = _seen(request, pk)
    may_give(
        state=found.state, is_proposer=found.proposed_by_id == request.actor.account_id
    ).or_refuse()
    own = queries.voices_of(request.actor, found).own
    form = forms.RatioForm(
        sent(request), initial={"ratio": own.ratio, "note": own.note} if own else None
    )
    if form.is_valid() and attempt(
        form, lambda: proposing.give_ratio(request.actor, proposal_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi ý kiến quy đổi."), "product_proposal_detail", pk)
    return _of(request, found, form, _("Ý kiến quy đổi"), _("Ghi"))


@form_page
@login_required
def proposal_sign(request, pk):
    found = _seen(request, pk)
    require(request.actor, APPROVE_CATALOGUE, found.unit.path)
    middle = queries.voices_of(request.actor, found).yardstick
    form = forms.SignForm(sent(request), initial={"factor": middle and middle.median})
    if form.is_valid() and attempt(
        form,
        lambda: proposing.sign_proposal(request.actor, proposal_id=pk, **form.cleaned_data),
    ):
        return done(request, _("Đã đưa vào danh mục đang áp dụng."), "product_proposal_detail", pk)
    return _of(request, found, form, _("Ký đưa vào danh mục"), _("Ký"))


@form_page
@login_required
def proposal_refuse(request, pk):
    found = _seen(request, pk)
    require(request.actor, APPROVE_CATALOGUE, found.unit.path)
    form = forms.RefuseForm(sent(request))
    if form.is_valid() and attempt(
        form,
        lambda: proposing.refuse_proposal(request.actor, proposal_id=pk, **form.cleaned_data),
    ):
        return done(request, _("Đã ghi quyết định."), "product_proposal_detail", pk)
    return _of(request, found, form, _("Không đưa vào danh mục"), _("Ghi"))


def _seen(request, pk):
    found = queries.get_proposal(request.actor, pk)
    require_somewhere(request.actor, SEE_CATALOGUE)
    return found


def _least(found) -> int:
    return policies.in_force(ScoringPolicy, path=found.unit.path, on=today()).least_ratios


def _of(request, found, form, title, submit):
    return ask(
        request,
        form,
        title=title,
        submit=submit,
        back=reverse("product_proposal_detail", args=[found.pk]),
        above=str(found),
    )
