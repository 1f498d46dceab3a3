"""Means of periods (Đ17.3): of the months of a quarter, of the months or quarters of a year."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from thenchot.kernel.periods import Period, Quarter
from thenchot.rating.persons.rules.year_facts import Scored
from thenchot.rating.rules.periods import months_of


def mean(months: Sequence[Scored]) -> Fraction | None:
    """Of the months scored; a quarter stands for its three months, two units in one month for one
    month.
    """
    by_month: dict[Period, list[Decimal]] = {}
    for scored in months:
        if scored.total is None:
            continue
        for month in months_of(scored.period):
            by_month.setdefault(month, []).append(scored.total)
    means = [Fraction(sum(totals)) / len(totals) for totals in by_month.values()]
    return sum(means, Fraction(0)) / len(means) if means else None


def quarter_means(months: Sequence[Scored]) -> list[Fraction]:
    """The means of the quarters of which anything was scored."""
    quarters: dict[Period, list[Scored]] = {}
    for one in months:
        quarters.setdefault(Quarter.of(one.period.start), []).append(one)
    return [found for scored in quarters.values() if (found := mean(scored)) is not None]
