"""Sets of criteria, and rounds in which people are looked at from many sides."""

from thenchot.feedback.models.criteria import CriteriaSet, Criterion
from thenchot.feedback.models.rounds import (
    Answer,
    FeedbackResult,
    FeedbackRound,
    Invitation,
    Reviewee,
    SignedView,
)

__all__ = [
    "Answer",
    "CriteriaSet",
    "Criterion",
    "FeedbackResult",
    "FeedbackRound",
    "Invitation",
    "Reviewee",
    "SignedView",
]
