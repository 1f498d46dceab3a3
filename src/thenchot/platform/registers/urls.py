from django.urls import path

from thenchot.platform.registers import views

urlpatterns = [
    path("registers/<slug:code>/columns/", views.choose_columns, name="register_columns"),
]
