from django.urls import path

from thenchot.platform.jobs import views

urlpatterns = [
    path("jobs/", views.job_list, name="job_list"),
    path("jobs/<int:job_id>/", views.job, name="job_detail"),
]
