"""Forecasts as they were worked out, and what changed between two of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.insight import registry
from thenchot.insight.access import SEE
from thenchot.insight.enums import ChangeGroup
from thenchot.insight.models import (
    Forecast,
    ForecastEvent,
    ForecastGoal,
    ForecastMonth,
    ForecastValue,
)
from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import ForecastPolicy, specs
from thenchot.succession.access import SEE as SEE_LISTS
from thenchot.succession.enums import CandidateState
from thenchot.succession.models import Candidate


def of_home(home: Unit):
    """The newest first. The caller has asked for the right to see figures of the place."""
    rows = Forecast.objects.filter(home=home).select_related("home", "made_by", "reviewed_by")
    return rows.order_by("-made_at", "-pk")


def last_of(home: Unit, pk: int | None = None) -> Forecast | None:
    """The one asked for, of this place; else the last."""
    rows = of_home(home)
    if pk is None:
        return rows.first()
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def get_forecast(actor, pk: int) -> Forecast:
    rows = Forecast.objects.visible_to(actor, SEE).select_related("home")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def before(forecast: Forecast) -> Forecast | None:
    """The one before it, of the same place."""
    rows = of_home(forecast.home).filter(made_at__lt=forecast.made_at)
    return rows.first()


def months_of(forecast: Forecast | None):
    return ForecastMonth.objects.filter(forecast=forecast).order_by("on")


def events_of(forecast: Forecast | None):
    rows = ForecastEvent.objects.filter(forecast=forecast)
    return rows.select_related("person", "unit", "planned_post__plan__unit").order_by("on", "pk")


def successors_of(actor, events: list[ForecastEvent]) -> dict[int, list[Candidate]]:
    """Planned post -> who is planned for it today, for whoever may read planning lists."""
    posts = {one.planned_post_id for one in events if one.planned_post_id}
    if not posts or not actor.has(SEE_LISTS):
        return {}
    rows = Candidate.objects.visible_to(actor, SEE_LISTS).filter(
        post__in=posts, state=CandidateState.PLANNED
    )
    found: dict[int, list[Candidate]] = {}
    for one in rows.select_related("person").order_by("line", "person__sort_key"):
        found.setdefault(one.post_id, []).append(one)
    return found


def goals_of_forecast(forecast: Forecast | None) -> list[ForecastGoal]:
    """In the order of the indicators."""
    rows = ForecastGoal.objects.filter(forecast=forecast).select_related(
        "target__programme__directive", "forecast__home"
    )
    order = {code: at for at, code in enumerate(registry.indicators())}
    known = [one for one in rows if one.indicator in order]
    return sorted(known, key=lambda one: (order[one.indicator], one.target_id or 0))


def values_of(forecast: Forecast | None, code: str = ""):
    rows = ForecastValue.objects.filter(forecast=forecast).order_by("indicator", "on")
    return rows.filter(indicator=code) if code else rows


@dataclass(frozen=True)
class Changed:
    """One figure of two forecasts. `unit` of measure: "" for people and posts."""

    group: ChangeGroup
    name: str
    was: Any
    now: Any

    @property
    def difference(self) -> float | None:
        if isinstance(self.was, int | float) and isinstance(self.now, int | float):
            return round(self.now - self.was, 2)
        return None


MONTH = {
    "certain": (ChangeGroup.PEOPLE, _("Số người theo luật, quyết định")),
    "middle": (ChangeGroup.PEOPLE, _("Số người dự báo, mức giữa")),
    "empty_certain": (ChangeGroup.POSTS, _("Vị trí lãnh đạo trống nếu không bố trí")),
}
GOAL = {"alone": _("nếu giữ nguyên"), "planned": _("với việc đang làm")}


def changes_between(earlier: Forecast, later: Forecast) -> list[Changed]:
    """Figures that differ; a constant number of queries."""
    found = [
        *_months_changed(earlier, later),
        *_goals_changed(earlier, later),
        *_assumptions_changed(earlier, later),
    ]
    return [one for one in found if one.was != one.now]


def _months_changed(earlier: Forecast, later: Forecast) -> Iterator[Changed]:
    was, now = (
        {one.on: one for one in months_of(forecast).filter(on__month=12)}
        for forecast in (earlier, later)
    )
    for on in sorted(was.keys() & now.keys()):
        for field, (group, label) in MONTH.items():
            values = getattr(was[on], field), getattr(now[on], field)
            yield Changed(group, f"{label}, {on:%d/%m/%Y}", *values)


def _goals_changed(earlier: Forecast, later: Forecast) -> Iterator[Changed]:
    was = {(one.indicator, one.target_id): one for one in goals_of_forecast(earlier)}
    for goal in goals_of_forecast(later):
        old = was.get((goal.indicator, goal.target_id))
        for field, label in GOAL.items():
            values = _rounded(getattr(old, field) if old else None), _rounded(getattr(goal, field))
            indicator = registry.get(goal.indicator)
            name = f"{indicator.name if indicator else ''}, {label}"
            yield Changed(ChangeGroup.GOALS, name, *values)


def _assumptions_changed(earlier: Forecast, later: Forecast) -> Iterator[Changed]:
    for spec in specs(ForecastPolicy).values():
        values = earlier.assumptions.get(spec.key), later.assumptions.get(spec.key)
        yield Changed(ChangeGroup.ASSUMED, spec.label, *values)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
