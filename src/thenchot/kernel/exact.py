"""Exact numbers: fractions inside, rounded once, half up, where they are printed."""

from decimal import Decimal
from fractions import Fraction

SHARE_PLACES = 4
POINT_PLACES = 2


def half_up(value: Fraction | Decimal, places: int) -> Decimal:
    """`value` (never negative) rounded to `places`; a half goes up."""
    scaled = Fraction(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole).scaleb(-places)


def share(value: Fraction) -> str:
    """0.8510: a share as it is printed."""
    return str(half_up(value, SHARE_PLACES))


def points(value: Fraction | Decimal) -> str:
    """85.10: points as they are printed."""
    return str(half_up(value, POINT_PLACES))


def percent(whole: int) -> Fraction:
    return Fraction(whole, 100)
