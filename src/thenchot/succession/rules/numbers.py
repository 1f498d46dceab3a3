"""How many may be planned: for a post, for a committee, and posts of one person. Pure: Hướng dẫn
45-HD/BTCTW, Điều 26.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thenchot.kernel.decision import Reason


@dataclass(frozen=True)
class Limits:
    """`committee_percent`: of the seats of a committee, 150 for 1.5. `depth`: successors that
    a post should have.
    """

    people_per_seat: int
    committee_percent: int
    posts_per_person: int
    depth: int


@dataclass(frozen=True)
class Listed:
    """One name on the list: who, for which post, approved at which level."""

    person: int
    name: str
    post: int
    level: str
    is_committee: bool


def most_for(seats: int, *, is_committee: bool, limits: Limits) -> int:
    """The most people planned for it; half a person counts as one."""
    if is_committee:
        return (seats * limits.committee_percent + 50) // 100
    return seats * limits.people_per_seat


def least_for(seats: int, *, is_committee: bool, limits: Limits) -> int:
    """A committee is planned at least once over."""
    return seats if is_committee else limits.depth


def too_many(
    listed: Iterable[Listed], most: Mapping[int, tuple[str, int]], limits: Limits
) -> list[Reason]:
    """Why a list does not hold. `most`: post -> its name and the most people for it."""
    rows = list(listed)
    reasons = []
    for post, count in Counter(row.post for row in rows).items():
        name, limit = most[post]
        if count > limit:
            reasons.append(
                Reason(
                    "succession.people",
                    f"{name}: {count} người, nhiều nhất {limit}.",
                    "Hướng dẫn 45-HD/BTCTW, Điều 26",
                )
            )
    names = {row.person: row.name for row in rows}
    held = Counter((row.person, row.level) for row in rows if not row.is_committee)
    for (person, _level), count in held.items():
        if count > limits.posts_per_person:
            reasons.append(
                Reason(
                    "succession.posts",
                    f"{names[person]}: {count} chức danh cùng cấp phê duyệt, nhiều nhất "
                    f"{limits.posts_per_person}.",
                    "Hướng dẫn 45-HD/BTCTW, Điều 26",
                )
            )
    return reasons
