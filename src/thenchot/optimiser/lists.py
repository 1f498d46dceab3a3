"""The smallest change of a planning list that meets every number and share, or what cannot be met
and for want of whom. The votes choose the names; this says only what is reachable.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from thenchot.optimiser.solving import Answer, Programme, Status, solve

NO_NEXT = 2_000  # a post without anybody next in line
SHORT = 400  # one person of a group too few
CHANGE = 1  # one name in or out
SHALLOW = 3  # one successor fewer than a post should have
READY = 0.001  # a point of readiness, between equals
ENOUGH = 0.0005

Pair = tuple[int, int]  # person, post
Key = TypeVar("Key", int, str)


@dataclass(frozen=True)
class Post:
    """`most` and `least` people; `level`: who approves; a committee does not count among the posts
    of a person.
    """

    most: int
    least: int = 0
    level: str = ""
    is_committee: bool = False


@dataclass(frozen=True)
class Entry:
    """Somebody may stand for a post. `is_next`: next in line; `ready` from 0 to 100; `is_voted`:
    stays, whatever the numbers say.
    """

    is_next: bool = False
    ready: int = 0
    is_listed: bool = False
    is_voted: bool = False


@dataclass(frozen=True)
class Group:
    """At least `percent` of the distinct people on the list."""

    code: str
    percent: int
    people: frozenset[int]


@dataclass(frozen=True)
class List:
    posts: Mapping[int, Post]
    entries: Mapping[Pair, Entry]
    groups: Collection[Group] = ()
    posts_per_person: int = 3


@dataclass(frozen=True)
class Change:
    """Names in and out. `without_next`: posts that nobody could be next in line for; `short`: by
    group, how many people are lacking after all; `shallow`: by post, how many successors.
    """

    status: Status
    added: tuple[Pair, ...] = ()
    removed: tuple[Pair, ...] = ()
    without_next: tuple[int, ...] = ()
    short: Mapping[str, int] = field(default_factory=dict)
    shallow: Mapping[int, int] = field(default_factory=dict)
    shares: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    gap: float = 0.0


def least_change(plan: List, seconds: float = 20.0) -> Change:
    """In this order: somebody next in line for every post, the shares, few changes, enough depth,
    readiness.
    """
    model = _Model(plan)
    return model.told(solve(model.programme, seconds=seconds, gap=ENOUGH))


class _Model:
    def __init__(self, plan: List) -> None:
        self.plan, self.programme = plan, Programme()
        self.stands = {pair: self._entry(pair, one) for pair, one in plan.entries.items()}
        self.of_post = _grouped(self.stands, 1)
        self.of_person = _grouped(self.stands, 0)
        self.without_next = {
            key: self.programme.column(NO_NEXT)
            for key, post in plan.posts.items()
            if not post.is_committee
        }
        self.shallow = self._slack(plan.posts, SHALLOW)
        self.short = self._slack([one.code for one in plan.groups], SHORT)
        self.on_list = self._people()
        self._numbers()
        self._next_in_line()
        self._posts_of_a_person()
        self._shares()

    def _entry(self, pair: Pair, entry: Entry) -> int:
        change = -CHANGE if entry.is_listed else CHANGE
        column = self.programme.column(change - READY * entry.ready)
        if entry.is_voted:
            self.programme.row([(column, 1)], least=1)
        return column

    def _slack(self, keys: Iterable[Key], cost: float) -> dict[Key, int]:
        most = max(len(self.of_person), len(self.plan.posts), 1) * 100.0
        return {key: self.programme.column(cost, most) for key in keys}

    def _people(self) -> dict[int, int]:
        """Is somebody on the list at all? Only as exact as the shares need it."""
        found = {}
        for person, columns in self.of_person.items():
            on_list = found[person] = self.programme.column()
            for column in columns:
                self.programme.row([(on_list, 1), (column, -1)], least=0)
            self.programme.row([(on_list, 1), *((one, -1) for one in columns)], most=0)
        return found

    def _numbers(self) -> None:
        for key, post in self.plan.posts.items():
            standing = [(one, 1.0) for one in self.of_post.get(key, ())]
            self.programme.row(standing, most=post.most)
            self.programme.row([*standing, (self.shallow[key], 1)], least=post.least)

    def _next_in_line(self) -> None:
        for key, lacks in self.without_next.items():
            able = [
                (self.stands[pair], 1.0)
                for pair, entry in self.plan.entries.items()
                if pair[1] == key and entry.is_next
            ]
            self.programme.row([*able, (lacks, 1)], least=1)

    def _posts_of_a_person(self) -> None:
        for person in self.of_person:
            by_level: dict[str, list[int]] = defaultdict(list)
            for key, post in self.plan.posts.items():
                if (person, key) in self.stands and not post.is_committee:
                    by_level[post.level].append(self.stands[person, key])
            for columns in by_level.values():
                if len(columns) > self.plan.posts_per_person:
                    self.programme.row(
                        ((one, 1) for one in columns), most=self.plan.posts_per_person
                    )

    def _shares(self) -> None:
        """100 × those of the group + 100 × the lacking ≥ percent × everybody on the list."""
        for group in self.plan.groups:
            terms = [
                (column, 100.0 * (person in group.people) - group.percent)
                for person, column in self.on_list.items()
            ]
            self.programme.row([*terms, (self.short[group.code], 100)], least=0)

    def told(self, answer: Answer) -> Change:
        if answer.status == Status.NONE:
            return Change(answer.status)
        entries = self.plan.entries
        stands = {pair for pair, column in self.stands.items() if answer.chosen(column)}
        return Change(
            answer.status,
            tuple(sorted(pair for pair in stands if not entries[pair].is_listed)),
            tuple(sorted(p for p, one in entries.items() if one.is_listed and p not in stands)),
            tuple(key for key, column in self.without_next.items() if answer.chosen(column)),
            _left(self.short, answer),
            _left(self.shallow, answer),
            self._told_shares({person for person, _ in stands}),
            answer.gap,
        )

    def _told_shares(self, people: set[int]) -> dict[str, tuple[int, int]]:
        return {one.code: (len(people & one.people), len(people)) for one in self.plan.groups}


def _grouped(stands: Mapping[Pair, int], side: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for pair, column in stands.items():
        found[pair[side]].append(column)
    return found


def _left(columns: Mapping[Key, int], answer: Answer) -> dict[Key, int]:
    numbers = {key: round(float(answer.values[column])) for key, column in columns.items()}
    return {key: number for key, number in numbers.items() if number}
