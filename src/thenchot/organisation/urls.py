from django.urls import path

from thenchot.organisation.views import tree

urlpatterns = [
    path("units/", tree.unit_list, name="unit_list"),
    path("units/export.xlsx", tree.unit_export, name="unit_export"),
    path("units/template.xlsx", tree.unit_template, name="unit_template"),
    path("units/import/", tree.unit_import, name="unit_import"),
    path("units/import/<int:file_id>/", tree.unit_import_check, name="unit_import_check"),
    path("units/<int:pk>/", tree.unit_detail, name="unit_detail"),
    path("units/<int:pk>/new/", tree.unit_new, name="unit_new"),
    path("units/<int:pk>/edit/", tree.unit_edit, name="unit_edit"),
    path("units/<int:pk>/move/", tree.unit_move, name="unit_move"),
    path("units/<int:pk>/dissolve/", tree.unit_dissolve, name="unit_dissolve"),
    path("units/<int:pk>/alias/", tree.unit_alias, name="unit_alias"),
]
