from django.urls import path

from thenchot.people import views
from thenchot.people.filing.urls import urlpatterns as filing
from thenchot.people.imports import views as imports
from thenchot.people.staffing.urls import urlpatterns as staffing

urlpatterns = [
    *filing,
    *staffing,
    path("people/", views.person_list, name="person_list"),
    path("people/export.xlsx", views.person_export, name="person_export"),
    path("people/export-whole.xlsx", views.person_export_whole, name="person_export_whole"),
    path("people/listing.xlsx", views.person_listing, name="person_listing"),
    path("people/template.xlsx", views.person_template, name="person_template"),
    path("people/import/", imports.person_import, name="person_import"),
    path("people/import/<int:file_id>/", imports.person_import_check, name="person_import_check"),
    path("people/new/", views.person_new, name="person_new"),
    path("people/<int:pk>/", views.person_detail, name="person_detail"),
    path("people/<int:pk>/edit/", views.person_edit, name="person_edit"),
    path("people/<int:pk>/appoint/", views.person_appoint, name="person_appoint"),
    path("people/<int:pk>/account/", views.person_account, name="person_account"),
    path("appointments/<int:pk>/end/", views.appointment_end, name="appointment_end"),
]
