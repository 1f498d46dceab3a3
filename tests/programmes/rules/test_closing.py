from datetime import date

import pytest

from thenchot.programmes.enums import TaskState, Timing
from thenchot.programmes.rules.closing import Finish, may_finish

TODAY = date(2026, 11, 20)


def finish(**facts):
    usual = dict(
        state=TaskState.IN_PROGRESS,
        timing=Timing.DATED,
        done_on=TODAY,
        given_on=date(2026, 6, 18),
        has_product=True,
        product_required=True,
        missing=(),
        unfinished_needs=(),
        open_difficulties=0,
    )
    return Finish(**{**usual, **facts})


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({}, []),
        ({"has_product": False}, ["product"]),
        ({"has_product": False, "product_required": False}, []),
        ({"state": TaskState.ASSIGNED}, ["state"]),
        ({"state": TaskState.DONE}, ["state"]),
        ({"timing": Timing.ONGOING}, ["ongoing"]),
        ({"unfinished_needs": ("1.2 Rà soát",)}, ["needs"]),
        ({"open_difficulties": 1}, ["difficulty"]),
        ({"done_on": date(2026, 11, 21)}, ["future"]),
        ({"done_on": date(2026, 6, 17)}, ["before"]),
        ({"waits_for_document": True}, ["document"]),
        ({"has_product": False, "open_difficulties": 2}, ["product", "difficulty"]),
    ],
)
def test_what_stands_between_a_task_and_done(facts, rules):
    decision = may_finish(finish(**facts), on=TODAY)
    assert [r.rule for r in decision.reasons] == rules
    assert bool(decision) is (not rules)
