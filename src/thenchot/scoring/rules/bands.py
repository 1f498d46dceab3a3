"""Where a total stands (Đ20)."""

from decimal import Decimal
from fractions import Fraction

from thenchot.kernel.exact import POINT_PLACES, half_up
from thenchot.policy.parameters import ScoringPolicy
from thenchot.worklog.enums import Band


def band_of(total: Fraction | Decimal, policy: ScoringPolicy) -> Band:
    """The band of a total; read from the rounded one unless the policy says exact."""
    value = (
        Fraction(half_up(total, POINT_PLACES)) if policy.band_from == "rounded" else Fraction(total)
    )
    excellent, good, completed = policy.thresholds
    if value >= excellent:
        return Band.EXCELLENT
    if value >= good:
        return Band.GOOD
    return Band.COMPLETED if value >= completed else Band.FAILED


def lower(one: Band, other: Band) -> Band:
    return min(one, other, key=lambda band: band.rank)
