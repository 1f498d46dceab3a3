from django.urls import path

from thenchot.scoring.views import groups, own_month, prints, rater_comparison, sheets, units

urlpatterns = [
    path("my/month/", own_month.my_month, name="my_month"),
    path("months/", units.month_board, name="month_board"),
    path("months/units/<int:pk>/", units.unit_month_page, name="unit_month"),
    path("months/units/<int:pk>/factors/", units.unit_month_factors, name="unit_month_factors"),
    path("months/units/<int:pk>/export.xlsx", units.unit_month_export, name="unit_month_export"),
    path("months/sheets/<int:pk>/groups/", groups.sheet_groups, name="sheet_groups"),
    path("months/sheets/<int:pk>/receipt.json", sheets.sheet_receipt, name="sheet_receipt"),
    path("months/units/<int:pk>/<slug:action>/", units.unit_month_do, name="unit_month_do"),
    path("months/sheets/<int:pk>/", sheets.sheet_detail, name="sheet_detail"),
    path("months/sheets/<int:pk>/rate/", own_month.sheet_rate, name="sheet_rate"),
    path("months/sheets/<int:pk>/points/", sheets.sheet_points, name="sheet_points"),
    path("months/sheets/<int:pk>/close/", sheets.sheet_close, name="sheet_close"),
    path("months/sheets/<int:pk>/reopen/", sheets.sheet_reopen, name="sheet_reopen"),
    path("months/sheets/<int:pk>/unscored/", sheets.sheet_unscored, name="sheet_unscored"),
    path("months/sheets/<int:pk>/work/new/", own_month.work_new, name="work_new"),
    path("months/sheets/<int:pk>/cause/", own_month.cause_new, name="cause_new"),
    path("work/<int:pk>/done/", own_month.work_done, name="work_done"),
    path("work/<int:pk>/back/", own_month.work_give_back, name="work_give_back"),
    path("work/<int:pk>/drop/", own_month.work_drop, name="work_drop"),
    path("work/<int:pk>/convert/", sheets.work_convert, name="work_convert"),
    path("work/<int:pk>/fault/", sheets.fault_new, name="fault_new"),
    path("work/<int:pk>/split/", sheets.work_split, name="work_split"),
    path("faults/<int:pk>/withdraw/", sheets.fault_withdraw, name="fault_withdraw"),
    path("causes/<int:pk>/<slug:answer>/", units.cause_decide, name="cause_decide"),
    path("months/sheets/<int:pk>/objection/", own_month.objection_new, name="objection_new"),
    path("objections/<int:pk>/settle/", sheets.objection_settle, name="objection_settle"),
    path("months/raters/", rater_comparison.rater_comparison, name="rater_comparison"),
    path(
        "months/raters/export.xlsx",
        rater_comparison.rater_comparison_export,
        name="rater_comparison_export",
    ),
    path("sheets/<int:pk>/mau-01.docx", prints.sheet_print, name="sheet_print"),
]
