"""Proposals on invented towns: a ward of 131 people and 60 posts, a province of 5,000 and 2,000.

Each line says what was asked, how many pairs, the seconds, and what came out. The province takes
eight arcs a person and eight a seat, out of the own unit and the four beside it.
"""

import resource
import time
from collections import defaultdict
from random import Random

from thenchot.optimiser import courses, lists, seats
from thenchot.optimiser.seats import Arc, Board, Limits, Post


def run():
    ward()
    province()
    planning_list()
    course_sets()


def timed(work):
    begun = time.perf_counter()
    found = work()
    return found, time.perf_counter() - begun


def ward():
    board = town(131, 60, 6, seed=1)
    options, seconds = timed(lambda: list(seats.frontier(board, 10)))
    proven = sum(one.status == "proven" for one in options)
    print(
        f"ward, 0 to 10 moves: {len(board.arcs)} pairs, {len(options)} options, {proven} proven, "
        f"{seconds:.1f} s (goal 3)"
    )


def province():
    board, building = timed(lambda: seats.thinned(town(5000, 2000, 100, seed=2)))
    print(f"province: {len(board.arcs)} pairs after thinning, built in {building:.1f} s")
    wanted = Limits(seconds=100)
    for price in (seats.MOVE, 200, 1500, 3000):
        option, seconds = timed(lambda p=price: seats.best(board, price=p, limits=wanted))
        print(
            f"  a move costs {price:g}: {len(option.moves)} moves, {sum(option.empty.values())} "
            f"empty, {option.missing} standards missing, {option.status}, {seconds:.1f} s (goal 30)"
        )
    print(f"  one person leaves: {changed_by_one(board)} pairs change (goal 30)")
    print(f"  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most (goal 1,024)")


def changed_by_one(board):
    before = placed(board, seats.best(board))
    gone = next(iter(board.held))
    held = {person: post for person, post in board.held.items() if person != gone}
    arcs = {pair: arc for pair, arc in board.arcs.items() if pair[0] != gone}
    smaller = Board(board.posts, held, arcs)
    return len(placed(smaller, seats.best(smaller, shown=before)) - before)


def placed(board, option):
    moved = {one.person: one.takes for one in option.moves}
    return {(person, moved.get(person, post)) for person, post in board.held.items() if post} | set(
        moved.items()
    )


def town(people, posts, units, seed):
    """Most posts are held; a pair lacks up to two standards; posts lie in units on a ring."""
    draw = Random(seed)
    board = {
        key: Post(draw.choice([1, 2, 3, 4]), draw.choice([3, 2, 1, 1])) for key in range(posts)
    }
    board = {key + 1: post for key, post in board.items()}
    unit = {key: draw.randrange(units) for key in board}
    seated = [key for key, post in board.items() for _ in range(post.seats)]
    draw.shuffle(seated)
    names = range(100_001, 100_001 + people)
    held = dict.fromkeys(names) | dict(zip(names, seated[: len(seated) * 9 // 10], strict=False))
    in_unit = defaultdict(list)
    for key, where in unit.items():
        in_unit[where].append(key)
    arcs = {}
    for person, own in held.items():
        home = unit[own] if own else draw.randrange(units)
        near = [key for step in range(-2, 3) for key in in_unit[(home + step) % units]]
        for key in {*near, own} - {None}:
            if key == own or draw.random() < 0.6:
                arcs[person, key] = Arc(draw.choice([0, 0, 1, 2]), draw.randint(20, 100))
    return Board(board, held, arcs)


def planning_list():
    draw = Random(5)
    posts = {key: lists.Post(3, 2, "above") for key in range(58)}
    posts |= {90: lists.Post(24, 16, is_committee=True), 91: lists.Post(10, 7, is_committee=True)}
    pairs = [(one, key) for one in range(131) for key in posts if draw.random() < 0.17]
    listed = set(draw.sample(pairs, 60))
    entries = {
        pair: lists.Entry(draw.random() < 0.4, draw.randint(0, 100), pair in listed)
        for pair in pairs
    }
    groups = [
        lists.Group(code, percent, frozenset(range(0, 131, every)))
        for code, percent, every in (("women", 15, 5), ("young", 15, 9), ("science", 10, 13))
    ]
    plan = lists.List(posts, entries, groups)
    change, seconds = timed(lambda: lists.least_change(plan))
    print(
        f"planning list of 60 names, {len(entries)} possible: {len(change.added)} in, "
        f"{len(change.removed)} out, {change.status}, {seconds:.2f} s (goal 1)"
    )


def course_sets():
    wanted = asked(131, seats=25, classes=2)
    choice, seconds = timed(lambda: courses.exact(wanted))
    print(
        f"courses of a ward: {len(wanted.weights)} needs, {len(choice.unmet)} left open, "
        f"{choice.status}, {seconds:.2f} s (goal 2)"
    )
    wanted = asked(5000, seats=40, classes=10)
    choice, seconds = timed(lambda: courses.step_by_step(wanted))
    left = sum(wanted.weights[need] for need in choice.unmet)
    print(
        f"courses of 5,000 people, 40 subjects: {len(wanted.weights)} needs, weight {left} left "
        f"open, no less than {choice.bound:.0f} possible, {seconds:.2f} s (goal 5)"
    )


def asked(people, *, seats, classes):
    draw, subjects = Random(people), range(1, 41)
    offered = {
        key: courses.Course(
            frozenset({key} | ({draw.choice(subjects)} if draw.random() < 0.2 else set())),
            seats,
            draw.randint(5, 60) * 1_000_000,
            draw.randint(1, 5),
            classes,
            least=5,
        )
        for key in subjects
    }
    weights = {
        (person, subject): draw.choice([1, 1, 1, 20])
        for person in range(people)
        for subject in subjects
        if draw.random() < 0.06
    }
    budget = sum(one.cost for one in offered.values()) * classes // 6
    return courses.Wanted(offered, weights, budget, days=10)
