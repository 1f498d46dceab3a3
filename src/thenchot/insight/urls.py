from django.urls import path

from thenchot.insight import actions, registers, views
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("insight/", registers.BoardRegister),
    *actions.FIGURES.urls("insight/"),
    path("insight/compare/", views.insight_compare, name="insight_compare"),
    path("insight/ages/", views.insight_ages, name="insight_ages"),
    path("insight/targets/", views.insight_targets, name="insight_targets"),
    *actions.TARGET.urls("insight/targets/"),
    *register_urls("insight/<slug:code>/", registers.NamesRegister),
]
