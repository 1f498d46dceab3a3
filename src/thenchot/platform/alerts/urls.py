from django.urls import path

from thenchot.platform.alerts import views
from thenchot.platform.alerts.actions import ALERT
from thenchot.platform.alerts.registers import AlertRegister, NoticeRegister
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("alerts/", AlertRegister),
    *ALERT.urls("alerts/"),
    *register_urls("notices/", NoticeRegister),
    path("notices/mail/", views.digest_choice, name="digest_choice"),
    path("notices/read/", views.read_all, name="notice_read_all"),
    path("notices/<int:notice_id>/", views.open_notice, name="notice_open"),
]
