"""A refusal always has a reason."""

import pytest

from thenchot.kernel.decision import Decision, Reason, Refused

LATE = Reason("deadline", "Đã quá hạn", "Điều 5", {"days": 3})
CLOSED = Reason("state", "Đợt đã khoá")


def test_yes_is_true_and_no_is_false():
    assert Decision.yes()
    assert not Decision.no(LATE)


def test_a_refusal_without_a_reason_cannot_be_made():
    with pytest.raises(ValueError, match="reason"):
        Decision.no()


def test_and_keeps_the_reasons_of_every_refusing_side():
    assert (Decision.no(LATE) & Decision.no(CLOSED)).reasons == (LATE, CLOSED)
    assert (Decision.yes() & Decision.no(LATE)).reasons == (LATE,)
    assert (Decision.no(LATE) & Decision.yes()).reasons == (LATE,)
    assert Decision.yes() & Decision.yes()


def test_or_refuse_raises_with_the_decision():
    assert Decision.yes().or_refuse()
    with pytest.raises(Refused, match="Đã quá hạn") as refusal:
        Decision.no(LATE).or_refuse()
    assert refusal.value.decision.reasons[0].facts["days"] == 3


def test_facts_cannot_be_changed_afterwards():
    with pytest.raises(TypeError):
        LATE.facts["days"] = 4
