"""The rules and the calendar of a place."""

from datetime import date

from thenchot.kernel.calendar import WorkingCalendar
from thenchot.organisation.models import Unit
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import ReceptionPolicy, WorkingCalendarPolicy
from thenchot.reception.rules.clocks import Clock


def policy_of(unit: Unit, on: date | None = None) -> ReceptionPolicy:
    return policies.in_force(ReceptionPolicy, path=unit.path, on=on or today())


def calendar_of(unit: Unit) -> WorkingCalendar:
    """As it is known today: a corrected calendar moves every open clock."""
    return policies.in_force(WorkingCalendarPolicy, path=unit.path, on=today()).calendar()


def publish_clock(slot) -> Clock:
    """By when the session must be in the posted calendar."""
    days = policy_of(slot.unit).calendar_before
    return Clock(slot.on, -days, "ngày tiếp", calendar_of(slot.unit))


def answer_clock(visit) -> Clock | None:
    """By when the citizen is told what becomes of it."""
    if visit.received_on is None:
        return None
    days = policy_of(visit.unit, visit.received_on).answer_days
    return Clock(visit.received_on, days, "ngày tiếp nhận", calendar_of(visit.unit))


def refusal_clock(visit) -> Clock | None:
    """By when the written notice 01/TCD is signed."""
    if visit.ground_on is None or not visit.is_written:
        return None
    days = policy_of(visit.unit, visit.ground_on).refusal_days
    return Clock(visit.ground_on, days, "ngày có căn cứ", calendar_of(visit.unit))


def online_clocks(slot) -> tuple[Clock, Clock]:
    """Notice to the citizen and the points; test of the connection."""
    policy, calendar = policy_of(slot.unit), calendar_of(slot.unit)
    return (
        Clock(slot.on, -policy.online_before, "ngày tiếp", calendar),
        Clock(slot.on, -policy.test_before, "ngày tiếp", calendar),
    )
