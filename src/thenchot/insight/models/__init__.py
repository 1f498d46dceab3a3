from thenchot.insight.models.figures import Figure
from thenchot.insight.models.forecasts import (
    Forecast,
    ForecastEvent,
    ForecastGoal,
    ForecastMonth,
    ForecastValue,
)

__all__ = [
    "Figure",
    "Forecast",
    "ForecastEvent",
    "ForecastGoal",
    "ForecastMonth",
    "ForecastValue",
]
