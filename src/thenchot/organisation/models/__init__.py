"""The dated tree, the posts in it, the committees of each term. Nothing is deleted; it ends."""

from thenchot.organisation.enums import (
    HOMES,
    Bloc,
    CommitteeKind,
    PositionGroup,
    SchemeState,
    SeatState,
    StaffKind,
    TitleRank,
    UnitKind,
)
from thenchot.organisation.models.committees import Committee, Seat, Term
from thenchot.organisation.models.duties import Duty, DutyHolder
from thenchot.organisation.models.places import Place
from thenchot.organisation.models.posts import JobPosition, PositionScheme, Title
from thenchot.organisation.models.quotas import Headcount, Quota, TitleLimit
from thenchot.organisation.models.tree import Alias, Unit, UnitLink, UnitVersion

__all__ = [
    "HOMES",
    "Alias",
    "Bloc",
    "Committee",
    "CommitteeKind",
    "Duty",
    "DutyHolder",
    "Headcount",
    "JobPosition",
    "Place",
    "PositionGroup",
    "PositionScheme",
    "Quota",
    "SchemeState",
    "Seat",
    "SeatState",
    "StaffKind",
    "Term",
    "Title",
    "TitleLimit",
    "TitleRank",
    "Unit",
    "UnitKind",
    "UnitLink",
    "UnitVersion",
]
