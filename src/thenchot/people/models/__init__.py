"""Who serves: the person, the file with its tables, the seats, and what keeps the file right."""

from thenchot.people.enums import Sex
from thenchot.people.models.care import (
    Breach,
    ColumnMapping,
    Confirmation,
    DataRequest,
    ImportCheck,
    NoticeRead,
    Pledge,
    Presence,
    Proposal,
    Scan,
)
from thenchot.people.models.person import FormerValue, Particulars, Person
from thenchot.people.models.records import (
    Allowance,
    Background,
    CareerEntry,
    Discipline,
    Qualification,
    Relative,
    Reward,
    SalaryStep,
)
from thenchot.people.models.seats import Appointment, Seating

__all__ = [
    "Allowance",
    "Appointment",
    "Background",
    "Breach",
    "CareerEntry",
    "ColumnMapping",
    "Confirmation",
    "DataRequest",
    "Discipline",
    "FormerValue",
    "ImportCheck",
    "NoticeRead",
    "Particulars",
    "Person",
    "Pledge",
    "Presence",
    "Proposal",
    "Qualification",
    "Relative",
    "Reward",
    "SalaryStep",
    "Scan",
    "Seating",
    "Sex",
]
