"""The decision of a rating."""

from thenchot.rating.models import Rating, RatingDecision


def decision_of(rating: Rating) -> RatingDecision | None:
    """The one in force."""
    return RatingDecision.objects.filter(rating=rating).first()
