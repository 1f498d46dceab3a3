from thenchot.succession.models.plans import Candidate, Lack, PlannedPost, SuccessionPlan
from thenchot.succession.models.roads import Milestone, Prospect
from thenchot.succession.models.votes import Ballot, Conference

__all__ = [
    "Ballot",
    "Candidate",
    "Conference",
    "Lack",
    "Milestone",
    "PlannedPost",
    "Prospect",
    "SuccessionPlan",
]
