"""Who could sit where with few moves: posts left empty, standards missing, fit, weighed in that
order. What must never happen is no arc at all; the rest has its price and is told.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from thenchot.optimiser.solving import Answer, Programme, Status, solve

EMPTY = 100_000  # an empty seat of weight 1, or one person more than the permitted number
SHORT = 150_000  # one person short of what the structure of leaders asks
MISSING = 1_000  # one standard that is not met
MOVE = 0.25  # between equals, the fewest moves
STAY = 5  # fit points for what the plan on the screen says already
ENOUGH = 0.1  # nothing that counts is smaller

Pair = tuple[int, int]  # person, post


@dataclass(frozen=True)
class Post:
    """`seats`: how many may hold it; `weight`: how much an empty one hurts."""

    seats: int = 1
    weight: int = 1


@dataclass(frozen=True)
class Arc:
    """Somebody may hold a post: how many standards are missing, and the fit from 0 to 100."""

    missing: int = 0
    fit: int = 0


@dataclass(frozen=True)
class Share:
    """Of `people` at least so many in `posts` (women, young among the leaders)."""

    code: str
    people: frozenset[int]
    posts: frozenset[int]
    least: int


@dataclass(frozen=True)
class Board:
    """Posts and people by id. `held`: the post of a person now, none for whoever has none. `arcs`:
    every pair that breaks no hard rule; whoever may stay has the arc of the own post. `apart`:
    two people and the posts of which they may not hold two at once (relatives in one unit).
    `shares`: what the structure asks, as far as it can be reached.
    """

    posts: Mapping[int, Post]
    held: Mapping[int, int | None]
    arcs: Mapping[Pair, Arc]
    apart: Collection[tuple[int, int, frozenset[int]]] = ()
    shares: tuple[Share, ...] = ()

    @property
    def stuck(self) -> list[int]:
        """Who must leave the post held and has nowhere to go."""
        able = {person for person, _ in self.arcs}
        return sorted(one for one, post in self.held.items() if post and one not in able)

    @property
    def bare(self) -> list[int]:
        """Posts that nobody may hold."""
        wanted = {post for _, post in self.arcs}
        return sorted(post for post in self.posts if post not in wanted)


@dataclass(frozen=True)
class Move:
    """One person from a post, or from none, to another; what is missing and fits before and after
    (none: held no post, or one that may not be kept).
    """

    person: int
    leaves: int | None
    takes: int
    before: Arc | None
    after: Arc


@dataclass(frozen=True)
class Option:
    """The best with at most `allowed` moves. `empty`: seats without a holder, by post; `over`:
    people above the number of a post; `short`: people that a share lacks, by its code.
    """

    allowed: int | None
    status: Status
    moves: tuple[Move, ...] = ()
    empty: Mapping[int, int] = field(default_factory=dict)
    over: Mapping[int, int] = field(default_factory=dict)
    missing: int = 0
    fit: int = 0
    gap: float = 0.0
    short: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Limits:
    seconds: float = 60.0
    is_cancelled: Callable[[], bool] = lambda: False


def frontier(board: Board, most: int = 10, limits: Limits = Limits()) -> Iterator[Option]:
    """With 0, 1, 2 … moves, as far as the best of all has any. A swap needs two at once: that one
    more gains nothing does not say that two do not.
    """
    end = len(best(board, limits=limits).moves)
    for allowed in range(min(most, end) + 1):
        yield best(board, allowed, limits=limits)


def best(
    board: Board,
    allowed: int | None = None,
    *,
    price: float = MOVE,
    shown: Collection[Pair] = (),
    limits: Limits = Limits(),
) -> Option:
    """With at most `allowed` moves, or with none forbidden and `price` fit points for each;
    `shown`: the plan on the screen, kept where nothing better is gained.
    """
    model = _Model(board, price, frozenset(shown))
    if allowed is not None:
        model.programme.row(((one, 1) for one in model.moving), most=allowed)
    answer = solve(
        model.programme, seconds=limits.seconds, gap=ENOUGH, is_cancelled=limits.is_cancelled
    )
    return model.told(answer, allowed)


class _Model:
    def __init__(self, board: Board, price: float, shown: frozenset[Pair]) -> None:
        self.board, self.programme = board, Programme()
        self.chosen = {
            pair: self.programme.column(self._cost(pair, arc, price, pair in shown))
            for pair, arc in board.arcs.items()
        }
        self.moving = [column for pair, column in self.chosen.items() if self._moves(pair)]
        self.empty = self._columns(lambda post: post.weight * EMPTY)
        self.over = self._columns(lambda post: EMPTY)
        self._one_seat_each()
        self._seats()
        self._apart()
        self.short = {one.code: self._short(one) for one in board.shares}

    def _columns(self, cost: Callable[[Post], float]) -> dict[int, int]:
        most = max(len(self.board.held), 1)
        return {
            key: self.programme.column(cost(post), float(most), whole=False)
            for key, post in self.board.posts.items()
        }

    def _moves(self, pair: Pair) -> bool:
        person, post = pair
        return self.board.held.get(person) != post

    def _cost(self, pair: Pair, arc: Arc, price: float, is_shown: bool) -> float:
        moved = price if self._moves(pair) else 0.0
        return MISSING * arc.missing - arc.fit + moved - (STAY if is_shown else 0)

    def _one_seat_each(self) -> None:
        """Whoever holds a post holds one afterwards too, except those who have nowhere to go."""
        of_person = _grouped(self.chosen, 0)
        for person, columns in of_person.items():
            must = 1.0 if self.board.held.get(person) else 0.0
            self.programme.row(((one, 1) for one in columns), least=must, most=1)

    def _seats(self) -> None:
        of_post = _grouped(self.chosen, 1)
        for key, post in self.board.posts.items():
            terms = [(one, 1.0) for one in of_post.get(key, ())]
            terms += [(self.empty[key], 1.0), (self.over[key], -1.0)]
            self.programme.row(terms, least=post.seats, most=post.seats)
        for key, post in self.board.posts.items():
            now = sum(1 for held in self.board.held.values() if held == key)
            self.programme.tops[self.over[key]] = float(max(now - post.seats, 0))

    def _apart(self) -> None:
        for first, second, posts in self.board.apart:
            columns = [
                self.chosen[person, post]
                for person in (first, second)
                for post in sorted(posts)
                if (person, post) in self.chosen
            ]
            if len(columns) > 1:
                self.programme.row(((one, 1) for one in columns), most=1)

    def _short(self, share: Share) -> int:
        column = self.programme.column(float(SHORT), float(share.least), whole=False)
        terms = [
            (taken, 1.0)
            for (person, post), taken in self.chosen.items()
            if person in share.people and post in share.posts
        ]
        self.programme.row([*terms, (column, 1.0)], least=share.least)
        return column

    def told(self, answer: Answer, allowed: int | None) -> Option:
        if answer.status == Status.NONE:
            return Option(allowed, answer.status)
        taken = [pair for pair, column in self.chosen.items() if answer.chosen(column)]
        arcs = self.board.arcs
        return Option(
            allowed,
            answer.status,
            tuple(self._move(pair) for pair in taken if self._moves(pair)),
            _left(self.empty, answer),
            _left(self.over, answer),
            sum(arcs[pair].missing for pair in taken),
            sum(arcs[pair].fit for pair in taken),
            answer.gap,
            _left(self.short, answer),
        )

    def _move(self, pair: Pair) -> Move:
        person, post = pair
        leaves = self.board.held.get(person)
        before = self.board.arcs.get((person, leaves)) if leaves else None
        return Move(person, leaves, post, before, self.board.arcs[pair])


def _grouped(chosen: Mapping[Pair, int], side: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for pair, column in chosen.items():
        found[pair[side]].append(column)
    return found


def _left(columns: Mapping[Any, int], answer: Answer) -> dict[Any, int]:
    numbers = {key: round(float(answer.values[column])) for key, column in columns.items()}
    return {key: number for key, number in numbers.items() if number}


# Only the arcs that matter


def thinned(board: Board, per_person: int = 8, per_seat: int = 8) -> Board:
    """The own post, the best posts of each person and the best people of each post: eight and eight
    keep the optimum of all pairs in a province of 5,000 (measured).
    """
    kept = {pair for pair in board.arcs if board.held.get(pair[0]) == pair[1]}
    kept.update(_best_of(board, 0, lambda _: per_person))
    kept.update(_best_of(board, 1, lambda post: per_seat * board.posts[post].seats))
    arcs = {pair: arc for pair, arc in board.arcs.items() if pair in kept}
    return Board(board.posts, board.held, arcs, board.apart, board.shares)


def _best_of(board: Board, side: int, most: Callable[[int], int]) -> Iterator[Pair]:
    of: dict[int, list[Pair]] = defaultdict(list)
    for pair in board.arcs:
        of[pair[side]].append(pair)
    for key, pairs in of.items():
        yield from sorted(pairs, key=lambda pair: _rank(board, pair))[: most(key)]


def _rank(board: Board, pair: Pair) -> tuple[bool, int, int, Pair]:
    """Whoever has no post first, then the fewest missing standards, then the fit."""
    arc = board.arcs[pair]
    return board.held.get(pair[0]) is not None, arc.missing, -arc.fit, pair
