"""What measures a target besides the readings people write down: a room above hands in its figures.

A target names its indicator by a code that only that room knows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.programmes.models import Target


@dataclass(frozen=True)
class Measured:
    """A figure of a day, none where nothing was counted. `value` in the unit of the target;
    `baseline`: the first figure there is.
    """

    on: date | None
    value: float | None
    numerator: int | None = None
    denominator: int | None = None
    baseline: float | None = None


Source = Callable[[Sequence[Target]], dict[int, Measured]]  # by the id of the target
_sources: list[Source] = []


def register_measure(source: Source) -> None:
    """A constant number of queries, whatever the number of targets."""
    if source not in _sources:
        _sources.append(source)


def measured(targets: Sequence[Target]) -> dict[int, Measured]:
    """Figures of the targets that an indicator measures, as last counted."""
    tied = [target for target in targets if target.indicator]
    if not tied:
        return {}
    return {pk: found for source in _sources for pk, found in source(tied).items()}
