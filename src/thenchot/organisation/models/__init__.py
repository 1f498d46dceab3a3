"""The dated tree, the posts in it, the committees of each term. Nothing is deleted; it ends."""

from thenchot.organisation.enums import (
    HOMES,
    Bloc,
    CommitteeKind,
    Kind,
    PositionGroup,
    SchemeState,
    SeatState,
    StaffKind,
    TitleRank,
)
from thenchot.organisation.models.committees import Committee, Seat, Term
from thenchot.organisation.models.posts import (
    Duty,
    DutyHolder,
    Headcount,
    JobPosition,
    Place,
    PositionScheme,
    Quota,
    Title,
)
from thenchot.organisation.models.tree import Alias, Unit, UnitLink, UnitVersion

__all__ = [
    "HOMES", "Alias", "Bloc", "Committee", "CommitteeKind", "Duty", "DutyHolder", "Headcount", "JobPosition", "Kind",
    "Place", "PositionGroup", "PositionScheme", "Quota", "SchemeState", "Seat", "SeatState", "StaffKind", "Term",
    "Title", "TitleRank", "Unit", "UnitLink", "UnitVersion",
]  # fmt: skip
