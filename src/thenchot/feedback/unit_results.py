"""What the unit somebody works in came to, as decided in its own yearly rating; nobody types it in.
Years are rated in a room above, which says at start how its decisions are read.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Decided:
    """Which rating, by which decision."""

    rating: int
    decision: int
    number: str
    decided_on: date
    level: str


@dataclass(frozen=True)
class UnitResult:
    """`points` out of `most`, with the decision that stands; or the reason why there are none."""

    reason: str = ""
    decided: Decided | None = None
    points: Decimal | None = None
    most: Decimal = Decimal(100)


_sources: list[Callable[[Collection[int], int], Mapping[int, UnitResult]]] = []


def register_source(source: Callable[[Collection[int], int], Mapping[int, UnitResult]]) -> None:
    """`source(units, year)`: of each unit. Once, in `apps.ready`."""
    _sources[:] = [source]


def unit_results(units: Collection[int], year: int) -> Mapping[int, UnitResult]:
    return _sources[0](units, year) if _sources else {unit: UnitResult() for unit in units}
