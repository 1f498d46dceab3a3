"""The four groups of indicators for every title (S0-053 … S0-056): each figure with its numerator,
denominator and rows. A group nobody was asked for, or without anything to count, leaves the
denominator: it is never a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from thenchot.scoring.rules.weighing import WHOLE, mean_share

RESULT, SERVICE, COORDINATION, DISCIPLINE = "result", "service", "coordination", "discipline"
CLAUSES = {RESULT: "S0-053", SERVICE: "S0-054", COORDINATION: "S0-055", DISCIPLINE: "S0-056"}


@dataclass(frozen=True, slots=True)
class Answered:
    """Something another unit asked, to be answered by `due_on`. `kind`: opinion or difficulty; `id`
    leads to the row.
    """

    kind: str
    id: int
    text: str
    asked_by: str
    due_on: date
    answered_on: date | None

    @property
    def is_on_time(self) -> bool:
        return self.answered_on is not None and self.answered_on <= self.due_on

    def counts(self, on: date) -> bool:
        """Once it was answered, or the time for it is up."""
        return self.answered_on is not None or self.due_on < on


@dataclass(frozen=True, slots=True)
class Indicator:
    """`share` from 0 to 1, none while there is nothing to count."""

    code: str
    numerator: Fraction
    denominator: Fraction
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class Group:
    """`reason`: the code of why it has no figure. `rows`: what the indicators were counted from."""

    code: str
    indicators: tuple[Indicator, ...] = ()
    rows: tuple[Answered, ...] = ()
    reason: str = ""

    @property
    def clause(self) -> str:
        return CLAUSES[self.code]

    @property
    def share(self) -> Fraction | None:
        """Each thing counted weighs the same, whichever indicator it stands in."""
        return mean_share((one.denominator, one.share) for one in self.indicators)


def results(shares: Mapping[str, tuple[Fraction, Fraction, Fraction | None]]) -> Group:
    """Group 1, as the sheet counts work: {indicator: (numerator, denominator, share after the cap
    of the decree)}.
    """
    found = tuple(Indicator(code, *told) for code, told in shares.items())
    reason = "" if any(one.share is not None for one in found) else "nothing_given"
    return Group(RESULT, found, (), reason)


def coordination(rows: Sequence[Answered], on: date) -> Group:
    """Group 3: of what other units asked and is answered or overdue, how much was answered in
    time.
    """
    counted = tuple(row for row in rows if row.counts(on))
    found = tuple(
        _in_time(kind, [row for row in counted if row.kind == kind])
        for kind in ("opinion", "difficulty")
    )
    reason = "" if counted else "nobody_asked"
    return Group(COORDINATION, found, counted, reason)


def _in_time(kind: str, rows: Sequence[Answered]) -> Indicator:
    done, whole = Fraction(sum(row.is_on_time for row in rows)), Fraction(len(rows))
    return Indicator(kind, done, whole, done / whole if whole else None)


def not_asked(code: str) -> Group:
    """No room holds its figures yet."""
    return Group(code, reason=f"no_{code}")


def total(
    groups: Sequence[Group], weights: Mapping[str, Decimal]
) -> tuple[Fraction | None, Decimal]:
    """Points of 100 over the groups with a figure, and the weight that counts."""
    counted = sum(
        (weights.get(group.code, Decimal(0)) for group in groups if group.share is not None),
        Decimal(0),
    )
    found = mean_share((weights.get(group.code, Decimal(0)), group.share) for group in groups)
    return None if found is None else found * WHOLE, counted
