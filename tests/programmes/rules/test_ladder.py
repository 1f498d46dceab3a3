from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.programmes.rules.ladder import rung, rungs_after

DUE = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (-8, None),
        (-7, 0),
        (-2, 0),
        (-1, 1),
        (0, 1),
        (1, 2),
        (6, 2),
        (7, 3),
        (14, 3),
        (15, 4),
        (300, 4),
    ],
)
def test_rungs_before_and_after_a_date(days, step):
    assert rung(DUE, on=DUE + timedelta(days=days), before=(7, 1), after=(1, 7, 15)) == step


@pytest.mark.parametrize(
    ("days", "step"), [(0, None), (29, None), (30, 0), (59, 0), (60, 1), (95, 2)]
)
def test_asked_again_every_thirty_days(days, step):
    assert rungs_after(DUE, on=DUE + timedelta(days=days), every=30) == step


@given(st.integers(-400, 400), st.integers(0, 60))
def test_the_ladder_only_climbs(days, more):
    first = rung(DUE, on=DUE + timedelta(days=days), before=(7, 1), after=(1, 7, 15))
    later = rung(DUE, on=DUE + timedelta(days=days + more), before=(7, 1), after=(1, 7, 15))
    assert (first if first is not None else -1) <= (later if later is not None else -1)
