from django.urls import path

from thenchot.insight import views

urlpatterns = [
    path("insight/", views.insight_board, name="insight_board"),
    path("insight/export.xlsx", views.insight_export, name="insight_export"),
    path("insight/count/", views.insight_count, name="insight_count"),
    path("insight/compare/", views.insight_compare, name="insight_compare"),
    path("insight/ages/", views.insight_ages, name="insight_ages"),
    path("insight/targets/", views.insight_targets, name="insight_targets"),
    path("insight/targets/<int:pk>/tie/", views.target_tie, name="target_tie"),
    path("insight/<slug:code>/", views.insight_names, name="insight_names"),
]
