"""The rules and the calendar of a place."""

from datetime import date

from thenchot.kernel.calendar import WorkingCalendar
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import CitizensPolicy, WorkingCalendarPolicy


def policy_of(unit: Unit, on: date | None = None) -> CitizensPolicy:
    return policies.in_force(CitizensPolicy, path=unit.path, on=on or today())


def calendar_of(unit: Unit) -> WorkingCalendar:
    """As it is known today: a corrected calendar moves every open clock."""
    return policies.in_force(WorkingCalendarPolicy, path=unit.path, on=today()).calendar()
