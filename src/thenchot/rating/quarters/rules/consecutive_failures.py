"""Quarters not completed, one after the other (S0-049): runs span the year's end; a quarter without
a rating neither counts nor silently breaks a run, it is shown for decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from thenchot.kernel.periods import Quarter
from thenchot.worklog.enums import Band


@dataclass(frozen=True, slots=True)
class Run:
    """Failed quarters in order; `gaps`: quarters between them that nobody rated."""

    failed: tuple[Quarter, ...]
    gaps: tuple[Quarter, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Nothing between the failed quarters is unknown."""
        return not self.gaps

    @property
    def last(self) -> Quarter:
        return self.failed[-1]


def runs_of(levels: Mapping[Quarter, Band | None], least: int) -> list[Run]:
    """Runs of at least `least` failed quarters; null and quarters missing in between are gaps."""
    if not levels:
        return []
    found: list[tuple[list[Quarter], list[Quarter]]] = []
    failed: list[Quarter] = []
    gaps: list[Quarter] = []
    waiting: list[Quarter] = []
    quarter, last = min(levels), max(levels)
    while quarter <= last:
        level = levels.get(quarter)
        if level == Band.FAILED:
            gaps, waiting = [*gaps, *(waiting if failed else [])], []
            failed.append(quarter)
        elif level is None:
            waiting.append(quarter)
        else:
            found, failed, gaps, waiting = [*found, (failed, gaps)], [], [], []
        quarter = quarter.next()
    found.append((failed, gaps))
    return [
        Run(tuple(quarters), tuple(between))
        for quarters, between in found
        if len(quarters) >= least
    ]
