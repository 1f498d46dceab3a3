"""Lists taken along as Excel, each with the figures of its page; a page of people without
product.
"""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.kernel.periods import Quarter
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.worklog import exports
from thenchot.worklog.access import SEE
from thenchot.worklog.queries.no_product import without_product
from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.views.asked import asked_period, asked_quarter, taker

PER_PAGE = 50


@require_safe
@login_required
def no_product_list(request):
    """Who finished nothing in the period, by unit and name (S0-051)."""
    require_somewhere(request.actor, SEE)
    period = asked_period(request)
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
    return render(request, "worklog/no_product.html", context)


@require_safe
@login_required
def no_product_export(request):
    actor, period = taker(request), asked_period(request)
    return attachment(
        exports.no_product_worksheet(actor, period, actor.reads),
        f"khong-co-san-pham-{key_of(period)}.xlsx",
    )


@require_safe
@login_required
def work_log_export(request):
    actor, period = taker(request), asked_period(request)
    return attachment(
        exports.workload_book(actor, period, today(), actor.reads),
        f"khoi-luong-{key_of(period)}.xlsx",
    )


@require_safe
@login_required
def opinion_export(request):
    return attachment(exports.opinion_worksheet(taker(request), today()), "xin-y-kien-nhanh.xlsx")


@require_safe
@login_required
def field_visit_export(request):
    actor, quarter = taker(request), asked_quarter(request)
    return attachment(
        exports.field_visit_book(actor, quarter, today(), actor.reads),
        f"di-co-so-{key_of(quarter)}.xlsx",
    )
