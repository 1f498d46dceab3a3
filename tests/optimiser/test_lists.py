"""Least change: the same answer as trying every list, and what cannot be met is named."""

from itertools import chain, combinations
from random import Random

import pytest

from thenchot.optimiser import lists
from thenchot.optimiser.lists import Change, Entry, Group, List, Post, least_change
from thenchot.optimiser.solving import Status


def random_list(seed: int) -> List:
    draw = Random(seed)
    posts = {
        1: Post(draw.choice([2, 3]), 2, "above"),
        2: Post(3, 1, "above"),
        3: Post(draw.choice([3, 4]), 2, is_committee=True),
    }
    entries = {
        (person, post): Entry(draw.random() < 0.5, draw.choice([0, 50, 100]), draw.random() < 0.4)
        for person in range(1, 6)
        for post in posts
        if draw.random() < 0.65
    }
    women = frozenset(draw.sample(range(1, 6), 2))
    young = frozenset(draw.sample(range(1, 6), 1))
    groups = [Group("women", draw.choice([15, 40]), women), Group("young", 10, young)]
    return List(posts, entries, groups, posts_per_person=draw.choice([1, 2]))


def price_of(plan: List, stands: set) -> float | None:
    cost = 0.0
    for key, post in plan.posts.items():
        here = [pair for pair in stands if pair[1] == key]
        if len(here) > post.most:
            return None
        cost += lists.SHALLOW * max(post.least - len(here), 0)
        has_next = any(plan.entries[pair].is_next for pair in here)
        cost += lists.NO_NEXT * (not post.is_committee and not has_next)
    for person in {pair[0] for pair in stands}:
        held = sum(p == person and not plan.posts[post].is_committee for p, post in stands)
        if held > plan.posts_per_person:
            return None
    people = {person for person, _ in stands}
    for group in plan.groups:
        lacking = -(-(group.percent * len(people) - 100 * len(people & group.people)) // 100)
        cost += lists.SHORT * max(lacking, 0)
    listed = {pair for pair, one in plan.entries.items() if one.is_listed}
    cost += lists.CHANGE * len(listed ^ stands)
    return cost - lists.READY * sum(plan.entries[pair].ready for pair in stands)


def every_list(plan: List):
    pairs = list(plan.entries)
    return map(set, chain.from_iterable(combinations(pairs, n) for n in range(len(pairs) + 1)))


@pytest.mark.parametrize("seed", range(40))
def test_the_same_as_trying_every_list(seed):
    plan = random_list(seed)
    prices = [price for stands in every_list(plan) if (price := price_of(plan, stands)) is not None]
    change = least_change(plan)
    listed = {pair for pair, one in plan.entries.items() if one.is_listed}
    stands = listed - set(change.removed) | set(change.added)
    assert change.status == Status.PROVEN
    assert price_of(plan, stands) == pytest.approx(min(prices), abs=0.001)


def test_a_list_that_holds_is_left_alone():
    entries = {(1, 1): Entry(True, 100, True), (2, 1): Entry(False, 50, True)}
    plan = List({1: Post(3, 2)}, entries, [Group("women", 50, frozenset({1}))])
    shares = {"women": (1, 2)}
    assert least_change(plan) == Change(Status.PROVEN, shares=shares, gap=least_change(plan).gap)


def test_the_group_that_cannot_be_reached_says_how_many_are_lacking():
    entries = {(one, 1): Entry(True, 0, True, True) for one in range(1, 11)}
    plan = List({1: Post(10, 10)}, entries, [Group("women", 25, frozenset({1}))])
    change = least_change(plan)
    assert change.short == {"women": 2}
    assert change.shares == {"women": (1, 10)}
    assert (change.added, change.removed) == ((), ())


def test_what_was_voted_on_stays():
    entries = {(1, 1): Entry(True, 0, True, True), (2, 1): Entry(True, 100)}
    women = Group("women", 100, frozenset({2}))
    change = least_change(List({1: Post(1, 1)}, entries, [women]))
    assert (change.added, change.removed, change.short) == ((), (), {"women": 1})


def test_nobody_next_in_line_is_named():
    entries = {(1, 1): Entry(False, 0, True)}
    change = least_change(List({1: Post(3, 2)}, entries))
    assert change.without_next == (1,)
    assert change.shallow == {1: 1}
