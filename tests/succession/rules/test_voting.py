"""Shares on the right number of people; the borders of enough and of going on."""

import pytest

from thenchot.succession.rules.voting import Counted, Thresholds, Turnout, counts_hold, going_on

HALF = Thresholds(pass_percent=50, carry_percent=30)


def turnout(**more) -> Turnout:
    told = {
        "summoned": 20,
        "excused": 0,
        "present": 18,
        "handed_out": 18,
        "returned": 17,
        "valid": 16,
    }
    return Turnout(**{**told, **more})


def test_the_base_is_who_was_called_or_who_came():
    assert turnout().base(counts_present=False) == 20
    assert turnout(excused=2).base(counts_present=False) == 18
    assert turnout().base(counts_present=True) == 18


@pytest.mark.parametrize(
    ("agreed", "base", "is_last", "passes"),
    [
        (10, 20, True, False),  # half is not more than half
        (11, 20, True, True),
        (10, 19, True, True),
        (9, 18, True, False),
        # going on without enough: from thirty percent, but never out of the last conference
        (6, 20, False, True),
        (5, 20, False, False),
        (6, 20, True, False),
    ],
)
def test_borders(agreed, base, is_last, passes):
    found = going_on([Counted(1, 1, agreed)], base, HALF, is_last=is_last)
    assert found == ({1} if passes else set())


def test_invalid_ballots_and_abstentions_stay_in_the_base():
    """Eleven of twenty called, though only sixteen ballots were valid."""
    assert going_on([Counted(1, 1, 11)], turnout().base(counts_present=False), HALF, is_last=True)
    assert not going_on(
        [Counted(1, 1, 10)], turnout().base(counts_present=False), HALF, is_last=True
    )


def test_nobody_is_carried_beside_somebody_who_passed():
    rows = [Counted(1, 1, 12), Counted(2, 1, 8)]
    assert going_on(rows, 20, HALF, is_last=False) == {1}


def test_each_post_by_itself():
    rows = [Counted(1, 1, 12), Counted(2, 2, 8), Counted(3, 2, 5)]
    assert going_on(rows, 20, HALF, is_last=False) == {1, 2}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"excused": 21}, "Số vắng"),
        ({"present": 21}, "Số có mặt"),
        ({"present": 19, "excused": 2}, "Số có mặt"),
        ({"handed_out": 19}, "Số phiếu phát ra"),
        ({"returned": 19}, "Số phiếu thu về"),
        ({"valid": 18}, "Số phiếu hợp lệ"),
    ],
)
def test_minutes_that_cannot_be(more, words):
    found = counts_hold(turnout(**more), [])
    assert not found
    assert any(words in reason.message for reason in found.reasons)


def test_more_agreed_than_ballots():
    assert counts_hold(turnout(), [16])
    assert not counts_hold(turnout(), [17])
