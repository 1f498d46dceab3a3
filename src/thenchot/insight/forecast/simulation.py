"""Test runs of the years ahead (Monte Carlo): who leaves for other reasons than age is drawn, what
law and decisions say is not. Pure; the same seed gives the same figures.

People and posts are numbers without names: nothing here says of anybody how likely they leave.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy

BLOCK = 250  # runs at a time: bounds the memory
STAYS_FOR = 12  # months a successor should still serve


@dataclass(frozen=True)
class Arrival:
    """Somebody who comes in a month, with the chance that it happens."""

    month: int
    chance: float = 1.0


@dataclass(frozen=True)
class Departure:
    """A person (index) for whom a procedure of leaving is under way."""

    person: int
    month: int
    chance: float


@dataclass(frozen=True)
class Post:
    """A post of leaders: its holder (index, None while empty) and who is planned for it: (index,
    month from which ready).
    """

    holder: int | None
    successors: tuple[tuple[int, int], ...] = ()
    ends: int | None = None


@dataclass(frozen=True)
class Town:
    """`leaves`: for each person the first month without them by law or decision, `months` + 1 where
    they stay. Posts stand with the highest first.
    """

    months: int
    leaves: Sequence[int]
    arrivals: Sequence[Arrival] = ()
    departures: Sequence[Departure] = ()
    posts: Sequence[Post] = ()


@dataclass(frozen=True)
class Assumed:
    """`leaves`: chance in a month; `takes`: chance that a ready successor takes the post; `lag`:
    months until the decision; `percent` of the runs lie within the interval.
    """

    leaves: float
    takes: float
    lag: int
    runs: int
    seed: int
    percent: int


@dataclass(frozen=True)
class Band:
    low: tuple[int, ...]
    middle: tuple[int, ...]
    high: tuple[int, ...]


@dataclass
class Bands:
    """By month, 0 the present one."""

    people: Band
    empty: Band
    runs: int = field(default=0)


def simulate(town: Town, assumed: Assumed) -> Bands:
    draw = numpy.random.default_rng(assumed.seed)
    people, empty, left = [], [], assumed.runs
    while left > 0:
        size = min(BLOCK, left)
        heads, empties = _block(town, assumed, draw, size)
        people.append(heads)
        empty.append(empties)
        left -= size
    return Bands(
        _band(numpy.concatenate(people), assumed.percent),
        _band(numpy.concatenate(empty), assumed.percent),
        assumed.runs,
    )


def _block(town: Town, assumed: Assumed, draw, size: int):
    months = town.months
    gone = numpy.minimum(
        numpy.asarray(town.leaves, dtype=numpy.int32)[None, :],
        _drawn(draw, assumed.leaves, (size, len(town.leaves)), months),
    )
    for one in town.departures:
        happens = draw.random(size) < one.chance
        gone[happens, one.person] = numpy.minimum(gone[happens, one.person], one.month)
    heads = _present(gone, months)
    for new in town.arrivals:
        begins = numpy.where(draw.random(size) < new.chance, new.month, months + 1)
        ends = begins + _drawn(draw, assumed.leaves, (size,), months)
        at = numpy.arange(months + 1)
        heads += (at >= begins[:, None]) & (at < ends[:, None])
    return heads, _empties(town, assumed, draw, gone)


def _drawn(draw, chance: float, shape, months: int):
    """The month in which each leaves, beyond the end where never."""
    if chance <= 0:
        return numpy.full(shape, months + 1, dtype=numpy.int32)
    found = draw.geometric(chance, size=shape)
    return numpy.minimum(found, months + 1).astype(numpy.int32)


def _present(gone, months: int):
    """How many are there at the end of each month."""
    size = gone.shape[0]
    found = numpy.empty((size, months + 1), dtype=numpy.int32)
    for month in range(months + 1):
        found[:, month] = (gone > month).sum(axis=1)
    return found


def _empties(town: Town, assumed: Assumed, draw, gone):
    """Posts without a holder; a successor who takes one leaves the own post empty."""
    months, (size, _people) = town.months, gone.shape
    moved = numpy.full(gone.shape, months + 1, dtype=numpy.int32)
    used = numpy.zeros(gone.shape, dtype=bool)
    found = numpy.zeros((size, months + 1), dtype=numpy.int32)
    at = numpy.arange(months + 1)
    for post in town.posts:
        opens = _opens(post, gone, moved, months)
        filled = numpy.full(size, months + 1, dtype=numpy.int32)
        for person, ready in post.successors:
            takes = (
                (opens <= months)
                & (filled > months)
                & ~used[:, person]
                & ((gone[:, person] > opens + STAYS_FOR) | (gone[:, person] > months))
                & (ready <= opens)
                & (draw.random(size) < assumed.takes)
            )
            filled[takes] = opens[takes] + assumed.lag
            used[takes, person] = True
            moved[takes, person] = filled[takes]
        found += (at >= opens[:, None]) & (at < filled[:, None])
    return found


def _opens(post: Post, gone, moved, months: int):
    size = gone.shape[0]
    if post.holder is None:
        return numpy.zeros(size, dtype=numpy.int32)
    found = numpy.minimum(gone[:, post.holder], moved[:, post.holder])
    return found if post.ends is None else numpy.minimum(found, post.ends)


def _band(runs, percent: int) -> Band:
    """Whole numbers that some run gave, never a mean between two of them."""
    rest = (100 - percent) / 2
    cut = numpy.percentile(runs, [rest, 50, 100 - rest], axis=0, method="nearest")
    low, middle, high = cut.astype(int).tolist()
    return Band(tuple(low), tuple(middle), tuple(high))
