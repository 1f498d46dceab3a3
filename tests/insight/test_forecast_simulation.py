"""Test runs: what is certain stays as it is, the rest is drawn; the same seed, the same figures."""

from dataclasses import replace

import pytest

from thenchot.insight.forecast.simulation import (
    Arrival,
    Assumed,
    Departure,
    Post,
    Town,
    simulate,
)

SURE = Assumed(leaves=0, takes=1, lag=2, runs=300, seed=1, percent=80)
NEVER = 13  # with twelve months ahead


def test_without_assumptions_every_run_is_the_law():
    town = Town(12, leaves=[3, 7, NEVER], arrivals=[Arrival(5)])
    found = simulate(town, SURE).people
    by_hand = (3, 3, 3, 2, 2, 3, 3, 2, 2, 2, 2, 2, 2)
    assert found.low == found.middle == found.high == by_hand


def test_the_same_seed_gives_the_same_figures_and_another_one_does_not():
    town = Town(48, leaves=[49] * 200)
    assumed = replace(SURE, leaves=0.01)
    assert simulate(town, assumed) == simulate(town, assumed)
    assert simulate(town, assumed) != simulate(town, replace(assumed, seed=2))


def test_the_interval_lies_around_what_is_expected():
    """200 people, 1 % a month: 200 × 0,99^12 = 177,3 after a year; standard deviation 4,5."""
    found = simulate(Town(12, leaves=[NEVER] * 200), replace(SURE, leaves=0.01, runs=4000)).people
    assert found.middle[12] == pytest.approx(177.3, abs=1)
    assert found.low[12] == pytest.approx(177.3 - 1.2816 * 4.5, abs=1.5)
    assert found.high[12] == pytest.approx(177.3 + 1.2816 * 4.5, abs=1.5)
    assert found.low[0] == found.high[0] == 200


def test_an_arrival_that_may_fail_widens_the_interval():
    town = Town(12, leaves=[NEVER] * 10, arrivals=[Arrival(6, 0.5)])
    found = simulate(town, SURE).people
    assert (found.low[12], found.high[12]) == (10, 11)
    assert (found.low[5], found.high[5]) == (10, 10)


def test_a_procedure_of_leaving_that_always_ends_well():
    town = Town(12, leaves=[NEVER] * 2, departures=[Departure(1, 4, 1.0)])
    assert simulate(town, SURE).people.middle[3:5] == (2, 1)


def test_a_successor_takes_the_post_and_leaves_the_own_one_empty():
    posts = [Post(0, ((1, 0),)), Post(1)]
    found = simulate(Town(12, leaves=[4, NEVER], posts=posts), SURE).empty
    assert found.middle == (0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1)


def test_nobody_takes_two_posts_nor_one_before_being_ready():
    posts = [Post(None, ((0, 0),)), Post(None, ((0, 0),))]
    assert simulate(Town(12, leaves=[NEVER], posts=posts), SURE).empty.middle[12] == 1
    late = [Post(1, ((0, 9),))]
    assert simulate(Town(12, leaves=[NEVER, 4], posts=late), SURE).empty.middle[12] == 1


def test_who_leaves_within_the_year_does_not_succeed():
    posts = [Post(0, ((1, 0),))]
    assert simulate(Town(24, leaves=[2, 13], posts=posts), SURE).empty.middle[24] == 1


def test_nobody_serves():
    found = simulate(Town(2, leaves=[]), SURE)
    assert found.people.high == (0, 0, 0)
