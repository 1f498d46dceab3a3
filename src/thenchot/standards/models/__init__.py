"""What posts demand, who is exempt, and what the last sweep found. Nothing is deleted; it ends."""

from thenchot.standards.models.findings import Foreseen, Shortfall, Sweep, Tally, Verdict
from thenchot.standards.models.sets import Exemption, Requirement, StandardSet

__all__ = [
    "Exemption",
    "Foreseen",
    "Requirement",
    "Shortfall",
    "StandardSet",
    "Sweep",
    "Tally",
    "Verdict",
]
