"""One organisation of a round: its points, its decision."""

from decimal import Decimal

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.catalogue.templatetags.amounts import amount
from thenchot.cells.panels import year_of_unit
from thenchot.rating.organisations import queries
from thenchot.rating.organisations.offering import organisation_offers


@require_safe
def organisation_rating(request, pk):
    body = queries.get_organisation(request.actor, pk)
    context = {
        "body": body,
        "decisions": queries.decisions_about(body),
        "cell_year": year_of_unit(body.unit, body.round.year),
        "offers": organisation_offers(request.actor, body),
        "shares": [
            (_("Hoàn thành"), share_of(body.done)),
            (_("Vượt yêu cầu"), share_of(body.exceeding)),
            (_("Chậm tiến độ"), share_of(body.late)),
        ],
    }
    return render(request, "rating/organisation.html", context)


def share_of(value: Decimal | None) -> str:
    """Of the tasks of an organisation, in percent."""
    return "–" if value is None else f"{amount(value)} %"
