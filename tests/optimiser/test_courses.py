"""Courses: the same answer as trying everything, never over the money or the days."""

from itertools import product
from random import Random

import pytest

from thenchot.optimiser.courses import Choice, Course, Wanted, _Run, exact, step_by_step
from thenchot.optimiser.solving import Status


def random_wanted(seed: int) -> Wanted:
    draw = Random(seed)
    courses = {
        key: Course(
            frozenset(draw.sample([1, 2, 3], draw.choice([1, 1, 2]))),
            draw.choice([1, 2, 3]),
            draw.choice([1, 2, 5]) * 1_000_000,
            draw.choice([1, 2, 3]),
        )
        for key in range(1, 4)
    }
    weights = {
        (person, subject): draw.choice([1, 5])
        for person in (11, 12, 13)
        for subject in (1, 2, 3)
        if draw.random() < 0.6
    }
    budget = draw.choice([None, 3_000_000, 6_000_000])
    return Wanted(courses, weights, budget, draw.choice([None, 2, 4]))


def weight_of(wanted: Wanted, unmet) -> int:
    return sum(wanted.weights[need] for need in unmet)


def check(wanted: Wanted, choice: Choice) -> None:
    assert wanted.budget is None or choice.cost <= wanted.budget
    away: dict[int, int] = {}
    for key, people in choice.people.items():
        course = wanted.courses[key]
        assert len(people) <= course.seats * choice.classes[key]
        assert choice.classes[key] <= course.classes
        for person in people:
            away[person] = away.get(person, 0) + course.days
    assert wanted.days is None or max(away.values(), default=0) <= wanted.days


def every_choice(wanted: Wanted):
    people = sorted({person for person, _ in wanted.weights})
    pairs = [(person, key) for person in people for key in wanted.courses]
    for goes in product([False, True], repeat=len(pairs)):
        taken = [pair for pair, one in zip(pairs, goes, strict=True) if one]
        yield {key: [p for p, k in taken if k == key] for key in wanted.courses}


def price_of(wanted: Wanted, attending) -> tuple[int, int] | None:
    courses = wanted.courses
    cost = sum(courses[key].cost for key, people in attending.items() if people)
    days = [
        sum(courses[key].days for key, people in attending.items() if person in people)
        for person in {p for people in attending.values() for p in people}
    ]
    too_long = wanted.days is not None and max(days, default=0) > wanted.days
    too_dear = wanted.budget is not None and cost > wanted.budget
    too_full = any(len(people) > courses[key].seats for key, people in attending.items())
    if too_long or too_dear or too_full:
        return None
    met = {
        (p, s) for key, people in attending.items() for p in people for s in courses[key].subjects
    }
    return weight_of(wanted, [need for need in wanted.weights if need not in met]), cost


@pytest.mark.parametrize("seed", range(40))
def test_the_same_as_trying_everything(seed):
    wanted = random_wanted(seed)
    prices = [price for one in every_choice(wanted) if (price := price_of(wanted, one))]
    choice = exact(wanted)
    check(wanted, choice)
    assert choice.status == Status.PROVEN
    assert (weight_of(wanted, choice.unmet), choice.cost) == min(prices)


@pytest.mark.parametrize("seed", range(100))
def test_step_by_step_holds_and_is_never_better_than_the_best(seed):
    wanted = random_wanted(seed)
    choice = step_by_step(wanted)
    check(wanted, choice)
    unmet = weight_of(wanted, choice.unmet)
    assert unmet >= weight_of(wanted, exact(wanted).unmet)
    assert unmet >= choice.bound - 1e-6


def test_a_course_that_meets_two_subjects_is_taken_for_both():
    courses = {
        1: Course(frozenset({1}), 10, 4_000_000),
        2: Course(frozenset({2}), 10, 4_000_000),
        3: Course(frozenset({1, 2}), 10, 5_000_000),
    }
    wanted = Wanted(courses, {(11, 1): 1, (11, 2): 1, (12, 1): 1})
    choice = exact(wanted)
    assert choice.classes == {3: 1}
    assert choice.people == {3: (11, 12)}
    assert choice.cost == 5_000_000


def test_a_class_is_held_from_its_least_number_on():
    wanted = Wanted({1: Course(frozenset({1}), 30, 1_000, least=2)}, {(11, 1): 1})
    assert exact(wanted).unmet == ((11, 1),)
    assert step_by_step(wanted).unmet == ((11, 1),)


def test_what_no_course_teaches_is_the_bound():
    wanted = Wanted({1: Course(frozenset({1}), 5, 0)}, {(11, 1): 2, (11, 9): 7})
    assert step_by_step(wanted).bound == pytest.approx(7)
    assert exact(wanted).unmet == ((11, 9),)


def test_a_swap_gives_up_the_class_that_keeps_two_better_ones_out():
    """A meets 7 for 6 million, most for its money; B and C meet 5 each for 5 million: 10 for 10."""
    million = 1_000_000
    courses = {
        1: Course(frozenset({1}), 10, 6 * million),
        2: Course(frozenset({2}), 10, 5 * million),
        3: Course(frozenset({3}), 10, 5 * million),
    }
    wanted = Wanted(courses, {(11, 1): 7, (11, 2): 5, (11, 3): 5}, budget=10 * million)
    choice = step_by_step(wanted)
    assert (choice.classes, choice.cost) == ({2: 1, 3: 1}, 10 * million)
    assert choice.unmet == exact(wanted).unmet == ((11, 1),)


@pytest.mark.parametrize("seed", range(60))
def test_swaps_leave_no_more_open_than_the_steps_alone(seed):
    wanted = random_wanted(seed)
    steps = _Run(wanted)
    steps.fill()
    alone = weight_of(wanted, [(p, s) for s, people in steps.open.items() for p in people])
    assert weight_of(wanted, step_by_step(wanted).unmet) <= alone


@pytest.mark.parametrize("seed", range(30))
def test_a_class_given_up_leaves_exactly_its_own_needs_open(seed):
    wanted = random_wanted(seed)
    run = _Run(wanted)
    run.fill()
    for key in {key for key, _ in run.held}:
        other = run.copy()
        other.give_up(key)
        met = {
            (person, subject)
            for held, people in other.held
            for person in people
            for subject in wanted.courses[held].subjects
        }
        left = {(person, subject) for subject, people in other.open.items() for person in people}
        assert left == {need for need in wanted.weights if need not in met}
        assert other.spent == sum(wanted.courses[held].cost for held, _ in other.held)
