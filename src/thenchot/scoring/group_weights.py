"""What the four groups of indicators weigh. Sets of criteria are kept in a room above, which says
at start how they are read.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from thenchot.worklog.models import Assessment


@dataclass(frozen=True)
class GroupWeights:
    """`name` and `basis` of the set; its weights by group."""

    name: str
    basis: str
    weights: Mapping[str, Decimal]

    def __str__(self) -> str:
        return self.name


_sources: list[Callable[[Assessment, Collection[str]], GroupWeights | None]] = []


def register_weights(source: Callable[[Assessment, Collection[str]], GroupWeights | None]) -> None:
    """`source(sheet, groups)`. Once, in `apps.ready`."""
    _sources[:] = [source]


def weights_of(assessment: Assessment, groups: Collection[str]) -> GroupWeights | None:
    """Of the nearest set in force that has exactly these groups."""
    return _sources[0](assessment, groups) if _sources else None
