"""Work, the months and quarters it is scored in, and the catalogue it is converted by. Nothing is
deleted; it ends.
"""

from thenchot.performance.models.catalogue import Catalogue, Product
from thenchot.performance.models.criteria import CriteriaSet, Criterion
from thenchot.performance.models.objections import Objection
from thenchot.performance.models.organisations import BodyDecision, BodyRating
from thenchot.performance.models.party import QuarterRating, ReplacementReview
from thenchot.performance.models.sheets import Reopening, Sheet
from thenchot.performance.models.sides import (
    Answer,
    SidesFigure,
    SidesRound,
    SidesSubject,
    SidesTurn,
    SignedView,
)
from thenchot.performance.models.sources import SourceMapping
from thenchot.performance.models.suggestions import Ratio, Suggestion
from thenchot.performance.models.templates import Template, TemplateLine
from thenchot.performance.models.work import Cause, Fault, WeekCount, Work
from thenchot.performance.models.worklog import (
    HardTask,
    OpinionRequest,
    Outing,
    PlanLine,
    PlanReview,
)
from thenchot.performance.models.year import Rating, Round
from thenchot.performance.models.year_outcomes import (
    Complaint,
    RatingDecision,
    RatingReopening,
    RoundReopening,
    Sending,
)
from thenchot.performance.models.year_papers import (
    Absence,
    ActView,
    Meeting,
    Opinion,
    OuterMonth,
    Vote,
)

__all__ = [
    "Absence",
    "ActView",
    "Answer",
    "BodyDecision",
    "BodyRating",
    "Catalogue",
    "Cause",
    "Complaint",
    "CriteriaSet",
    "Criterion",
    "Fault",
    "HardTask",
    "Meeting",
    "Objection",
    "Opinion",
    "OpinionRequest",
    "OuterMonth",
    "Outing",
    "PlanLine",
    "PlanReview",
    "Product",
    "QuarterRating",
    "Rating",
    "RatingDecision",
    "RatingReopening",
    "Ratio",
    "Reopening",
    "ReplacementReview",
    "Round",
    "RoundReopening",
    "Sending",
    "Sheet",
    "SidesFigure",
    "SidesRound",
    "SidesSubject",
    "SidesTurn",
    "SignedView",
    "SourceMapping",
    "Suggestion",
    "Template",
    "TemplateLine",
    "Vote",
    "WeekCount",
    "Work",
]
