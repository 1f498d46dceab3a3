from thenchot.benefits.models.cases import Affected, Case, Rearrangement
from thenchot.benefits.models.payments import Payment, PaymentItem
from thenchot.benefits.models.policies import Policy, PolicyCondition, PolicyLine

__all__ = [
    "Affected",
    "Case",
    "Payment",
    "PaymentItem",
    "Policy",
    "PolicyCondition",
    "PolicyLine",
    "Rearrangement",
]
