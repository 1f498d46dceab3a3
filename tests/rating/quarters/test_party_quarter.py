"""The Party's quarter and runs of failed quarters: golden rows, each with its source."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.periods import Quarter
from thenchot.policy.merge import resolve
from thenchot.policy.packs import shipped
from thenchot.policy.parameters import PartyRatingPolicy
from thenchot.rating.persons.rules.terms import term_level
from thenchot.rating.quarters.rules.consecutive_failures import runs_of
from thenchot.rating.quarters.rules.proposing import QuarterFacts, deferral, propose_quarter
from thenchot.rating.rules.conditions import Shares
from thenchot.worklog.enums import Band, Capacity

PARTY = resolve([shipped()], date(2026, 9, 30)).as_parameters(PartyRatingPolicy)
Q1, Q2, Q3, Q4 = (Quarter(2026, n) for n in (1, 2, 3, 4))
E, G, C, F = Band.EXCELLENT, Band.GOOD, Band.COMPLETED, Band.FAILED
ALL = Shares(Fraction(1), Fraction(3, 10), Fraction(0))


def proposed(band=E, shares=ALL, **facts):
    return propose_quarter(
        QuarterFacts(
            facts.pop("quarter", Q2), facts.pop("kind", Capacity.STAFF), band, shares, **facts
        ),
        PARTY,
    )


@pytest.mark.parametrize(
    "band, done, exceeding, late, level",
    [  # QĐ 366 Đ11
        (E, 1, "0.30", 0, E),
        (E, 1, "0.2999", 0, G),  # under 30 % beyond requirement
        (G, 1, "0.50", 0, G),
        (E, 1, "0.50", "0.01", C),  # not everything on time
        (G, 1, 0, "0.20", C),  # 20 % late is still within
        (G, 1, 0, "0.2001", F),
        (E, "0.99", 1, 0, F),  # not everything done
        (C, 1, 1, 0, C),  # conditions never lift a band
        (F, 1, 1, 0, F),
    ],
)
def test_conditions(band, done, exceeding, late, level):
    shares = Shares(*(Fraction(str(value)) for value in (done, exceeding, late)))
    assert proposed(band, shares).level == level


@pytest.mark.parametrize(
    "kind, collective, is_forced, level",
    [  # HD 02: under 70 % of the collective's tasks
        (Capacity.HEAD, "0.6999", False, F),
        (Capacity.HEAD, "0.70", False, E),
        (Capacity.DEPUTY, "0.6999", False, G),
        (Capacity.STAFF, "0.5", False, G),
        (Capacity.HEAD, "0.1", True, E),  # force majeure
        (Capacity.HEAD, None, False, E),  # the body had no tasks
    ],
)
def test_the_collective(kind, collective, is_forced, level):
    share = None if collective is None else Fraction(collective)
    assert proposed(kind=kind, collective=share, is_forced=is_forced).level == level


def test_gates_set_a_limit_and_say_their_clause():
    below = proposed(is_below_standard=True)
    assert below.level == G and below.reasons[0].source == "S4-022"
    assert proposed(is_disciplined=True).level == C
    assert proposed(C, is_below_standard=True).reasons == ()  # told only where it lowers


def test_the_fourth_quarter_is_not_ranked():
    found = proposed(quarter=Q4)
    assert found.level is None and found.reasons[0].code == "merged_into_year"
    assert found.reasons[0].message.startswith("Quý IV/2026 ")


@pytest.mark.parametrize("band, shares", [(None, ALL), (E, None)])
def test_unknown_is_not_ranked(band, shares):
    assert proposed(band, shares).level is None


@pytest.mark.parametrize(
    "began, is_deferred",
    [
        (date(2026, 6, 1), False),
        (date(2026, 6, 2), True),
        (date(2026, 6, 30), True),
        (date(2020, 1, 1), False),
    ],
)
def test_a_seat_of_under_a_month_waits(began, is_deferred):
    assert bool(deferral(began, Q2, PARTY)) == is_deferred


@pytest.mark.parametrize(
    "levels, failed, gaps",
    [  # S0-049
        ({Q1: F, Q2: F}, (Q1, Q2), ()),
        ({Q1: F, Q2: F, Q3: F}, (Q1, Q2, Q3), ()),
        ({Q1: F, Q2: G, Q3: F}, None, None),
        ({Q1: F}, None, None),
        ({Q1: F, Q2: None, Q3: F}, (Q1, Q3), (Q2,)),  # neither counts nor silently breaks
        ({Q1: F, Q3: F}, (Q1, Q3), (Q2,)),  # nor does a quarter without a sheet
        (
            {Q3: F, Quarter(2027, 1): F},
            (Q3, Quarter(2027, 1)),
            (Q4,),
        ),  # quarter IV merges into the year
        ({Q4: F, Quarter(2027, 1): F}, (Q4, Quarter(2027, 1)), ()),  # across the year's end
        ({Q1: None, Q2: F, Q3: F, Q4: None}, (Q2, Q3), ()),  # gaps outside the run are none
        ({Q1: F, Q2: F, Q3: G, Q4: F}, (Q1, Q2), ()),
        ({}, None, None),
    ],
)
def test_runs(levels, failed, gaps):
    runs = runs_of(levels, 2)
    assert [(run.failed, run.gaps) for run in runs] == ([(failed, gaps)] if failed else [])
    assert all(run.is_clear == (not run.gaps) and run.last == run.failed[-1] for run in runs)


@given(st.lists(st.sampled_from([E, G, C, F, None]), max_size=16), st.integers(1, 4))
def test_every_run_is_failed_only_and_long_enough(levels, least):
    quarter, told = Quarter(2025, 1), {}
    for level in levels:
        told[quarter], quarter = level, quarter.next()
    runs = runs_of(told, least)
    assert all(len(run.failed) >= least and {told[q] for q in run.failed} == {F} for run in runs)
    assert all(
        told.get(q) is None and run.failed[0] < q < run.failed[-1] for run in runs for q in run.gaps
    )
    assert sum(len(run.failed) for run in runs_of(told, 1)) == levels.count(F)


@pytest.mark.parametrize(
    "years, level",
    [([G, G, E], G), ([E, E, G], E), ([E, F, E], C), ([G, E], G), ([F], F), ([], None)],
)
def test_a_term_is_what_its_years_were(years, level):
    """S3-034; no rule was seen, so this is only a basis for whoever decides."""
    assert term_level(years)[0] == level


def test_a_term_tells_how_many_years_stand_where():
    """In numbers: the page says them in its language."""
    assert term_level([G, F, G, E])[1] == ((E, 1), (G, 2), (F, 1))
    assert term_level([]) == (None, ())
