"""The first steps of a role: every room hands over its own in its `starting.py`, found at start.
The desk of whoever has not walked them shows them, done or not, until all are done or put away.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from thenchot.platform.scope.roles import Role

PUT_AWAY = "first_steps_put_away"  # a cookie, as the language is one
YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Step:
    """`place` orders the steps of a role; `done(actor)`: rows of which one is enough."""

    role: Role
    place: int
    title: str | Promise
    route: str
    done: Callable[[Any], QuerySet]
    args: tuple = ()

    @property
    def url(self) -> str:
        return reverse(self.route, args=self.args)


_steps: dict[tuple[Role, int], Step] = {}


def register(*steps: Step) -> None:
    """Once, in `starting.py`. Two steps of a role never stand at one place."""
    for step in steps:
        at = _steps.setdefault((step.role, step.place), step)
        if at.title != step.title:
            raise ValueError(f"{at.route} and {step.route} stand at {step.role} {step.place}")


def steps_of(role: str) -> list[Step]:
    return sorted((one for one in _steps.values() if one.role == role), key=lambda one: one.place)


def first_steps(actor) -> list[tuple[Step, bool]]:
    """The steps of the first role of the actor that has any, done or not; none once all are done.
    Asked in one query, whatever the number of steps.
    """
    held = {grant.role for grant in actor.grants}
    steps = next((found for role in Role if role in held and (found := steps_of(role))), [])
    if not steps:
        return []
    asked = {f"step_{step.place}": Exists(step.done(actor).order_by()) for step in steps}
    row = get_user_model().objects.filter(pk=actor.account_id).values(**asked).first() or {}
    walked = [(step, bool(row.get(f"step_{step.place}"))) for step in steps]
    return [] if all(is_done for _step, is_done in walked) else walked
