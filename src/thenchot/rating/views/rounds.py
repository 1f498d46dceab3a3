"""Rounds of the year: the list, one round with who stands where, what is done for the whole
round.
"""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.asking import ask, done, form_page
from thenchot.platform.ui.forms import attempt, sent
from thenchot.rating.access import DECIDE_YEAR, KEEP_YEAR, RECORD_MEETING
from thenchot.rating.forms import rounds as forms
from thenchot.rating.queries import rounds as queries
from thenchot.rating.services import (
    computing,
    deciding,
    finishing,
    meetings,
    opening,
    organisations,
    sending,
)
from thenchot.worklog.access import EXPORT, SEE
from thenchot.worklog.enums import Regulation

PER_PAGE = 50


@require_safe
def year_list(request):
    """The own ratings for everybody; the rounds for whoever sees them."""
    rounds = queries.list_rounds(request.actor) if request.actor.has(SEE) else []
    own = queries.with_decisions(list(queries.own_ratings(request.actor)))
    context = {
        "rounds": rounds,
        "own": own,
        "may_open": request.actor.has(KEEP_YEAR),
        "may_see": request.actor.has(SEE),
    }
    return render(request, "rating/round_list.html", context)


@form_page
def round_new(request):
    require_somewhere(request.actor, KEEP_YEAR)
    form = forms.RoundForm(sent(request), actor=request.actor, initial={"year": today().year})
    made = form.is_valid() and attempt(
        form, lambda: opening.open_round(request.actor, **form.facts())
    )
    if made:
        return done(request, _("Đã mở đợt xếp loại, danh sách đã lập."), "round_detail", made.pk)
    return ask(
        request,
        form,
        title=_("Mở đợt xếp loại năm"),
        submit=_("Mở"),
        back=reverse("year_list"),
        above=_("Xếp loại năm"),
    )


@require_safe
def round_detail(request, pk):
    found = queries.get_round(request.actor, pk)
    path = found.unit.path
    may = {
        name: bool(request.actor.may(permission, path)) for name, permission in _PERMISSIONS.items()
    }
    context = {
        "round": found,
        "may": may,
        "on": today(),
        "may_meet": request.actor.has(RECORD_MEETING),
    }
    if not queries.is_of_persons(found):
        context |= {
            "bodies": queries.organisations_of(request.actor, found),
            "reopenings": found.reopenings.select_related("reopened_by"),
        }
        return render(request, "rating/organisations.html", context)
    form = forms.FilterForm(request.GET, found=found)
    counts = queries.counts_of(request.actor, found)
    page = Paginator(queries.ratings_of(request.actor, found, **form.filters()), PER_PAGE).get_page(
        request.GET.get("page")
    )
    page.object_list = queries.with_decisions(list(page.object_list))
    context |= {
        "page": page,
        "form": form,
        "steps": queries.steps_of(found, counts, today()),
        "levels": queries.levels_of(request.actor, found),
        "people": sum(counts.values()) - counts["out"],
        "counts": counts,
        "meetings": list(queries.meetings_of(found)),
        "unsent": _unsent(found),
    }
    return render(request, "rating/round.html", context)


_PERMISSIONS = {"keep": KEEP_YEAR, "decide": DECIDE_YEAR, "export": EXPORT}


def _unsent(found):
    """How many results wait to be sent, and until when the oldest may. The decree's: the Party's go
    their own way.
    """
    if found.rules == Regulation.QD366:
        return None
    first = sending.unsent(found).order_by("decided_on").values_list("decided_on", flat=True)
    days = list(first)
    return {"count": len(days), "by": sending.send_by(found, days[0])} if days else None


@require_POST
def round_do(request, pk, action):
    """enrol | compute | propose | caps | body_caps | notify | lock, then back to the page."""
    if action not in _ACTIONS:
        raise NotVisible(action)
    messages.success(request, _ACTIONS[action](request.actor, pk))
    return redirect("round_detail", pk)


def _enrol(actor, pk):
    n = opening.enrol(actor, round_id=pk)
    return ngettext("Thêm %(n)s vào đợt.", "Thêm %(n)s vào đợt.", n) % {"n": n}


def _compute(actor, pk):
    n = computing.compute(actor, round_id=pk)
    return ngettext("Đã tính lại cho %(n)s người.", "Đã tính lại cho %(n)s người.", n) % {"n": n}


def _propose(actor, pk):
    n = deciding.consolidate_all(actor, round_id=pk)
    return ngettext("Đã đề xuất mức cho %(n)s người.", "Đã đề xuất mức cho %(n)s người.", n) % {
        "n": n
    }


def _caps(actor, pk):
    deciding.apply_caps(actor, round_id=pk)
    return _("Đã áp mức trần xuất sắc.")


def _body_caps(actor, pk):
    organisations.cap_organisations(actor, round_id=pk)
    return _("Đã áp mức trần xuất sắc.")


def _notify(actor, pk):
    n = finishing.notify(actor, round_id=pk)
    return ngettext(
        "Đã thông báo cho %(n)s người, công khai trong đơn vị.",
        "Đã thông báo cho %(n)s người, công khai trong đơn vị.",
        n,
    ) % {"n": n}


def _lock(actor, pk):
    finishing.lock(actor, round_id=pk)
    return _("Đã khóa đợt xếp loại.")


_ACTIONS = {
    "enrol": _enrol,
    "compute": _compute,
    "propose": _propose,
    "caps": _caps,
    "body_caps": _body_caps,
    "notify": _notify,
    "lock": _lock,
}


@form_page
def round_days(request, pk):
    found = _kept(request, pk, KEEP_YEAR)
    form = forms.DaysForm(sent(request), steps=found.steps)
    if form.is_valid() and attempt(
        form, lambda: opening.set_days(request.actor, round_id=pk, days=form.cleaned_data)
    ):
        return done(request, _("Đã đặt ngày các bước."), "round_detail", pk)
    note = _("Xong trước ngày 15/12; nơi có lịch riêng: trước ngày 15/01 năm sau (Điều 19.2).")
    return _ask(request, form, found, _("Ngày của các bước"), _("Ghi"), note)


@form_page
def round_share(request, pk):
    found = _kept(request, pk, DECIDE_YEAR)
    form = forms.ShareForm(
        sent(request),
        initial={"is_outstanding": found.is_outstanding, "basis": found.outstanding_basis},
    )
    if form.is_valid() and attempt(
        form, lambda: opening.allow_more(request.actor, round_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi; áp mức trần lại."), "round_detail", pk)
    return _ask(
        request,
        form,
        found,
        _("Mức trần xuất sắc"),
        _("Ghi"),
        _("Bình thường 20%, tổ chức xuất sắc đến 25% số người hoàn thành tốt (Điều 20.5)."),
    )


@form_page
def round_decide(request, pk):
    found = _kept(request, pk, DECIDE_YEAR)
    form = forms.DecideAllForm(sent(request), initial={"decided_on": today()})
    number = form.is_valid() and attempt(
        form, lambda: (deciding.decide_all(request.actor, round_id=pk, **form.cleaned_data),)
    )
    if number:
        text = ngettext(
            "Đã quyết định cho %(n)s người.", "Đã quyết định cho %(n)s người.", number[0]
        ) % {"n": number[0]}
        return done(request, text, "round_detail", pk)
    note = _(
        "Theo đề xuất sau mức trần. Người bằng điểm tại mức trần, phiếu của chính mình và người "
        "mình đã đề xuất thì để lại quyết định riêng."
    )
    return _ask(request, form, found, _("Quyết định như đề xuất"), _("Quyết định"), note)


@form_page
def round_sent(request, pk):
    found = _kept(request, pk, KEEP_YEAR)
    form = forms.SentForm(sent(request), initial={"sent_on": today()})
    if form.is_valid() and attempt(
        form, lambda: sending.mark_sent(request.actor, round_id=pk, **form.cleaned_data)
    ):
        return done(request, _("Đã ghi ngày gửi."), "round_detail", pk)
    return _ask(
        request,
        form,
        found,
        _("Đã gửi cơ sở dữ liệu quốc gia"),
        _("Ghi"),
        _("Gửi trong 5 ngày kể từ ngày có kết quả (Điều 26)."),
    )


@form_page
def meeting_new(request, pk):
    """Minutes of the unit named in the address (the whole round when none is), with the voices
    about each person.
    """
    found = queries.get_round(request.actor, pk)
    unit = _meeting_unit(request, found)
    require(request.actor, RECORD_MEETING, unit.path)
    ratings = queries.ratings_of(request.actor, found).filter(
        unit__path__startswith=unit.path, state__in=meetings.OPEN_TO_VOTE
    )
    old = request.GET.get("replaces", "")
    form = forms.MinutesForm(sent(request), ratings=ratings, initial={"held_on": today()})
    facts = {
        "round_id": pk,
        "unit_id": unit.pk,
        "replaces_id": int(old) if old.isdecimal() else None,
    }
    if form.is_valid() and attempt(
        form,
        lambda: meetings.record_meeting(
            request.actor, votes=form.votes, remarks=form.remarks, **facts, **form.cleaned_data
        ),
    ):
        return done(request, _("Đã ghi biên bản họp."), "round_detail", pk)
    context = {
        "form": form,
        "round": found,
        "unit": unit,
        "back": reverse("round_detail", args=[pk]),
    }
    return render(request, "rating/minutes.html", context)


def _meeting_unit(request, found):
    """The unit named in the address; else the whole round, or the branch of it whose meetings the
    actor records.
    """
    if request.GET.get("unit", "").isdecimal():
        return get_unit(request.actor, int(request.GET["unit"]))
    inside = Unit.objects.under(request.actor.paths_for(RECORD_MEETING)).filter(
        path__startswith=found.unit.path
    )
    return inside.order_by("path").first() or found.unit


@require_safe
def round_published(request, pk):
    """What the members of the unit are told: names and levels, no points."""
    found, rows = queries.published(request.actor, pk)
    return render(request, "rating/published.html", {"round": found, "ratings": rows})


@require_safe
def round_records(request, pk):
    """Everything Đ24 asks to be kept, on one page."""
    found = queries.get_round(request.actor, pk)
    require(request.actor, SEE, found.unit.path)
    context = {
        "round": found,
        "records": queries.records_of(found),
        "may_export": bool(request.actor.may(EXPORT, found.unit.path)),
    }
    return render(request, "rating/records.html", context)


def _kept(request, pk, permission):
    found = queries.get_round(request.actor, pk)
    require(request.actor, permission, found.unit.path)
    return found


def _ask(request, form, found, title, submit, note=""):
    return ask(
        request,
        form,
        title=title,
        submit=submit,
        back=reverse("round_detail", args=[found.pk]),
        above=str(found),
        note=note,
    )
