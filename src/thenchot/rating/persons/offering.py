"""What the page of a rating offers whoever looks, and what comes next for the person itself."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.actions import Offer
from thenchot.rating.enums import RatingStep
from thenchot.rating.models import Rating
from thenchot.rating.persons.actions import RATING

OF_RATING = ("self", "complaint", "opinion", "propose", "settings", "decide", "reopen")
OF_OWN = ("self", "complaint")
NEXT = {
    RatingStep.SELF: "self",
    RatingStep.MEETING: "meeting",
    RatingStep.PARTY: "opinion",
    RatingStep.CONSOLIDATION: "propose",
    RatingStep.DECISION: "decide",
}


def rating_offers(actor, rating: Rating, is_own: bool) -> list[Offer]:
    """Of the whole rating; what the step asks for stands out. Nobody acts on the own one but by
    rating oneself and complaining.
    """
    offers = RATING.offers(actor, rating, *(OF_OWN if is_own else OF_RATING))
    name = NEXT.get(rating.state)
    return [replace(offer, tone="go") if offer.name == name else offer for offer in offers]


def own_offers(actor, rating: Rating) -> list[Offer]:
    """What comes next for the person itself."""
    asked = RATING.offers(actor, rating, "self")
    if asked:
        return [replace(offer, tone="go") for offer in asked]
    if rating.round.published_at:
        page = reverse("round_published", args=[rating.round_id])
        return [Offer("published", _("Xem công khai"), page, "", False, "")]
    return [replace(look(rating), tone="")]


def look(rating: Rating) -> Offer:
    page = reverse("rating_detail", args=[rating.pk])
    return Offer("look", _("Xem"), page, "quiet", False, "")


# An organisation
