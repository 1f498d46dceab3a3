"""Pages without an account: notices, the form, and the state of a form by its code."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.kernel.decision import Refused
from thenchot.platform.accounts.addresses import client_address
from thenchot.platform.accounts.limits import count_failure, forget, is_locked, locked
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.ui.forms import attempt, sent
from thenchot.recruitment.enums import ApplicantState, RoundState
from thenchot.recruitment.forms.applicants import PublicForm, SlipForm
from thenchot.recruitment.labels import RESULT
from thenchot.recruitment.queries import rounds as queries
from thenchot.recruitment.queries.applicants import applicants_of, by_slip
from thenchot.recruitment.rules.days import may_receive
from thenchot.recruitment.services import applicants as services
from thenchot.recruitment.showing import shown_by_code

SHOWN = 100
FORM = "form:"
TOLD_AFTER = (RoundState.RESULTS, RoundState.DONE)
CAME = (
    ApplicantState.WON,
    ApplicantState.NOT_WON,
    ApplicantState.STRUCK,
    ApplicantState.HIRED,
    ApplicantState.STARTED,
    ApplicantState.LAPSED,
)


@login_not_required
@require_safe
def recruitment_notices(request):
    """Announced rounds, the latest first."""
    rounds = list(queries.public_rounds()[:SHOWN])
    for one in rounds:
        one.receives = _receives(one)
    return render(request, "recruitment/public_list.html", {"rounds": rounds})


def _receives(round_) -> bool:
    if round_.state != RoundState.PUBLISHED:
        return False
    return bool(may_receive(today(), round_.opens_on, round_.closes_on))


def _public(pk: int):
    found = queries.public_rounds().filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


@login_not_required
@require_safe
def recruitment_notice(request, pk):
    """One round: positions, days, who may take part and the results by number, without names."""
    round_ = _public(pk)
    context = {
        "round": round_,
        "openings": list(queries.openings_of(round_)),
        "exam": queries.form_of(round_),
        "receives": _receives(round_),
        "listed": _numbers(round_) if round_.listed_on else [],
        "results": _results(round_) if round_.state in TOLD_AFTER else [],
    }
    return render(request, "recruitment/public_notice.html", context)


def _numbers(round_) -> list[str]:
    rows = round_.applicants.exclude(
        state__in=[ApplicantState.REFUSED, ApplicantState.WITHDRAWN, ApplicantState.RECEIVED]
    )
    return [f"{number:03d}" for number in rows.order_by("number").values_list("number", flat=True)]


def _results(round_) -> list:
    rows = list(applicants_of(round_).filter(state__in=CAME))
    for one in rows:
        one.told = RESULT[one.state]
    return rows


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def recruitment_apply(request, pk):
    """The form; afterwards the slip with its code, shown once."""
    round_ = _public(pk)
    if not _receives(round_):
        return redirect("recruitment_notice", pk)
    form = PublicForm(sent(request), round_=round_, initial=request.GET.dict())
    if form.is_bound and form.is_valid():
        came_from = services.sender(client_address(request))
        answer = attempt(form, lambda: services.apply_publicly(came_from=came_from, **form.facts()))
        if answer:
            context = {"round": round_, "applicant": answer[0], "code": answer[1]}
            return render(request, "recruitment/public_slip.html", context)
    return render(request, "recruitment/public_apply.html", {"round": round_, "form": form})


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def recruitment_slip(request):
    """What became of a form, for whoever holds its code; wrong codes count as failures."""
    form = SlipForm(sent(request))
    if not (form.is_bound and form.is_valid()):
        return render(request, "recruitment/public_code.html", {"form": form})
    counted = f"{FORM}{client_address(request)}"
    if is_locked(request, counted):
        return locked(request, credentials={"username": counted})
    one = by_slip(form.cleaned_data["code"])
    if one is None:
        count_failure(request, counted)
        form.add_error("code", _("Không có phiếu nào mang mã này. Xem lại mã trên giấy hẹn."))
        return render(request, "recruitment/public_code.html", {"form": form})
    forget(counted)
    refusal = _act(request, one)
    context = shown_by_code(by_slip(form.cleaned_data["code"])) | {
        "code": form.cleaned_data["code"],
        "refusal": refusal,
    }
    return render(request, "recruitment/public_state.html", context)


def _act(request, one) -> str:
    """What the holder of the code asked for beside looking; why it was refused."""
    try:
        if "withdraw" in request.POST:
            services.withdraw_form(SYSTEM, applicant=one, by_code=True)
        elif request.POST.get("appeal"):
            paper = request.POST["appeal"]
            services.appeal(SYSTEM, applicant=one, paper=paper, by_code=True)
    except Refused as refused:
        return str(refused)
    return ""
