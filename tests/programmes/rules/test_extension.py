from datetime import date

import pytest

from thenchot.programmes.enums import TaskState
from thenchot.programmes.rules.extension import Ask, asked_late, granting_units, may_ask, may_decide

TODAY = date(2026, 11, 20)
DUE = date(2026, 11, 30)


def ask(**facts):
    usual = dict(
        state=TaskState.IN_PROGRESS,
        due_on=DUE,
        proposed_on=date(2026, 12, 31),
        reason="Chờ thẩm định",
        has_pending=False,
    )
    return Ask(**{**usual, **facts})


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({}, None),
        ({"state": TaskState.DONE}, "closed"),
        ({"due_on": None}, "no_date"),
        ({"proposed_on": DUE}, "not_later"),
        ({"due_on": date(2026, 10, 1), "proposed_on": TODAY}, "past"),
        ({"reason": "  "}, "reason"),
        ({"has_pending": True}, "pending"),
    ],
)
def test_asking_for_a_later_date(facts, rule):
    decision = may_ask(ask(**facts), on=TODAY)
    assert [r.rule for r in decision.reasons] == ([rule] if rule else [])
    assert bool(decision) is (rule is None)


def test_asked_after_the_date_the_delay_stands():
    assert asked_late(date(2026, 11, 19), asked_on=TODAY)
    assert not asked_late(TODAY, asked_on=TODAY)


@pytest.mark.parametrize(
    ("issuer", "delegate", "leads", "units"),
    [
        (1, None, [3], (1,)),
        (1, 2, [3], (1, 2)),
        (1, 2, [1], (2,)),  # an issuer who is the lead never decides
        (1, None, [1], ()),
        (1, 1, [3], (1,)),
        (None, None, [3], ()),
    ],
)
def test_only_issuer_and_delegate_decide_and_never_a_lead(issuer, delegate, leads, units):
    assert granting_units(issuer, delegate, leads) == units


@pytest.mark.parametrize(
    ("granting", "mine", "own", "rule"),
    [
        ([1], [1], False, None),
        ([], [], False, "no_delegate"),
        ([1], [], False, "not_issuer"),
        ([1], [1], True, "own_request"),
    ],
)
def test_who_may_decide(granting, mine, own, rule):
    decision = may_decide(granting=granting, decider_units=mine, asked_by_decider=own)
    assert [r.rule for r in decision.reasons] == ([rule] if rule else [])
