from django.urls import path

from thenchot.people.filing import care_views as care
from thenchot.people.filing import views

urlpatterns = [
    path("welcome/", care.welcome, name="welcome"),
    path("privacy/", care.privacy_notice, name="privacy_notice"),
    path("me/file/", views.my_file, name="my_file"),
    path("me/file/proposals/", views.my_proposals, name="my_proposals"),
    path("me/file/<slug:code>/propose/", views.proposal_new, name="proposal_new"),
    path("me/readers/", views.my_readers, name="my_readers"),
    path("me/data/", care.my_data, name="my_data"),
    path("people/proposals/", views.proposal_list, name="proposal_list"),
    path("people/proposals/<int:pk>/", views.proposal_detail, name="proposal_detail"),
    path("people/files/", views.file_state, name="file_state"),
    path("people/files/export.xlsx", views.file_state_export, name="file_state_export"),
    path("people/statistics.xlsx", views.staff_statistics, name="staff_statistics"),
    path("people/pledges/", care.pledge_list, name="pledge_list"),
    path("people/data-requests/", care.data_request_list, name="data_request_list"),
    path("people/data-requests/<int:pk>/", care.data_request_answer, name="data_request_answer"),
    path("people/breaches/", care.breach_list, name="breach_list"),
    path("people/breaches/new/", care.breach_new, name="breach_new"),
    path("people/breaches/<int:pk>/", care.breach_edit, name="breach_edit"),
    path("people/<int:pk>/file/", views.person_file, name="person_file"),
    path("people/<int:pk>/file/confirm/", views.file_confirm, name="file_confirm"),
    path("people/<int:pk>/file/scans/new/", views.scan_new, name="scan_new"),
    path("people/<int:pk>/file/<slug:code>/edit/", views.group_edit, name="group_edit"),
    path("people/<int:pk>/file/<slug:code>/new/", views.row_new, name="row_new"),
    path("people/rows/<slug:code>/<int:pk>/edit/", views.row_edit, name="row_edit"),
    path("people/rows/<slug:code>/<int:pk>/withdraw/", views.row_withdraw, name="row_withdraw"),
    path("people/<int:pk>/print/<slug:name>/", views.person_print, name="person_print"),
    path("people/<int:pk>/pledges/", care.person_pledges, name="person_pledges"),
    path("people/<int:pk>/pledges/new/", care.pledge_new, name="pledge_new"),
    path("people/pledges/<int:pk>/review/", care.pledge_review, name="pledge_review"),
    path("people/pledges/<int:pk>/print/", care.pledge_docx, name="pledge_docx"),
]
