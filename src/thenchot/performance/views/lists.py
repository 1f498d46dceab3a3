"""Lists taken along as Excel, each with the figures of its page; a page of people without
product.
"""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.kernel.periods import Quarter
from thenchot.performance import rating_exports, worklog_exports
from thenchot.performance.access import EXPORT, SEE, SEE_MIRRORS
from thenchot.performance.queries import year as year_queries
from thenchot.performance.queries.no_product import without_product
from thenchot.performance.queries.periods import key_of, period_from
from thenchot.performance.services.year.exporting import note_export
from thenchot.performance.views.scoring import mirrored
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.answers import attachment

PER_PAGE = 50


@require_safe
@login_required
def no_product_list(request):
    """Who finished nothing in the period, by unit and name (S0-051)."""
    require_somewhere(request.actor, SEE)
    period = _period(request)
    context = {
        "period": period,
        "key": key_of(period),
        "before": key_of(period.previous()),
        "after": key_of(period.next()),
        "quarter": key_of(Quarter.of(period.start)),
        "page": Paginator(without_product(request.actor, period), PER_PAGE).get_page(
            request.GET.get("page")
        ),
    }
    return render(request, "performance/no_product.html", context)


@require_safe
@login_required
def no_product_export(request):
    actor, period = _taker(request), _period(request)
    return attachment(
        worklog_exports.no_product_sheet(actor, period, actor.reads),
        f"khong-co-san-pham-{key_of(period)}.xlsx",
    )


@require_safe
@login_required
def work_log_export(request):
    actor, period = _taker(request), _period(request)
    return attachment(
        worklog_exports.load_book(actor, period, today(), actor.reads),
        f"khoi-luong-{key_of(period)}.xlsx",
    )


@require_safe
@login_required
def hard_export(request):
    return attachment(worklog_exports.hard_sheet(_taker(request), today()), "viec-kho.xlsx")


@require_safe
@login_required
def opinion_export(request):
    return attachment(
        worklog_exports.opinion_sheet(_taker(request), today()), "xin-y-kien-nhanh.xlsx"
    )


@require_safe
@login_required
def outing_export(request):
    actor, quarter = _taker(request), _quarter(request)
    return attachment(
        worklog_exports.outing_book(actor, quarter, today(), actor.reads),
        f"di-co-so-{key_of(quarter)}.xlsx",
    )


@require_safe
@login_required
def mirror_export(request):
    """For whoever answers for the place: what the page shows."""
    require_somewhere(request.actor, SEE_MIRRORS)
    period = mirrored(request)
    return attachment(
        rating_exports.mirror_sheet(_taker(request), period),
        f"cach-cham-diem-{key_of(period)}.xlsx",
    )


@require_safe
@login_required
def replacement_export(request):
    actor = _taker(request)
    return attachment(
        rating_exports.replacement_book(actor, today(), actor.reads),
        "de-xuat-xem-xet-thay-the.xlsx",
    )


@require_safe
@login_required
def quarter_export(request):
    """The Party's quarter that holds the period."""
    actor, quarter = _taker(request), _quarter(request)
    return attachment(
        rating_exports.quarter_sheet(actor, quarter, actor.reads),
        f"xep-loai-quy-{key_of(quarter)}.xlsx",
    )


@require_safe
@login_required
def round_bodies(request, pk):
    found = year_queries.get_round(request.actor, pk)
    require(request.actor, EXPORT, found.unit.path)
    if year_queries.is_of_persons(found):
        raise NotVisible(f"round {pk}")
    note_export(request.actor, round_id=found.pk, what="bodies")
    return attachment(
        rating_exports.bodies_sheet(request.actor, found), f"xep-loai-don-vi-{found.year}.xlsx"
    )


def _taker(request):
    require_somewhere(request.actor, EXPORT)
    return request.actor


def _period(request):
    return period_from(request.GET.get("period", ""), today())


def _quarter(request):
    period = _period(request)
    return period if isinstance(period, Quarter) else Quarter.of(period.start)
