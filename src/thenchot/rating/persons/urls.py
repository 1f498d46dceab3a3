from django.urls import path

from thenchot.rating.persons import views
from thenchot.rating.persons.actions import ABSENCE, COMPLAINT, RATING

urlpatterns = [
    path("years/months/template.xlsx", views.year_months_template, name="year_months_template"),
    path("years/months/import/", views.year_months_import, name="year_months_import"),
    path("years/months/import/<int:file_id>/", views.year_months_check, name="year_months_check"),
    path("ratings/<int:pk>/", views.rating_detail, name="rating_detail"),
    path("ratings/<int:pk>/mau-02.docx", views.rating_print, name="rating_print"),
    path("ratings/<int:pk>/notice.docx", views.rating_notice, name="rating_notice"),
    *RATING.urls("ratings/"),
    *ABSENCE.urls("absences/"),
    *COMPLAINT.urls("complaints/"),
]
