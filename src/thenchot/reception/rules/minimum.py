"""How many days a month a head receives, and what counts. Pure."""

from thenchot.policy.parameters import ReceptionPolicy
from thenchot.reception.enums import Duty


def least_days(duty: str, policy: ReceptionPolicy) -> int:
    """Days a month; 0 where the law names none."""
    least = {
        Duty.CHAIR: policy.chair_days,
        Duty.SECRETARY: policy.secretary_days,
        Duty.UNIT_HEAD: policy.unit_head_days,
    }
    return least.get(Duty(duty), 0)


def counts(duty: str, *, in_person: bool, policy: ReceptionPolicy) -> bool:
    """Whether a session that was held counts for whoever is planned: for the chair only the chair's
    own, where the policy says so.
    """
    if in_person:
        return True
    return duty != Duty.CHAIR or not policy.chair_in_person


def pay_of(part: str, *, has_allowance: bool, policy: ReceptionPolicy) -> int:
    """Đồng for one day; `has_allowance`: an occupational-responsibility allowance is drawn."""
    if part == "support":
        return policy.pay_support
    return policy.pay_receiver_allowed if has_allowance else policy.pay_receiver
