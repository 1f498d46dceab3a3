"""Marks become an order: pass mark, priority, ties, and who is chosen from the top down. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Any

CENT = Decimal("0.01")
NOTHING = Decimal(0)


def counted(points: Decimal, breach: str, percents: Mapping[str, int]) -> Decimal:
    """Points of a paper less what a breach in the exam room costs; suspension leaves nothing."""
    if breach == "suspension":
        return NOTHING
    left = 100 - percents.get(breach, 0)
    return (points * left / 100).quantize(CENT, ROUND_HALF_UP)


def together(points: Mapping[str, Decimal], weights: Mapping[str, int]) -> Decimal:
    """The score of a stage whose papers weigh so many percent."""
    total = sum((points.get(part, NOTHING) * weight for part, weight in weights.items()), NOTHING)
    return (total / 100).quantize(CENT, ROUND_HALF_UP)


def passes(points: Mapping[str, Decimal], weights: Mapping[str, int], least: int) -> bool:
    """Every paper there and not below the pass mark, and the stage as a whole."""
    if any(part not in points or points[part] < least for part in weights):
        return False
    return together(points, weights) >= least


@dataclass(frozen=True)
class Entry:
    """Somebody who passed. `marks`: of talent and ready experience, in the order of the policy;
    `choice`: the place the head gave among equals, 0 for none.
    """

    key: int
    second: Decimal
    priority: Decimal = NOTHING
    written: Decimal = NOTHING
    marks: tuple[bool, ...] = ()
    choice: int = 0
    name: str = ""

    @property
    def total(self) -> Decimal:
        return self.second + self.priority

    @property
    def by_law(self) -> tuple[Decimal, ...]:
        """Higher total, then higher second stage, then higher written paper."""
        return -self.total, -self.second, -self.written

    @property
    def among_equals(self) -> tuple[Any, ...]:
        """The head's choice; before it the two marks, which only order what the head looks at."""
        return (
            (not self.choice, self.choice),
            tuple(not mark for mark in self.marks),
            self.name,
            self.key,
        )


@dataclass(frozen=True)
class Outcome:
    """`order`: best first; `won`: chosen; `open`: equals at the border, the head decides."""

    order: tuple[Entry, ...]
    won: tuple[int, ...]
    open: tuple[int, ...] = ()


def rank(entries: Sequence[Entry], places: int) -> Outcome:
    """From the top down, never more than the places."""
    order: list[Entry] = []
    won: list[int] = []
    undecided: tuple[int, ...] = ()
    for _key, equals in groupby(sorted(entries, key=lambda one: one.by_law), lambda e: e.by_law):
        group = sorted(equals, key=lambda one: one.among_equals)
        order += group
        left = places - len(won)
        if len(group) <= left:
            won += [one.key for one in group]
        elif left > 0:
            named = [one for one in group if one.choice]
            if len(named) == left:
                won += [one.key for one in named]
            else:
                undecided = tuple(one.key for one in group)
            places = len(won)
    return Outcome(tuple(order), tuple(won), undecided)
