"""What the policy of the place says of a plan: its limits, the day to which ages are counted."""

from datetime import date

from thenchot.organisation.models import Term, Unit
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import SuccessionPolicy
from thenchot.succession.models import SuccessionPlan
from thenchot.succession.rules.numbers import Limits
from thenchot.succession.rules.planning import reckoning_day


def policy_of(plan: SuccessionPlan) -> SuccessionPolicy:
    return policies.in_force(SuccessionPolicy, path=plan.unit.path, on=today())


def limits_of(plan: SuccessionPlan) -> Limits:
    policy = policy_of(plan)
    return Limits(
        policy.people_per_seat,
        policy.committee_percent,
        policy.posts_per_person,
        policy.wanted_depth,
    )


def reckoning_of(term: Term, home: Unit) -> date:
    """By the bloc to which the collectives of the term belong; the Party's where none is known."""
    policy = policies.in_force(SuccessionPolicy, path=home.path, on=today())
    kinds = set(term.committees.values_list("kind", flat=True))
    month = policy.party_month
    if kinds & {"council", "people"}:
        month = policy.state_month
    elif kinds & {"front"}:
        month = policy.front_month
    return reckoning_day(term.starts_on, month, today())
