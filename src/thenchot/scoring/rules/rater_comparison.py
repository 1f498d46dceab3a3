"""How one rater's scores lie beside those of the others: a mirror, never a correction.
Small groups are not compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from thenchot.kernel.exact import POINT_PLACES, half_up
from thenchot.policy.parameters import ScoringPolicy


@dataclass(frozen=True, slots=True)
class RaterComparison:
    """Points; `peers_mean` null where there are too few to compare with. `flags`: flat | lenient |
    strict.
    """

    people: int
    mean: Decimal
    low: Decimal
    high: Decimal
    peers: int
    peers_mean: Decimal | None
    peers_low: Decimal | None
    peers_high: Decimal | None
    flags: tuple[str, ...]


def compare(
    own: Sequence[Decimal], peers: Sequence[Decimal], policy: ScoringPolicy
) -> RaterComparison | None:
    """None below the least number of people the policy compares."""
    if len(own) < policy.mirror_people:
        return None
    mean, many = _mean(own), len(peers) >= policy.mirror_people
    flags = (*_flat(own, policy), *(_leaning(mean, _mean(peers), policy) if many else ()))
    return RaterComparison(
        len(own),
        half_up(mean, POINT_PLACES),
        min(own),
        max(own),
        len(peers),
        half_up(_mean(peers), POINT_PLACES) if many else None,
        min(peers) if many else None,
        max(peers) if many else None,
        flags,
    )


def _mean(values: Sequence[Decimal]) -> Fraction:
    return Fraction(sum(values, Decimal(0))) / len(values)


def _flat(own: Sequence[Decimal], policy: ScoringPolicy) -> tuple[str, ...]:
    return ("flat",) if max(own) - min(own) < policy.flat_points else ()


def _leaning(mean: Fraction, others: Fraction, policy: ScoringPolicy) -> tuple[str, ...]:
    if abs(mean - others) < policy.lenient_points:
        return ()
    return ("lenient",) if mean > others else ("strict",)
