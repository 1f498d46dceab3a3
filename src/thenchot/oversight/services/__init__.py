"""Doors of the room: plans, inspections, findings, the Front."""

from datetime import date

from thenchot.kernel.calendar import WorkingCalendar, add_working_days
from thenchot.oversight.rules.planning import Limits
from thenchot.platform import policies
from thenchot.policy.parameters import OversightPolicy, WorkingCalendarPolicy


def policy_of(path: str, on: date) -> OversightPolicy:
    return policies.in_force(OversightPolicy, path=path, on=on)


def limits_of(path: str, on: date) -> Limits:
    policy = policy_of(path, on)
    return Limits(
        policy.verify_days,
        policy.signs_days,
        policy.extension_part,
        policy.team_most,
        policy.period_months,
        policy.vote_share,
    )


def working_day_after(day: date, count: int, path: str) -> date:
    calendar: WorkingCalendar = policies.in_force(
        WorkingCalendarPolicy, path=path, on=day
    ).calendar()
    return add_working_days(day, count, calendar)
