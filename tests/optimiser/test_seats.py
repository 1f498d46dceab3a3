"""Fewest moves: the same answer as trying everything, and what is told of it."""

from itertools import product
from random import Random

import pytest

from thenchot.optimiser.seats import (
    EMPTY,
    MISSING,
    MOVE,
    SHORT,
    Arc,
    Board,
    Limits,
    Move,
    Post,
    Share,
    best,
    frontier,
    thinned,
)
from thenchot.optimiser.solving import Cancelled, Programme, Status, solve


def random_board(seed: int) -> Board:
    draw = Random(seed)
    posts = {key: Post(draw.choice([1, 1, 2]), draw.choice([1, 2, 3])) for key in range(1, 5)}
    people = range(11, 11 + draw.randint(2, 5))
    held = {person: draw.choice([None, *posts]) for person in people}
    arcs = {
        (person, post): Arc(draw.randint(0, 2), draw.randint(0, 100))
        for person in people
        for post in posts
        if held[person] == post or draw.random() < 0.6
    }
    apart = [(11, 12, frozenset({1, 2}))] if draw.random() < 0.3 else []
    shares = ()
    if draw.random() < 0.3:
        shares = (Share("women", frozenset({11, 12}), frozenset({1, 3}), draw.choice([1, 2])),)
    return Board(posts, held, arcs, apart, shares)


def price_of(board: Board, taken: dict[int, int | None]) -> float | None:
    """What a whole placement costs; none when it breaks a hard rule."""
    pairs = [(person, post) for person, post in taken.items() if post]
    if any(pair not in board.arcs for pair in pairs):
        return None
    if any(board.held[person] and not taken[person] for person in taken):
        return None
    for first, second, posts in board.apart:
        if sum(taken.get(one) in posts for one in (first, second)) > 1:
            return None
    cost = 0.0
    for key, post in board.posts.items():
        now = sum(held == key for held in board.held.values())
        then = sum(held == key for held in taken.values())
        if then > max(post.seats, now):
            return None
        cost += EMPTY * post.weight * max(post.seats - then, 0)
        cost += EMPTY * max(then - post.seats, 0)
    for share in board.shares:
        there = sum(person in share.people and post in share.posts for person, post in pairs)
        cost += SHORT * max(share.least - there, 0)
    cost += sum(MISSING * board.arcs[pair].missing - board.arcs[pair].fit for pair in pairs)
    return cost + MOVE * moves_of(board, taken)


def moves_of(board: Board, taken: dict[int, int | None]) -> int:
    return sum(1 for person, post in taken.items() if post and board.held[person] != post)


def everything(board: Board):
    people = list(board.held)
    choices = [[None, *board.posts] for _ in people]
    for posts in product(*choices):
        yield dict(zip(people, posts, strict=True))


@pytest.mark.parametrize("seed", range(200))
def test_the_same_as_trying_everything(seed):
    board = random_board(seed)
    prices = [
        (moves_of(board, taken), price)
        for taken in everything(board)
        if (price := price_of(board, taken)) is not None
    ]
    for allowed in (0, 1, 2, 5):
        within = [price for moves, price in prices if moves <= allowed]
        option = best(board, allowed)
        if not within:
            assert option.status == Status.NONE
            continue
        taken = dict(board.held) | {move.person: move.takes for move in option.moves}
        assert option.status == Status.PROVEN
        assert price_of(board, taken) == pytest.approx(min(within), abs=0.1)


def small_board() -> Board:
    """1 and 2 hold posts 1 and 2, each fitting the other's; 3 holds none; post 3 is empty."""
    posts = {1: Post(weight=3), 2: Post(), 3: Post(weight=2)}
    arcs = {
        (1, 1): Arc(1, 40),
        (1, 2): Arc(0, 90),
        (2, 2): Arc(0, 50),
        (2, 1): Arc(0, 80),
        (3, 3): Arc(1, 60),
    }
    return Board(posts, {1: 1, 2: 2, 3: None}, arcs)


def test_the_row_ends_where_the_best_of_all_is_reached():
    options = list(frontier(small_board(), 10))
    assert [len(option.moves) for option in options] == [0, 1, 1, 3]
    assert options[0].empty == {3: 1}
    assert options[1].moves == (Move(3, None, 3, None, Arc(1, 60)),)
    assert options[1].empty == {}
    assert (options[3].missing, options[3].fit) == (1, 230)
    assert {option.status for option in options} == {Status.PROVEN}


def test_one_above_the_number_leaves_where_somewhere_is_free():
    posts = {1: Post(seats=1), 2: Post()}
    arcs = {(1, 1): Arc(), (2, 1): Arc(), (2, 2): Arc()}
    board = Board(posts, {1: 1, 2: 1}, arcs)
    stays, moves = best(board, 0), best(board, 1)
    assert (stays.over, stays.empty) == ({1: 1}, {2: 1})
    assert (moves.over, moves.empty) == ({}, {})
    assert [(one.person, one.takes) for one in moves.moves] == [(2, 2)]


def test_whoever_must_leave_and_has_nowhere_is_named():
    board = Board({1: Post(), 2: Post()}, {1: 1, 2: 2}, {(2, 2): Arc()})
    assert board.stuck == [1]
    assert board.bare == [1]
    assert best(board, 0).empty == {1: 1}


def test_must_move_needs_a_move():
    board = Board({1: Post(), 2: Post()}, {1: 1}, {(1, 2): Arc()})
    assert best(board, 0).status == Status.NONE
    assert best(board, 1).status == Status.PROVEN


def test_the_plan_on_the_screen_is_kept_between_equals():
    posts = {1: Post(), 2: Post()}
    arcs = {(person, post): Arc(0, 50) for person in (1, 2) for post in (1, 2)}
    board = Board(posts, {1: None, 2: None}, arcs)
    for shown in ({(1, 1), (2, 2)}, {(1, 2), (2, 1)}):
        moves = best(board, shown=shown).moves
        assert {(one.person, one.takes) for one in moves} == shown


def test_thinned_keeps_the_own_post_and_the_best():
    posts = {key: Post() for key in range(1, 21)}
    arcs = {(1, key): Arc(0, key) for key in posts} | {(2, 3): Arc(5, 0)}
    thin = thinned(Board(posts, {1: 1, 2: 3}, arcs), per_person=2, per_seat=1)
    assert {(1, 1), (1, 20), (1, 19), (2, 3)} <= set(thin.arcs)


def test_nobody_waits_for_an_answer_that_is_not_wanted():
    draw, hard = Random(3), Programme()
    columns = [hard.column(-draw.randint(1, 1000)) for _ in range(300)]
    for _ in range(40):
        hard.row([(one, draw.randint(1, 99)) for one in columns], most=3000)
    with pytest.raises(Cancelled):
        solve(hard, is_cancelled=lambda: True)


def test_out_of_time_says_what_may_still_be_gained():
    draw, hard = Random(3), Programme()
    columns = [hard.column(-draw.randint(1, 1000)) for _ in range(300)]
    for _ in range(40):
        hard.row([(one, draw.randint(1, 99)) for one in columns], most=3000)
    answer = solve(hard, seconds=0.5)
    assert answer.status == Status.FEASIBLE
    assert answer.gap > 0
    assert hard.broken_by(answer.values) <= 1e-5


def test_limits_reach_the_solver():
    with pytest.raises(Cancelled):
        best(random_board(1), limits=Limits(is_cancelled=lambda: True))
