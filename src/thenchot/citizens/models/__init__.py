from thenchot.citizens.models.cases import (
    Apology,
    Batch,
    Case,
    CaseChange,
    CaseColumns,
    Outage,
)

__all__ = ["Apology", "Batch", "Case", "CaseChange", "CaseColumns", "Outage"]
