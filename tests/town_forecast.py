"""Forecasts in the town: one that waits for a word, one that was confirmed."""

from thenchot.insight.enums import ReviewState
from thenchot.insight.forecast import services
from thenchot.platform.scope.roles import Role


def of_forecasts(world, home) -> dict:
    officer, leader = world.actor(Role.OFFICER, home), world.actor(Role.LEADER, home)
    first = services.work_out(officer, unit_id=home.pk)
    services.review(leader, forecast_id=first.pk, state=ReviewState.CONFIRMED)
    return {
        "forecast_confirmed": first,
        "forecast": services.work_out(officer, unit_id=home.pk),
    }
