"""Until when an objection, a complaint is to be settled."""

from datetime import date

from thenchot.kernel.calendar import add_working_days
from thenchot.platform import policies
from thenchot.policy.parameters import ScoringPolicy, WorkingCalendarPolicy


def due_on(path: str, received: date) -> date:
    days = policies.in_force(ScoringPolicy, path=path, on=received).complaint_working_days
    return add_working_days(
        received, days, policies.in_force(WorkingCalendarPolicy, path=path, on=received).calendar()
    )
