from thenchot.placement.models.assignments import DelegationLine, MentorPair, PlacementReview
from thenchot.placement.models.procedures import (
    HandOverItem,
    Paper,
    Procedure,
    ProcedureStep,
    Waiver,
)
from thenchot.placement.models.vacancies import Vacancy

__all__ = [
    "DelegationLine",
    "HandOverItem",
    "MentorPair",
    "Paper",
    "PlacementReview",
    "Procedure",
    "ProcedureStep",
    "Vacancy",
    "Waiver",
]
