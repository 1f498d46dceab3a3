"""What the page and the row of an organisation offer whoever looks."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.actions import Offer
from thenchot.rating.models import OrganisationRating
from thenchot.rating.organisations.actions import ORGANISATION


def organisation_offers(actor, body: OrganisationRating) -> list[Offer]:
    """A decision that stands is replaced by another."""
    offers = ORGANISATION.offers(actor, body)
    if body.decision is None:
        return offers
    title = _("Quyết định thay thế")
    return [replace(o, title=title) if o.name == "decide" else o for o in offers]


def next_organisation_offers(actor, body: OrganisationRating) -> list[Offer]:
    """What comes next for a row: its decision, or first its points."""
    if body.decision is not None:
        return []
    offers = ORGANISATION.offers(actor, body, "decide", "score")[:1]
    title = _("Ghi quyết định") if body.is_recognised_above else _("Quyết định")
    named = [replace(o, title=title) if o.name == "decide" else o for o in offers]
    return [replace(offer, tone="") for offer in named]
