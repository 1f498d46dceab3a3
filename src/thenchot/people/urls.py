from django.urls import path

from thenchot.people import views
from thenchot.people.actions import PERSON
from thenchot.people.filing.urls import urlpatterns as filing
from thenchot.people.imports import views as imports
from thenchot.people.registers import PersonRegister
from thenchot.people.staffing.urls import urlpatterns as staffing
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *filing,
    *staffing,
    *register_urls("people/", PersonRegister),
    path("people/export-whole.xlsx", views.person_export_whole, name="person_export_whole"),
    path("people/listing.xlsx", views.person_listing, name="person_listing"),
    path("people/template.xlsx", views.person_template, name="person_template"),
    path("people/import/", imports.person_import, name="person_import"),
    path("people/import/<int:file_id>/", imports.person_import_check, name="person_import_check"),
    *PERSON.urls("people/"),
    path("people/<int:pk>/", views.person_detail, name="person_detail"),
]
