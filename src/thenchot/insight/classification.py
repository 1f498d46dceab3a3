from thenchot.platform.classified import PRIVATE, WORK, of

CLASSIFICATION = {
    "insight.Figure": of(WORK),
    "insight.Forecast": of(WORK),
    "insight.ForecastMonth": of(WORK),
    "insight.ForecastEvent": of(PRIVATE),
    "insight.ForecastValue": of(WORK),
    "insight.ForecastGoal": of(WORK),
}
