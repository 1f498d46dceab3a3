from thenchot.oversight.models.findings import Finding
from thenchot.oversight.models.inspections import Inspection, TeamMember
from thenchot.oversight.models.plans import Plan, PlanLine
from thenchot.oversight.models.social import Recommendation, SocialSupervision

__all__ = [
    "Finding",
    "Inspection",
    "Plan",
    "PlanLine",
    "Recommendation",
    "SocialSupervision",
    "TeamMember",
]
