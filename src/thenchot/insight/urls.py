from django.urls import path

from thenchot.insight import actions, registers, views
from thenchot.insight.forecast import registers as ahead
from thenchot.insight.forecast.actions import FORECAST
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("insight/", registers.BoardRegister),
    *actions.FIGURES.urls("insight/"),
    path("insight/compare/", views.insight_compare, name="insight_compare"),
    *register_urls("insight/groups/", registers.GroupRegister),
    path("insight/ages/", views.insight_ages, name="insight_ages"),
    path("insight/targets/", views.insight_targets, name="insight_targets"),
    *actions.TARGET.urls("insight/targets/"),
    *register_urls("insight/forecast/", ahead.MonthRegister),
    *register_urls("insight/forecast/events/", ahead.EventRegister),
    *register_urls("insight/forecast/goals/", ahead.GoalRegister),
    *register_urls("insight/forecast/goals/<slug:code>/", ahead.IndicatorRegister),
    *register_urls("insight/forecast/changes/", ahead.ChangeRegister),
    *register_urls("insight/forecast/all/", ahead.ForecastRegister),
    *FORECAST.urls("insight/forecast/"),
    *register_urls("insight/<slug:code>/", registers.NamesRegister),
]
