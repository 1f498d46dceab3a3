from thenchot.cells.models.cells import CellCharge, CellMember, ChargeReport, MemberReview
from thenchot.cells.models.congresses import Candidate, Congress
from thenchot.cells.models.meetings import (
    AgendaItem,
    Meeting,
    MeetingScore,
    Sheet,
    SheetItem,
)

__all__ = [
    "AgendaItem",
    "Candidate",
    "CellCharge",
    "CellMember",
    "ChargeReport",
    "Congress",
    "Meeting",
    "MeetingScore",
    "MemberReview",
    "Sheet",
    "SheetItem",
]
