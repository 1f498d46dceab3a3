"""The cheapest set of courses that meets the most of the needs within a budget and the days people
can be away: exact for a ward, step by step for a province.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from thenchot.optimiser.solving import Answer, Programme, Status, solve

ENOUGH = 0.5  # weights are whole numbers
THOUSAND = 1_000  # money is weighed in thousands of đồng, to the đồng
TO_THE_DONG = 0.0005

Need = tuple[int, int]  # person, subject


@dataclass(frozen=True)
class Course:
    """`subjects` met by one who finishes it; `seats` of one class, held from `least` people on, at
    most `classes` times; `cost` of a class in đồng; `days` away.
    """

    subjects: frozenset[int]
    seats: int
    cost: int = 0
    days: int = 1
    classes: int = 1
    least: int = 1


@dataclass(frozen=True)
class Wanted:
    """`weights`: of each need, 1 and more. `budget` in đồng, `days` away of one person; none: no
    limit.
    """

    courses: Mapping[int, Course]
    weights: Mapping[Need, int]
    budget: int | None = None
    days: int | None = None


@dataclass(frozen=True)
class Choice:
    """`classes`: how many of each course; `people`: who attends what; `unmet`: needs left open;
    `bound`: no choice leaves a smaller sum of weights open (none: not known).
    """

    status: Status
    classes: Mapping[int, int]
    people: Mapping[int, tuple[int, ...]]
    unmet: tuple[Need, ...] = ()
    cost: int = 0
    bound: float | None = None


def exact(wanted: Wanted, seconds: float = 20.0) -> Choice:
    """Nothing meets more weight, and nothing that meets as much costs less: two runs, the second
    held to what the first one reached.
    """
    model = _Model(wanted)
    most = solve(model.programme, seconds=seconds, gap=ENOUGH)
    if most.status == Status.NONE:
        return Choice(most.status, {}, {}, tuple(sorted(wanted.weights)))
    model.hold_to(round(most.cost))
    cheapest = solve(model.programme, seconds=seconds, gap=TO_THE_DONG)
    proven = most.status == cheapest.status == Status.PROVEN
    return model.told(cheapest, Status.PROVEN if proven else Status.FEASIBLE, most.bound)


class _Model:
    def __init__(self, wanted: Wanted) -> None:
        self.wanted, self.programme = wanted, Programme()
        self.asking = _asking(wanted)
        self.held = {
            key: self.programme.column(0, float(one.classes)) for key, one in wanted.courses.items()
        }
        self.goes = {pair: self.programme.column() for pair in self._able()}
        self.unmet = {
            need: self.programme.column(weight) for need, weight in wanted.weights.items()
        }
        self._needs()
        self._seats()
        self._limits()

    def hold_to(self, unmet: int) -> None:
        """No more weight left open than this; from now on the money counts."""
        weights = self.wanted.weights
        terms = [(column, float(weights[need])) for need, column in self.unmet.items()]
        self.programme.row(terms, most=unmet)
        self.programme.costs = [0.0] * len(self.programme.costs)
        for key, column in self.held.items():
            self.programme.costs[column] = self.wanted.courses[key].cost / THOUSAND

    def _able(self) -> list[tuple[int, int]]:
        return [
            (person, key)
            for person, subjects in self.asking.items()
            for key, one in self.wanted.courses.items()
            if subjects & one.subjects
        ]

    def _needs(self) -> None:
        by_subject = _by_subject(self.wanted)
        for (person, subject), open_ in self.unmet.items():
            courses = by_subject.get(subject, ())
            terms = [(self.goes[person, key], 1.0) for key in courses]
            self.programme.row([*terms, (open_, 1)], least=1)

    def _seats(self) -> None:
        of: dict[int, list[int]] = defaultdict(list)
        for (_, key), column in self.goes.items():
            of[key].append(column)
        for key, one in self.wanted.courses.items():
            terms = [(column, 1.0) for column in of.get(key, ())]
            self.programme.row([*terms, (self.held[key], -one.seats)], most=0)
            self.programme.row([*terms, (self.held[key], -one.least)], least=0)

    def _limits(self) -> None:
        courses = self.wanted.courses
        if self.wanted.budget is not None:
            terms = [(self.held[key], one.cost / THOUSAND) for key, one in courses.items()]
            self.programme.row(terms, most=self.wanted.budget / THOUSAND)
        if self.wanted.days is None:
            return
        of: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (person, key), column in self.goes.items():
            of[person].append((column, courses[key].days))
        for terms in of.values():
            self.programme.row(terms, most=self.wanted.days)

    def told(self, answer: Answer, status: Status, bound: float) -> Choice:
        classes = {key: round(answer.values[column]) for key, column in self.held.items()}
        people: dict[int, list[int]] = defaultdict(list)
        for (person, key), column in self.goes.items():
            if answer.chosen(column):
                people[key].append(person)
        return _choice(self.wanted, status, classes, people, bound)


def _choice(
    wanted: Wanted,
    status: Status,
    classes: Mapping[int, int],
    people: Mapping[int, Collection[int]],
    bound: float | None,
) -> Choice:
    met = {
        (person, subject)
        for key, attending in people.items()
        for person in attending
        for subject in wanted.courses[key].subjects
    }
    return Choice(
        status,
        {key: number for key, number in classes.items() if number},
        {key: tuple(sorted(attending)) for key, attending in people.items() if attending},
        tuple(sorted(need for need in wanted.weights if need not in met)),
        sum(wanted.courses[key].cost * number for key, number in classes.items()),
        bound,
    )


def step_by_step(wanted: Wanted) -> Choice:
    """Class after class, the one that meets the most weight for its money, then swaps: a class goes
    where others for its money and days meet more. For as many people as an exact answer takes too
    long for. `bound`: were half classes and half people possible.
    """
    run = _Run(wanted)
    run.fill()
    run = _swapped(run)
    return _choice(wanted, Status.FEASIBLE, run.classes, run.people, _bound(wanted))


def _swapped(run: "_Run") -> "_Run":
    """Every class in turn is given up once, the last one held first; what comes instead stays where
    it leaves less open, or as much for less money. Never worse than it was.
    """
    tried: set[int] = set()
    while key := next((key for key, _ in reversed(run.held) if key not in tried), None):
        tried.add(key)
        other = run.copy()
        other.give_up(key)
        other.fill(without=key)
        other.fill()
        if other.left_open < run.left_open:
            run, tried = other, set()
    return run


def _bound(wanted: Wanted) -> float | None:
    programme = _Model(wanted).programme
    programme.whole = [False] * len(programme.whole)
    answer = solve(programme)
    return answer.cost if answer.status == Status.PROVEN else None


class _Run:
    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.open: dict[int, dict[int, int]] = defaultdict(dict)  # subject -> person -> weight
        for (person, subject), weight in wanted.weights.items():
            self.open[subject][person] = weight
        self.days: dict[int, int] = defaultdict(int)
        self.held: list[tuple[int, tuple[int, ...]]] = []  # each class and who attends
        self.spent = 0

    @property
    def classes(self) -> dict[int, int]:
        return dict(Counter(key for key, _ in self.held))

    @property
    def people(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for key, attending in self.held:
            found[key].extend(attending)
        return found

    @property
    def left_open(self) -> tuple[int, int]:
        """(weight of the needs not met, money spent)."""
        return sum(sum(people.values()) for people in self.open.values()), self.spent

    def copy(self) -> "_Run":
        other = copy(self)
        other.open = defaultdict(dict, {key: dict(people) for key, people in self.open.items()})
        other.days, other.held = defaultdict(int, self.days), list(self.held)
        return other

    def fill(self, without: int | None = None) -> None:
        """Class after class while one may be held and meets something."""
        heap = [(-self.worth(key), key) for key in self.wanted.courses if key != without]
        heapify(heap)
        while heap:
            old, key = heappop(heap)
            worth = self.worth(key)
            if worth <= 0:
                continue
            if worth < -old and heap and worth < -heap[0][0]:
                heappush(heap, (-worth, key))  # has become worth less since it was looked at
                continue
            self.hold(key)
            heappush(heap, (-self.worth(key), key))

    def give_up(self, key: int) -> None:
        """The last class of the course; needs that nothing else of the person meets are open."""
        at = max(at for at, (held, _) in enumerate(self.held) if held == key)
        _, attending = self.held.pop(at)
        course = self.wanted.courses[key]
        self.spent -= course.cost
        others = self._subjects_of(set(attending))
        for person in attending:
            self.days[person] -= course.days
            for subject in course.subjects - others.get(person, set()):
                if (person, subject) in self.wanted.weights:
                    self.open[subject][person] = self.wanted.weights[person, subject]

    def _subjects_of(self, people: set[int]) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for key, attending in self.held:
            for person in people.intersection(attending):
                found[person] |= self.wanted.courses[key].subjects
        return found

    def _waiting(self, key: int) -> list[tuple[int, int]]:
        """(weight, person) of those who would gain, the heaviest first, as many as the seats."""
        course = self.wanted.courses[key]
        gains: dict[int, int] = defaultdict(int)
        for subject in course.subjects:
            for person, weight in self.open[subject].items():
                gains[person] += weight
        able = ((weight, person) for person, weight in gains.items() if self._may_go(person, key))
        return sorted(able, key=lambda one: (-one[0], one[1]))[: course.seats]

    def _may_go(self, person: int, key: int) -> bool:
        most = self.wanted.days
        return most is None or self.days[person] + self.wanted.courses[key].days <= most

    def worth(self, key: int) -> float:
        """Weight met per đồng of the next class; nothing where it may not be held."""
        course = self.wanted.courses[key]
        if sum(held == key for held, _ in self.held) >= course.classes:
            return 0.0
        budget = self.wanted.budget
        if budget is not None and self.spent + course.cost > budget:
            return 0.0
        waiting = self._waiting(key)
        if len(waiting) < course.least:
            return 0.0
        return sum(weight for weight, _ in waiting) / max(course.cost, 1)

    def hold(self, key: int) -> None:
        course = self.wanted.courses[key]
        attending = tuple(person for _, person in self._waiting(key))
        self.held.append((key, attending))
        self.spent += course.cost
        for person in attending:
            self.days[person] += course.days
            for subject in course.subjects:
                self.open[subject].pop(person, None)


def _asking(wanted: Wanted) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for person, subject in wanted.weights:
        found[person].add(subject)
    return found


def _by_subject(wanted: Wanted) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key, one in wanted.courses.items():
        for subject in one.subjects:
            found[subject].append(key)
    return found
