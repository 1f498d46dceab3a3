"""Lists of ratings taken along as Excel."""

from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.ui.answers import attachment
from thenchot.rating import exports
from thenchot.rating.queries import rounds as year_queries
from thenchot.rating.services.exporting import note_export
from thenchot.worklog.access import EXPORT
from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.views.asked import asked_quarter, taker


@require_safe
def replacement_export(request):
    actor = taker(request)
    return attachment(
        exports.replacement_book(actor, today(), actor.reads),
        "de-xuat-xem-xet-thay-the.xlsx",
    )


@require_safe
def quarter_export(request):
    """The Party's quarter that holds the period."""
    actor, quarter = taker(request), asked_quarter(request)
    return attachment(
        exports.quarter_worksheet(actor, quarter, actor.reads),
        f"xep-loai-quy-{key_of(quarter)}.xlsx",
    )


@require_safe
def round_organisations(request, pk):
    found = year_queries.get_round(request.actor, pk)
    require(request.actor, EXPORT, found.unit.path)
    if year_queries.is_of_persons(found):
        raise NotVisible(f"round {pk}")
    note_export(request.actor, round_id=found.pk, what="bodies")
    return attachment(
        exports.organisations_worksheet(request.actor, found), f"xep-loai-don-vi-{found.year}.xlsx"
    )
