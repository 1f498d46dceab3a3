"""Shares of levels against the targets of a place (S4-023, S4-024)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from thenchot.policy.parameters import RatingCapPolicy
from thenchot.worklog.enums import Band


@dataclass(frozen=True, slots=True)
class Gap:
    """`part` of `whole` at level `least` or better; `more`: what the label of the level lacks to
    say so.
    """

    least: Band
    part: int
    whole: int
    target: int
    clause: str
    more: str = ""

    @property
    def share(self) -> Fraction:
        return Fraction(self.part, self.whole)


def off_target(levels: Mapping[Band, int], policy: RatingCapPolicy) -> Iterable[Gap]:
    """The targets that are not reached, exactly; 0 is no target, and nobody rated misses none."""
    whole = sum(levels.values())
    good = levels.get(Band.GOOD, 0) + levels.get(Band.EXCELLENT, 0)
    told = (
        Gap(Band.GOOD, good, whole, policy.target_good_percent, "S4-023", " trở lên"),
        Gap(
            Band.EXCELLENT,
            levels.get(Band.EXCELLENT, 0),
            whole,
            policy.target_excellent_percent,
            "S4-024",
        ),
    )
    return (gap for gap in told if whole and gap.share < Fraction(gap.target, 100))
