"""Conditions beside the points: the Party's rules ask them of persons, the decree of organisations only."""

from collections.abc import Sequence
from dataclasses import dataclass

from thenchot.performance.enums import Band
from thenchot.performance.rules.exact import percent
from thenchot.performance.rules.year_facts import Shares
from thenchot.policy.parameters import PartyRatingPolicy

ARTICLE = "QĐ 366-QĐ/TW, Điều 11"


@dataclass(frozen=True, slots=True)
class Condition:
    code: str
    met: bool
    source: str


def conditions_of(shares: Shares, party: PartyRatingPolicy, source: str = ARTICLE) -> tuple[Condition, ...]:
    """Those of QĐ 366 Đ11; NĐ 335 Đ5-9 asks the same of organisations."""
    return (
        Condition("all_done", shares.done >= 1, source),
        Condition("all_on_time", shares.done >= 1 and shares.late == 0, source),
        Condition("exceeding", shares.exceeding >= percent(party.exceeding_percent), source),
        Condition("late_within", shares.late <= percent(party.late_percent), source),
    )


def highest_allowed(conditions: Sequence[Condition]) -> Band:
    met = {condition.code for condition in conditions if condition.met}
    if {"all_on_time", "exceeding"} <= met:
        return Band.EXCELLENT
    if "all_on_time" in met:
        return Band.GOOD
    return Band.COMPLETED if {"all_done", "late_within"} <= met else Band.FAILED
