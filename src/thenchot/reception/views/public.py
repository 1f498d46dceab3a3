"""Pages without an account: calendar, a turn, following it by code, dialogues."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.kernel.decision import Refused
from thenchot.organisation.models import Unit
from thenchot.platform.accounts.addresses import client_address
from thenchot.platform.accounts.limits import count_failure, forget, is_locked, locked
from thenchot.platform.admission.public import address_of_code, page, qr_of, sender_of
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.forms import attempt, sent
from thenchot.reception import feed, showing
from thenchot.reception.enums import DialogueState
from thenchot.reception.forms.dialogues import PublicQuestionForm
from thenchot.reception.forms.visits import CodeForm, TurnForm, VerdictForm
from thenchot.reception.queries import public as queries
from thenchot.reception.queries.visits import by_slip
from thenchot.reception.services import dialogues, promises
from thenchot.reception.services import visits as services

COUNTED = "turn:"


def _page(request, template: str, context: dict, status: int = 200):
    return page(request, f"reception/public/{template}.html", context, status)


@login_not_required
@require_safe
def public_reception(request):
    """Where to go: the one place that has a calendar, or a choice."""
    units = list(queries.public_units()[:200])
    if len(units) == 1:
        return redirect("public_calendar", units[0].pk)
    return _page(request, "places", {"units": units})


def _unit(pk: int) -> Unit:
    found = queries.public_units().filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


@login_not_required
@require_safe
def public_calendar(request, pk):
    """Who receives when; a moved day with its reason; dialogues."""
    unit, on = _unit(pk), today()
    context = {
        "unit": unit,
        "slots": [showing.slot_told(slot, on) for slot in queries.posted_slots(unit, on)],
        "dialogues": list(queries.told_dialogues(unit, on)),
    }
    return _page(request, "calendar", context)


@login_not_required
@require_safe
def public_calendar_feed(request, pk):
    unit = _unit(pk)
    text = feed.calendar_of(queries.posted_slots(unit, today()), request.get_host(), now())
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'inline; filename="lich-tiep-cong-dan.ics"'},
    )


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def public_turn(request, pk):
    """The form of a turn; afterwards the slip with its code, shown once."""
    slot = queries.get_posted(pk)
    form = TurnForm(sent(request))
    if form.is_bound and form.is_valid():
        came_from = sender_of(request)
        said = form.facts()
        answer = attempt(
            form, lambda: services.book_publicly(slot_id=slot.pk, came_from=came_from, **said)
        )
        if answer:
            visit, code = answer
            address = address_of_code(request, "public_follow", code)
            context = {"slot": slot, "visit": visit, "code": code, "qr": qr_of(address)}
            return _page(request, "slip", context)
    status = 429 if form.is_bound and form.non_field_errors() else 200
    return _page(request, "turn", {"slot": slot, "form": form, "unit": slot.unit}, status)


@login_not_required
@never_cache
@sensitive_post_parameters("code", "said")
@require_http_methods(["GET", "HEAD", "POST"])
def public_follow(request):
    """Where a turn and its promises stand, for whoever holds the code; wrong codes count as
    failures.
    """
    form = CodeForm(sent(request), initial={"code": request.GET.get("ma", "")[:20]})
    if not (form.is_bound and form.is_valid()):
        return _page(request, "code", {"form": form})
    counted = f"{COUNTED}{client_address(request)}"
    if is_locked(request, counted):
        return locked(request, credentials={"username": counted})
    code = form.cleaned_data["code"]
    visit = by_slip(code)
    if visit is None:
        count_failure(request, counted)
        form.add_error("code", _("Không có phiếu nào mang mã này. Xem lại mã trên giấy hẹn."))
        return _page(request, "code", {"form": form})
    forget(counted)
    refusal = _act(request, visit)
    told = showing.visit_told(by_slip(code), today())
    return _page(request, "follow", told | {"code": code, "refusal": refusal})


def _act(request, visit) -> str:
    """What the holder of the code asked for beside looking; why it was refused."""
    try:
        if "cancel" in request.POST:
            services.cancel_booking(visit=visit)
        elif "direction" in request.POST:
            form = VerdictForm(request.POST)
            if form.is_valid():
                said = dict(form.cleaned_data)
                number = said.pop("direction")
                promises.judge_promise(visit=visit, direction_id=number, **said)
    except Refused as refused:
        return str(refused)
    return ""


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def public_dialogue(request, pk):
    """One dialogue: what it is about, questions before it, answers and promises after it."""
    dialogue = queries.get_told(pk)
    is_open = dialogue.state == DialogueState.ANNOUNCED and dialogue.on >= today()
    form = PublicQuestionForm(sent(request)) if is_open else None
    is_sent = False
    if form is not None and form.is_bound and form.is_valid():
        came_from = sender_of(request)
        text = form.cleaned_data["text"]
        is_sent = bool(
            attempt(
                form,
                lambda: dialogues.ask_publicly(dialogue_id=pk, text=text, came_from=came_from),
            )
        )
    context = showing.dialogue_told(dialogue) | {
        "form": None if is_sent else form,
        "is_sent": is_sent,
        "unit": dialogue.unit,
    }
    return _page(request, "dialogue", context)
