from django.urls import path

from thenchot.platform.jobs import views
from thenchot.platform.jobs.registers import JobRegister
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("jobs/", JobRegister),
    path("jobs/<int:job_id>/", views.job, name="job_detail"),
]
