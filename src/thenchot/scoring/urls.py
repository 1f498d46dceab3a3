from django.urls import path

from thenchot.scoring.views import assessments, groups, own_month, prints, rater_comparison, units

urlpatterns = [
    path("my/month/", own_month.my_month, name="my_month"),
    path("months/", units.month_board, name="month_board"),
    path("months/units/<int:pk>/", units.unit_month_page, name="unit_month"),
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
    path(
        "months/assessments/<int:pk>/close/", assessments.assessment_close, name="assessment_close"
    ),
    path(
        "months/assessments/<int:pk>/reopen/",
        assessments.assessment_reopen,
        name="assessment_reopen",
    ),
    path(
        "months/assessments/<int:pk>/unscored/",
        assessments.assessment_unscored,
        name="assessment_unscored",
    ),
    path("months/assessments/<int:pk>/work/new/", own_month.work_new, name="work_new"),
    path("months/assessments/<int:pk>/cause/", own_month.cause_new, name="cause_new"),
    path("work/<int:pk>/done/", own_month.work_done, name="work_done"),
    path("work/<int:pk>/back/", own_month.work_give_back, name="work_give_back"),
    path("work/<int:pk>/drop/", own_month.work_drop, name="work_drop"),
    path("work/<int:pk>/convert/", assessments.work_convert, name="work_convert"),
    path("work/<int:pk>/fault/", assessments.fault_new, name="fault_new"),
    path("work/<int:pk>/split/", assessments.work_split, name="work_split"),
    path("faults/<int:pk>/withdraw/", assessments.fault_withdraw, name="fault_withdraw"),
    path("causes/<int:pk>/<slug:answer>/", units.cause_decide, name="cause_decide"),
    path("months/assessments/<int:pk>/objection/", own_month.objection_new, name="objection_new"),
    path("objections/<int:pk>/settle/", assessments.objection_settle, name="objection_settle"),
    path("months/raters/", rater_comparison.rater_comparison, name="rater_comparison"),
    path(
        "months/raters/export.xlsx",
        rater_comparison.rater_comparison_export,
        name="rater_comparison_export",
    ),
    path("assessments/<int:pk>/mau-01.docx", prints.assessment_print, name="assessment_print"),
]
