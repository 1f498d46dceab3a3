"""Where needs come from besides missing standards of the post held and rounds that are due: rooms
above say for whom they ask what.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from thenchot.organisation.models import Unit


@dataclass(frozen=True)
class Wanted:
    """One person must come to meet one standard, of a post that is not held yet."""

    person: int
    unit: int
    requirement: int


@dataclass(frozen=True)
class Planned:
    """One person is planned for one post, named as people name it, by a list in force."""

    person: int
    post: str


Load = Callable[[Unit], Iterable[Wanted]]
_sources: list[Load] = []


def register_source(load: Load) -> None:
    """`load(place)`: what is asked for its people; once, in `apps.ready`."""
    if load not in _sources:
        _sources.append(load)


def wanted_in(home: Unit) -> list[Wanted]:
    return [one for load in _sources for one in load(home)]


LoadPlanned = Callable[[Unit], Iterable[Planned]]
_planned: list[LoadPlanned] = []


def register_planned(load: LoadPlanned) -> None:
    """`load(place)`: who of its people is planned for what; once, in `apps.ready`."""
    if load not in _planned:
        _planned.append(load)


def planned_in(home: Unit) -> list[Planned]:
    return [one for load in _planned for one in load(home)]
