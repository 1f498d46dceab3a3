"""Test runs of a forecast: a ward of 131 people and 60 posts, a province of 5,000 and 2,000, to the
end of 2030; 2,000 runs each.
"""

import resource
import time
from random import Random

from thenchot.insight.forecast.simulation import Arrival, Assumed, Post, Town, simulate

MONTHS = 49
ASSUMED = Assumed(leaves=0.002, takes=0.7, lag=3, runs=2_000, seed=20, percent=80)


def run():
    for people, posts, goal in ((131, 60, 1), (5_000, 2_000, 6)):
        begun = time.perf_counter()
        found = simulate(town(people, posts), ASSUMED)
        seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{people:,} people, {posts:,} posts: {found.people.low[-1]:,} to "
            f"{found.people.high[-1]:,} people at the end, {seconds:.2f} s (goal {goal}), "
            f"{peak} MB at most (goal 1,024)"
        )


def town(people: int, posts: int) -> Town:
    draw = Random(people)
    leaves = [draw.choice([*range(MONTHS), *[MONTHS + 1] * 150]) for _ in range(people)]
    return Town(
        MONTHS,
        leaves,
        [Arrival(draw.randrange(MONTHS), 0.7) for _ in range(people // 20)],
        posts=[
            Post(holder, tuple((draw.randrange(people), draw.randrange(24)) for _ in range(3)))
            for holder in draw.sample(range(people), posts)
        ],
    )
