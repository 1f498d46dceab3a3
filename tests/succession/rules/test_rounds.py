"""A second round begins when the first is counted to its end."""

import pytest

from thenchot.succession.rules.planning import round_now

ASKED = ("leadership", "vote")


@pytest.mark.parametrize(
    ("held", "number"),
    [
        ([], 1),
        ([(1, "leadership", True)], 1),
        ([(1, "leadership", True), (1, "vote", False)], 1),
        ([(1, "leadership", True), (1, "vote", True)], 2),
        ([(1, "leadership", True), (1, "vote", True), (2, "leadership", False)], 2),
    ],
)
def test_round_now(held, number):
    assert round_now(held, ASKED) == number
