"""Sets of criteria, and rounds in which people are looked at from many sides."""

from thenchot.feedback.models.criteria import CriteriaSet, Criterion
from thenchot.feedback.models.rounds import (
    Answer,
    SidesFigure,
    SidesRound,
    SidesSubject,
    SidesTurn,
    SignedView,
)

__all__ = [
    "Answer",
    "CriteriaSet",
    "Criterion",
    "SidesFigure",
    "SidesRound",
    "SidesSubject",
    "SidesTurn",
    "SignedView",
]
