"""One organisation of a round: its points, its decision."""

from datetime import date

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.policy.parameters import RatingRoundPolicy
from thenchot.rating.access import DECIDE_YEAR, KEEP_YEAR
from thenchot.rating.forms import organisations as forms
from thenchot.rating.models import OrganisationDecision
from thenchot.rating.queries import rounds as queries
from thenchot.rating.services import finishing, organisations
from thenchot.worklog.forms.fields import ReasonForm


@require_safe
def organisation_rating(request, pk):
    body = queries.get_organisation(request.actor, pk)
    path = body.round.unit.path
    decisions = list(
        OrganisationDecision.history.filter(body=body)
        .select_related("recorded_by")
        .order_by("-recorded_at", "-pk")
    )
    context = {
        "body": body,
        "decisions": decisions,
        "may_keep": bool(request.actor.may(KEEP_YEAR, path)),
        "may_decide": bool(request.actor.may(DECIDE_YEAR, path)),
    }
    return render(request, "rating/organisation.html", context)


@form_page
def organisation_score(request, pk):
    body = queries.get_organisation(request.actor, pk)
    require(request.actor, KEEP_YEAR, body.round.unit.path)
    policy = policies.in_force(
        RatingRoundPolicy, path=body.round.unit.path, on=date(body.round.year, 12, 31)
    )
    form = forms.OrganisationForm(sent(request), policy=policy, body=body)
    if form.is_valid() and attempt(
        form, lambda: organisations.score_organisation(request.actor, body_id=pk, **form.facts())
    ):
        return done(request, _("Đã ghi điểm, mức đã tính lại."), "organisation_rating", pk)
    return _ask(
        request,
        form,
        body,
        _("Chấm điểm"),
        _("Ghi"),
        _("30 điểm tiêu chí chung, 70 điểm kết quả; ô để trống là chưa chấm."),
    )


@form_page
def organisation_decide(request, pk):
    body = queries.get_organisation(request.actor, pk)
    require(request.actor, DECIDE_YEAR, body.round.unit.path)
    form = forms.OrganisationDecideForm(
        sent(request), initial={"level": body.capped or body.level, "decided_on": today()}
    )
    if form.is_valid() and attempt(
        form,
        lambda: organisations.decide_organisation(request.actor, body_id=pk, **form.cleaned_data),
    ):
        return done(
            request,
            _("Đã quyết định; mức của người đứng đầu được tính lại."),
            "organisation_rating",
            pk,
        )
    title = (
        _("Ghi quyết định của cấp trên")
        if body.is_recognised_above
        else _("Quyết định mức xếp loại")
    )
    return _ask(
        request, form, body, title, _("Ghi") if body.is_recognised_above else _("Quyết định")
    )


@form_page
def round_reopen(request, pk):
    """A locked round of organisations."""
    found = queries.get_round(request.actor, pk)
    require(request.actor, DECIDE_YEAR, found.unit.path)
    form = ReasonForm(sent(request))
    if form.is_valid() and attempt(
        form, lambda: finishing.reopen_round(request.actor, round_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã mở lại đợt; ai mở, vì sao được giữ lại."), "round_detail", pk)
    return ask(
        request,
        form,
        title=_("Mở lại đợt xếp loại cơ quan, đơn vị"),
        submit=_("Mở lại"),
        back=reverse("round_detail", args=[pk]),
        above=str(found),
    )


def _ask(request, form, body, title, submit, note=""):
    return ask(
        request,
        form,
        title=f"{title}: {body.unit.name}",
        submit=submit,
        back=reverse("organisation_rating", args=[body.pk]),
        above=str(body),
        note=note,
    )
