from django.urls import path

from thenchot.organisation import registers
from thenchot.organisation.actions.duties import DUTY, HOLDER, OF_HOME
from thenchot.organisation.actions.schemes import DESCRIBING, POSITION, SCHEME
from thenchot.organisation.actions.titles import TITLE
from thenchot.organisation.actions.units import UNIT
from thenchot.organisation.views import duties, places, positions, schemes, tree
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("units/", registers.UnitRegister),
    path("units/chart.docx", tree.chart_print, name="chart_print"),
    path("units/template.xlsx", tree.unit_template, name="unit_template"),
    path("units/import/", tree.unit_import, name="unit_import"),
    path("units/import/<int:file_id>/", tree.unit_import_check, name="unit_import_check"),
    path("units/<int:pk>/", tree.unit_detail, name="unit_detail"),
    path("units/<int:pk>/followup/", tree.unit_followup, name="unit_followup"),
    *UNIT.urls("units/"),
    *OF_HOME.urls("units/"),
    *register_urls("units/titles/", registers.TitleRegister),
    *TITLE.urls("units/titles/"),
    *register_urls("units/schemes/", registers.SchemeRegister),
    path("units/schemes/<int:pk>/", schemes.scheme_detail, name="scheme_detail"),
    *SCHEME.urls("units/schemes/"),
    path(
        "units/schemes/<int:pk>/import/<int:file_id>/",
        schemes.scheme_import_check,
        name="scheme_import_check",
    ),
    path("units/schemes/<int:pk>/positions.docx", schemes.scheme_print, name="scheme_print"),
    path("units/schemes/<int:pk>/positions.xlsx", schemes.scheme_list_file, name="scheme_excel"),
    path("units/schemes/<int:pk>/framework.docx", schemes.framework_print, name="framework_print"),
    *DESCRIBING.urls("units/schemes/"),
    path("units/positions/<int:pk>/", positions.position_detail, name="position_detail"),
    *POSITION.urls("units/positions/"),
    path("units/positions/<int:pk>/print.docx", positions.position_print, name="position_print"),
    *register_urls("units/duties/", registers.DutyRegister),
    path("units/duties/template.xlsx", duties.duty_template, name="duty_template"),
    path("units/duties/import/", duties.duty_import, name="duty_import"),
    path("units/duties/import/<int:file_id>/", duties.duty_import_check, name="duty_import_check"),
    path("units/duties/<int:pk>/", duties.duty_detail, name="duty_detail"),
    *DUTY.urls("units/duties/"),
    *HOLDER.urls("units/duties/holders/"),
    *register_urls("units/places/", registers.PlaceRegister),
    path("units/places/search/", places.place_search, name="place_search"),
    path("units/places/template.xlsx", places.place_template, name="place_template"),
    path("units/places/import/", places.place_import, name="place_import"),
    path(
        "units/places/import/<int:file_id>/", places.place_import_check, name="place_import_check"
    ),
]
