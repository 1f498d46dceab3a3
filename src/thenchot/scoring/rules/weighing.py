"""A mean by weights, of those that have a figure."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

WHOLE = Fraction(100)


def mean_share(shares: Iterable[tuple[Decimal | Fraction, Fraction | None]]) -> Fraction | None:
    """Weighted mean of what is there: (weight, share or none). None when nothing with a weight is
    there.
    """
    known = [
        (Fraction(weight), value) for weight, value in shares if value is not None and weight > 0
    ]
    whole = sum((weight for weight, _ in known), Fraction(0))
    return sum((weight * value for weight, value in known), Fraction(0)) / whole if whole else None
