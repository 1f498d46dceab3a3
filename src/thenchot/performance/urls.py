from django.urls import path

from thenchot.performance.views import months, scoring

MONTHS = [
    path("my/month/", months.my_month, name="my_month"),
    path("months/", scoring.month_board, name="month_board"),
    path("units/<int:pk>/month/", scoring.unit_month_page, name="unit_month"),
    path("units/<int:pk>/month/<slug:action>/", scoring.unit_month_do, name="unit_month_do"),
    path("sheets/<int:pk>/", scoring.sheet_detail, name="sheet_detail"),
    path("sheets/<int:pk>/rate/", months.sheet_rate, name="sheet_rate"),
    path("sheets/<int:pk>/points/", scoring.sheet_points, name="sheet_points"),
    path("sheets/<int:pk>/close/", scoring.sheet_close, name="sheet_close"),
    path("sheets/<int:pk>/reopen/", scoring.sheet_reopen, name="sheet_reopen"),
    path("sheets/<int:pk>/unscored/", scoring.sheet_unscored, name="sheet_unscored"),
    path("sheets/<int:pk>/work/new/", months.work_new, name="work_new"),
    path("sheets/<int:pk>/cause/", months.cause_new, name="cause_new"),
    path("work/<int:pk>/done/", months.work_done, name="work_done"),
    path("work/<int:pk>/back/", months.work_give_back, name="work_give_back"),
    path("work/<int:pk>/drop/", months.work_drop, name="work_drop"),
    path("work/<int:pk>/convert/", scoring.work_convert, name="work_convert"),
    path("work/<int:pk>/fault/", scoring.fault_new, name="fault_new"),
    path("work/<int:pk>/split/", scoring.work_split, name="work_split"),
    path("faults/<int:pk>/withdraw/", scoring.fault_withdraw, name="fault_withdraw"),
    path("causes/<int:pk>/<slug:answer>/", scoring.cause_decide, name="cause_decide"),
]

urlpatterns = [*MONTHS]
