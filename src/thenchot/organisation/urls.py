from django.urls import path

from thenchot.organisation import views

urlpatterns = [
    path("units/", views.unit_list, name="unit_list"),
    path("units/export.xlsx", views.unit_export, name="unit_export"),
    path("units/template.xlsx", views.unit_template, name="unit_template"),
    path("units/import/", views.unit_import, name="unit_import"),
    path("units/import/<int:file_id>/", views.unit_import_check, name="unit_import_check"),
    path("units/<int:pk>/", views.unit_detail, name="unit_detail"),
    path("units/<int:pk>/new/", views.unit_new, name="unit_new"),
    path("units/<int:pk>/edit/", views.unit_edit, name="unit_edit"),
    path("units/<int:pk>/move/", views.unit_move, name="unit_move"),
    path("units/<int:pk>/dissolve/", views.unit_dissolve, name="unit_dissolve"),
    path("units/<int:pk>/alias/", views.unit_alias, name="unit_alias"),
]
