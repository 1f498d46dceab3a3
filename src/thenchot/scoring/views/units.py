"""The head's month: everybody on one screen, the exceptions first; the units beside each other;
raters in their comparison.
"""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.platform.ui.forms import attempt, sent
from thenchot.policy.parameters import RatingRoundPolicy
from thenchot.scoring import exports
from thenchot.scoring.actions import CAUSE
from thenchot.scoring.listings import (
    ClosingListing,
    FactorChangeListing,
    PersonMonthListing,
    UnitBoardListing,
)
from thenchot.scoring.offering import UnitOffers
from thenchot.scoring.queries.months import scored_units, unit_month
from thenchot.scoring.services import closing, marking, reconversion
from thenchot.worklog.access import EXPORT, SCORE, SEE
from thenchot.worklog.forms.fields import ReasonForm
from thenchot.worklog.queries.assessments import waiting_month
from thenchot.worklog.queries.periods import key_of, other_kind, period_from
from thenchot.worklog.services import opening, weeks

MOST_WEEKS = 20  # of one press


@require_safe
def month_board(request):
    """Units of the actor, how far each is, and how its scores are spread. Nothing said: the month
    whose scores are awaited, or the running one.
    """
    require_somewhere(request.actor, SEE)
    awaited = None if "period" in request.GET else waiting_month(request.actor, today())
    period = awaited or period_from(request.GET.get("period", ""), today())
    units = scored_units(request.actor, period)
    key = key_of(period)
    context = {
        "units": UnitBoardListing(units, key=key, request=request) if units else None,
        **_around(period),
    }
    return render(request, "scoring/month_board.html", context)


@require_safe
def unit_month_page(request, pk):
    require_somewhere(request.actor, SEE)
    period = period_from(request.GET.get("period", ""), today())
    practice = request.GET.get("practice") == "1"
    month = unit_month(request.actor, pk, period, today(), practice)
    offered = UnitOffers(request.actor, month, practice)
    context = {
        "month": month,
        "people": PersonMonthListing(month, request=request) if month.rows else None,
        "unit": month.unit,
        "practice": practice,
        "may_export": bool(request.actor.may(EXPORT, month.unit.path)),
        "factors_page": offered.factors_page(),
        "scoring_acts": offered.scoring(),
        "opening_acts": offered.opening(),
        "closing_page": offered.closing_page(),
        "weeks": offered.weeks(),
        "all_weeks": offered.all_weeks(),
        "causes": [(cause, CAUSE.offers(request.actor, cause)) for cause in month.causes],
        "year_ends": _year_ends(month.unit, period),
        **_around(period),
    }
    return render(request, "scoring/unit_month.html", context)


@require_safe
def unit_month_closing(request, pk):
    """Before a whole period is closed: totals as they will stand, and who is left out and why."""
    require_somewhere(request.actor, SCORE)
    period = period_from(request.GET.get("period", ""), today())
    practice = request.GET.get("practice") == "1"
    month = unit_month(request.actor, pk, period, today(), practice)
    require(request.actor, SCORE, month.unit.path)
    mine = [row for row in month.rows if row.may_score and not row.assessment.is_closed]
    context = {
        "unit": month.unit,
        "period": period,
        "key": key_of(period),
        "ready": ClosingListing([row for row in mine if row.is_ready], request=request),
        "waiting": [row for row in mine if not row.is_ready],
        "acts": UnitOffers(request.actor, month, practice).closing() if month.ready else [],
    }
    return render(request, "scoring/unit_closing.html", context)


def _year_ends(unit, period) -> dict:
    """By when the rating of the year is done, told beside its last month."""
    if (period.kind, period.index) != ("month", 12):
        return {}
    return policies.in_force(RatingRoundPolicy, path=unit.path, on=today()).ends(period.year)


def _around(period) -> dict:
    """The period of a page and the ways to the others."""
    return {
        "period": period,
        "key": key_of(period),
        "is_month": period.kind == "month",
        "before": key_of(period.previous()),
        "after": key_of(period.next()),
        "other": other_kind(period, today()),
    }


@require_safe
def unit_month_export(request, pk):
    require_somewhere(request.actor, EXPORT)
    period = period_from(request.GET.get("period", ""), today())
    month = unit_month(request.actor, pk, period, today())
    require(request.actor, EXPORT, month.unit.path)
    request.actor.reads.extend(row.assessment.person for row in month.rows)
    return attachment(exports.unit_worksheet(month), f"{key_of(period)}.xlsx")


@require_POST
def unit_month_do(request, pk, action):
    """open | practice | drop_practice | accept | close | week, then back to the page."""
    period, practice = (
        period_from(request.POST.get("period", ""), today()),
        request.POST.get("practice") == "1",
    )
    text = _ACTIONS[action](request, pk, period, practice) if action in _ACTIONS else None
    if text is None:
        raise NotVisible
    messages.success(request, text)
    keep = action != "drop_practice" and (practice or action == "practice")
    return redirect(
        reverse("unit_month", args=[pk])
        + f"?period={key_of(period)}"
        + ("&practice=1" if keep else "")
    )


def _open(request, pk, period, practice):
    count = opening.open_assessments(
        request.actor,
        unit_id=pk,
        on=min(max(today(), period.start), period.end),
        is_practice=practice,
    )
    return ngettext("Đã mở %(n)s phiếu.", "Đã mở %(n)s phiếu.", count) % {"n": count}


def _practice(request, pk, period, practice):
    return _open(request, pk, period, True)


def _drop(request, pk, period, practice):
    count = opening.drop_practice(request.actor, unit_id=pk, period=period)
    return _("Đã bỏ %(n)s phiếu tập dượt.") % {"n": count}


def _accept(request, pk, period, practice):
    count = marking.accept_self_points(
        request.actor, unit_id=pk, period=period, is_practice=practice
    )
    return _("Đã xác nhận điểm tự chấm của %(n)s người.") % {"n": count}


def _close(request, pk, period, practice):
    found = closing.close_unit(request.actor, unit_id=pk, period=period, is_practice=practice)
    return _("Đã chốt %(closed)s phiếu; %(waiting)s phiếu còn thiếu dữ liệu.") % found


def _week(request, pk, period, practice):
    """One week, or several at once."""
    days = [parse_date(day) or today() for day in request.POST.getlist("monday")[:MOST_WEEKS]]
    found = [weeks.confirm_week(request.actor, unit_id=pk, starts_on=day) for day in days]
    if len(found) != 1:
        return _("Đã xác nhận %(n)s tuần.") % {"n": len(found)}
    return _("Đã xác nhận tuần từ %(day)s: %(n)s việc xong.") % {
        "day": f"{days[0]:%d/%m/%Y}",
        "n": found[0].finished,
    }


_ACTIONS = {
    "open": _open,
    "practice": _practice,
    "drop_practice": _drop,
    "accept": _accept,
    "close": _close,
    "week": _week,
}


@require_http_methods(["GET", "HEAD", "POST"])
def unit_month_factors(request, pk):
    """Lines given before a factor changed, old and new; with a reason, those not begun follow."""
    require_somewhere(request.actor, SCORE)
    period, practice = (
        period_from(request.GET.get("period", ""), today()),
        request.GET.get("practice") == "1",
    )
    month = unit_month(request.actor, pk, period, today(), practice)
    require(request.actor, SCORE, month.unit.path)
    form = ReasonForm(sent(request))
    back = (
        reverse("unit_month", args=[pk])
        + f"?period={key_of(period)}"
        + ("&practice=1" if practice else "")
    )
    call = {"unit_id": pk, "period": period, "is_practice": practice}
    count = form.is_valid() and attempt(
        form, lambda: reconversion.reconvert(request.actor, **call, **form.cleaned_data)
    )
    if count:
        messages.success(
            request,
            ngettext(
                "Đã giao lại %(n)s dòng theo hệ số mới.",
                "Đã giao lại %(n)s dòng theo hệ số mới.",
                count,
            )
            % {"n": count},
        )
        return redirect(back)
    changes = FactorChangeListing(month.changes, request=request) if month.changes else None
    follow = ngettext(
        "Giao lại %(n)s dòng theo hệ số mới", "Giao lại %(n)s dòng theo hệ số mới", month.may_follow
    )
    context = {
        "month": month,
        "changes": changes,
        "form": form,
        "submit": follow % {"n": month.may_follow},
        "back": back,
    }
    return render(request, "scoring/unit_factors.html", context)
