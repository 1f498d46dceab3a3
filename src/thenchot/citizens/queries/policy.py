"""The rules and the calendar of a place."""

from datetime import date

from thenchot.citizens.access import SEE
from thenchot.kernel.calendar import WorkingCalendar
from thenchot.organisation.models import Unit
from thenchot.organisation.queries.tree import homes_over
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import CitizensPolicy, WorkingCalendarPolicy


def policy_of(unit: Unit, on: date | None = None) -> CitizensPolicy:
    return policies.in_force(CitizensPolicy, path=unit.path, on=on or today())


def calendar_of(unit: Unit) -> WorkingCalendar:
    """As it is known today: a corrected calendar moves every open clock."""
    return policies.in_force(WorkingCalendarPolicy, path=unit.path, on=today()).calendar()


def strictest(actor, name: str) -> int:
    """The largest value of a least number among all places the actor sees a part of, so that nobody
    is shown what a place would keep back.
    """
    homes = homes_over(actor, SEE).order_by("path").values_list("path", flat=True)
    paths = {*actor.paths_for(SEE), *homes}
    on = today()
    return max(getattr(policies.in_force(CitizensPolicy, path=one, on=on), name) for one in paths)
