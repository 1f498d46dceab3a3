from thenchot.placement.models.procedures import (
    HandOverItem,
    Paper,
    Procedure,
    ProcedureStep,
    Waiver,
)
from thenchot.placement.models.vacancies import Vacancy

__all__ = [
    "HandOverItem",
    "Paper",
    "Procedure",
    "ProcedureStep",
    "Vacancy",
    "Waiver",
]
