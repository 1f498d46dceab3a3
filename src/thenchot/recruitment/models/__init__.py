from thenchot.recruitment.models.applicants import Applicant, Score
from thenchot.recruitment.models.receptions import Reception, ReceptionCase
from thenchot.recruitment.models.rounds import CouncilMember, Opening, Round

__all__ = [
    "Applicant",
    "CouncilMember",
    "Opening",
    "Reception",
    "ReceptionCase",
    "Round",
    "Score",
]
