"""Shares of tasks, and the conditions on them beside the points: the Party's rules ask them of
persons (QĐ 366 Đ11), the decree its own of organisations.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from thenchot.kernel.exact import percent
from thenchot.policy.parameters import PartyRatingPolicy
from thenchot.worklog.enums import Band

ARTICLE = "QĐ 366-QĐ/TW, Điều 11"


@dataclass(frozen=True, slots=True)
class Shares:
    """Of all tasks of the year, as fractions of one."""

    done: Fraction
    exceeding: Fraction
    late: Fraction


@dataclass(frozen=True, slots=True)
class Condition:
    code: str
    met: bool
    source: str

    def as_json(self) -> dict[str, str | bool]:
        return {"code": self.code, "met": self.met, "source": self.source}


def conditions_of(shares: Shares, party: PartyRatingPolicy) -> tuple[Condition, ...]:
    return (
        Condition("all_done", shares.done >= 1, ARTICLE),
        Condition("all_on_time", shares.done >= 1 and shares.late == 0, ARTICLE),
        Condition("exceeding", shares.exceeding >= percent(party.exceeding_percent), ARTICLE),
        Condition("late_within", shares.late <= percent(party.late_percent), ARTICLE),
    )


def highest_allowed(conditions: Sequence[Condition]) -> Band:
    """Excellent: all on time, and enough beyond what was asked; good: all on time; completed: all
    done, few late.
    """
    met = {condition.code for condition in conditions if condition.met}
    if {"all_on_time", "exceeding"} <= met:
        return Band.EXCELLENT
    if "all_on_time" in met:
        return Band.GOOD
    return Band.COMPLETED if {"all_done", "late_within"} <= met else Band.FAILED
