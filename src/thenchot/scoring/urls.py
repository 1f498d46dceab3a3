from django.urls import path

from thenchot.scoring import actions
from thenchot.scoring.views import assessments, groups, own_month, prints, rater_comparison, units

urlpatterns = [
    path("my/month/", own_month.my_month, name="my_month"),
    path("months/", units.month_board, name="month_board"),
    path("months/units/<int:pk>/", units.unit_month_page, name="unit_month"),
    path("months/units/<int:pk>/closing/", units.unit_month_closing, name="unit_month_closing"),
    path("months/units/<int:pk>/factors/", units.unit_month_factors, name="unit_month_factors"),
    path("months/units/<int:pk>/export.xlsx", units.unit_month_export, name="unit_month_export"),
    path("months/assessments/<int:pk>/groups/", groups.assessment_groups, name="assessment_groups"),
    path(
        "months/assessments/<int:pk>/receipt.json",
        assessments.assessment_receipt,
        name="assessment_receipt",
    ),
    path("months/units/<int:pk>/<slug:action>/", units.unit_month_do, name="unit_month_do"),
    path("months/assessments/<int:pk>/", assessments.assessment_detail, name="assessment_detail"),
    path("months/assessments/<int:pk>/rate/", own_month.assessment_rate, name="assessment_rate"),
    path(
        "months/assessments/<int:pk>/points/",
        assessments.assessment_points,
        name="assessment_points",
    ),
    path("work/<int:pk>/convert/", assessments.work_convert, name="work_convert"),
    path("months/raters/", rater_comparison.rater_comparison, name="rater_comparison"),
    path(
        "months/raters/export.xlsx",
        rater_comparison.rater_comparison_export,
        name="rater_comparison_export",
    ),
    path("assessments/<int:pk>/mau-01.docx", prints.assessment_print, name="assessment_print"),
    *actions.ASSESSMENT.urls("months/assessments/"),
    *actions.CAUSE_OF_SHEET.urls("months/assessments/"),
    *actions.OWN.urls("months/assessments/"),
    *actions.OWN_WORK.urls("work/"),
    *actions.WORK.urls("work/"),
    *actions.FAULT.urls("faults/"),
    *actions.OBJECTION.urls("objections/"),
    *actions.CAUSE.urls("causes/"),
]
