from thenchot.citizens.models.cases import (
    Apology,
    Batch,
    Case,
    CaseChange,
    CaseColumns,
    Outage,
)
from thenchot.citizens.models.satisfaction import RatingSlip, Satisfaction

__all__ = [
    "Apology",
    "Batch",
    "Case",
    "CaseChange",
    "CaseColumns",
    "Outage",
    "RatingSlip",
    "Satisfaction",
]
