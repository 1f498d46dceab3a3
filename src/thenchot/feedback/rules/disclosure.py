"""Which anonymous sides may be shown: at least five people asked, at least five answers, and no
figure that differs from another by fewer than five people. Five is a promise to whoever answers,
not a policy: no place may lower it.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from thenchot.feedback.enums import ResultState, Side

LEAST = 5


def is_asked(invited: int) -> bool:
    return invited >= LEAST


def states_of(
    answered: Mapping[Side, Set[int]], earlier: Sequence[Sequence[Set[int]]]
) -> dict[Side, ResultState]:
    """`answered`: who answered, by side, never one person on two sides. `earlier`: of each round
    before, the people of each figure about the same person that was released.
    """
    found: dict[Side, ResultState] = {}
    released: list[Set[int]] = []
    for side, people in answered.items():
        if len(people) < LEAST:
            found[side] = ResultState.FEW
        elif all(tells_nobody([*released, people], figures) for figures in earlier):
            released.append(people)
            found[side] = ResultState.RELEASED
        else:
            found[side] = ResultState.WITHHELD
    return found


def tells_nobody(ours: Sequence[Set[int]], theirs: Sequence[Set[int]]) -> bool:
    """Whatever is added up on either side: the same people, or at least five others."""
    return all(
        len(one ^ other) == 0 or len(one ^ other) >= LEAST
        for one in _unions(ours)
        for other in _unions(theirs)
    )


def _unions(figures: Sequence[Set[int]]) -> Iterable[Set[int]]:
    for size in range(1, len(figures) + 1):
        for some in combinations(figures, size):
            yield frozenset().union(*some)
