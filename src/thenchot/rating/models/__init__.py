"""The Party's quarter and the year: what was said, proposed and decided. Nothing is deleted; it is
replaced.
"""

from thenchot.rating.models.organisations import BodyDecision, BodyRating
from thenchot.rating.models.outcomes import (
    Complaint,
    RatingDecision,
    RatingReopening,
    RoundReopening,
    Sending,
)
from thenchot.rating.models.papers import Absence, ActView, Meeting, Opinion, OuterMonth, Vote
from thenchot.rating.models.quarters import QuarterRating, ReplacementReview
from thenchot.rating.models.rounds import Rating, Round

__all__ = [
    "Absence",
    "ActView",
    "BodyDecision",
    "BodyRating",
    "Complaint",
    "Meeting",
    "Opinion",
    "OuterMonth",
    "QuarterRating",
    "Rating",
    "RatingDecision",
    "RatingReopening",
    "ReplacementReview",
    "Round",
    "RoundReopening",
    "Sending",
    "Vote",
]
