from django.urls import path

from thenchot.platform.alerts import views

urlpatterns = [
    path("alerts/", views.alert_list, name="alert_list"),
    path("alerts/<int:alert_id>/<slug:move>/", views.move_alert, name="alert_move"),
    path("notices/", views.notice_list, name="notice_list"),
    path("notices/read/", views.read_all, name="notice_read_all"),
    path("notices/<int:notice_id>/", views.open_notice, name="notice_open"),
]
