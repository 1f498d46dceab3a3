"""One judgement for one person and for everybody. Pure: plain values in, a `Result` out; no Django,
no clock.

`demand_of` says what a requirement asks of a post, `rank_for` what a paper says to that, `standing`
whether the paper counts on a day, `judge` what follows. A person's page and the sweep over
everybody call these same functions; SQL only groups equal cases together and counts them.
"""

from thenchot.standards.rules.demands import Demand, Post, Standard, demand_of, nearest
from thenchot.standards.rules.judging import (
    Facts,
    Result,
    judge,
    next_step_for,
    overall,
    share,
    weight,
    worst,
)
from thenchot.standards.rules.papers import (
    Paper,
    Standing,
    full_years,
    party_rank,
    rank_for,
    standing,
    years_known,
)

__all__ = [
    "Demand",
    "Facts",
    "Paper",
    "Post",
    "Result",
    "Standard",
    "Standing",
    "demand_of",
    "full_years",
    "judge",
    "nearest",
    "next_step_for",
    "overall",
    "party_rank",
    "rank_for",
    "share",
    "standing",
    "weight",
    "worst",
    "years_known",
]
