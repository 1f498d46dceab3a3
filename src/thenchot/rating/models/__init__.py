"""The Party's quarter and the year: what was said, proposed and decided. Nothing is deleted; it is
replaced.
"""

from thenchot.rating.models.organisations import OrganisationDecision, OrganisationRating
from thenchot.rating.models.outcomes import (
    Complaint,
    RatingDecision,
    RatingReopening,
    RoundReopening,
    Sending,
)
from thenchot.rating.models.papers import (
    Absence,
    ExternalMonthScore,
    Meeting,
    Opinion,
    ViolationTreatment,
    Vote,
)
from thenchot.rating.models.quarters import QuarterRating, ReplacementReview
from thenchot.rating.models.rounds import Rating, Round

__all__ = [
    "Absence",
    "Complaint",
    "ExternalMonthScore",
    "Meeting",
    "Opinion",
    "OrganisationDecision",
    "OrganisationRating",
    "QuarterRating",
    "Rating",
    "RatingDecision",
    "RatingReopening",
    "ReplacementReview",
    "Round",
    "RoundReopening",
    "Sending",
    "ViolationTreatment",
    "Vote",
]
