from django.urls import path

from thenchot.platform.audit import views

urlpatterns = [
    path("audit/", views.audit_list, name="audit_list"),
    path("audit/reads/", views.read_list, name="audit_reads"),
]
