"""At whose desk: one unit and one reason for every mixture of facts."""

import pytest

from thenchot.programmes.enums import Clarity, Desk, TaskState, Timing
from thenchot.programmes.rules.desk import Lying, lies_at

LEAD, SECOND, APPROVER, ANSWERER, MONITOR, BLOCKER = range(1, 7)


def lying(**facts):
    usual = dict(
        state=TaskState.IN_PROGRESS,
        timing=Timing.DATED,
        has_date=True,
        leads=[LEAD],
        unaccepted_leads=[],
        missing=[],
        approver=None,
        answerer=None,
        monitor=MONITOR,
        blocker=None,
    )
    return Lying(**{**usual, **facts})


@pytest.mark.parametrize(
    ("facts", "unit", "reason"),
    [
        ({}, LEAD, Desk.WORK),
        ({"state": TaskState.DONE}, None, None),
        ({"state": TaskState.CANCELLED, "answerer": ANSWERER}, None, None),
        ({"state": TaskState.ASSIGNED, "unaccepted_leads": [LEAD]}, LEAD, Desk.ACCEPT),
        ({"leads": [LEAD, SECOND], "unaccepted_leads": [SECOND]}, SECOND, Desk.ACCEPT),
        ({"missing": [Clarity.PRODUCT]}, LEAD, Desk.CLARIFY),
        ({"lacks_product": True}, LEAD, Desk.PRODUCT),
        ({"state": TaskState.SUBMITTED, "approver": APPROVER}, APPROVER, Desk.APPROVE),
        ({"approver": APPROVER}, LEAD, Desk.WORK),
        ({"answerer": ANSWERER, "missing": [Clarity.PERSON]}, ANSWERER, Desk.ANSWER),
        (
            {"timing": Timing.OPEN, "has_date": False, "waits_for_document": True},
            MONITOR,
            Desk.DOCUMENT,
        ),
        ({"blocker": BLOCKER}, BLOCKER, Desk.OTHER_TASK),
        ({"leads": []}, MONITOR, Desk.WORK),
    ],
)
def test_whose_turn_it_is(facts, unit, reason):
    assert lies_at(lying(**facts)) == (unit, reason)
