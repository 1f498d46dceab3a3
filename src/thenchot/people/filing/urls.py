from django.urls import path

from thenchot.people.filing import actions, registers
from thenchot.people.filing.views import files, own_data, pledges, proposals
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    path("welcome/", own_data.welcome, name="welcome"),
    path("privacy/", own_data.privacy_notice, name="privacy_notice"),
    path("me/file/", files.my_file, name="my_file"),
    path("me/file/proposals/", proposals.my_proposals, name="my_proposals"),
    path("me/file/<slug:code>/propose/", proposals.proposal_new, name="file_proposal_new"),
    *register_urls("me/readers/", registers.ReaderRegister),
    path("me/data/", own_data.my_data, name="my_data"),
    *register_urls("people/proposals/", registers.FileProposalRegister),
    path("people/proposals/<int:pk>/", proposals.proposal_detail, name="file_proposal_detail"),
    *actions.PROPOSAL.urls("people/proposals/"),
    *register_urls("people/files/", registers.IncompleteRegister),
    path("people/statistics.xlsx", files.staff_statistics, name="staff_statistics"),
    *register_urls("people/pledges/", registers.PledgeRegister),
    *register_urls("people/data-requests/", registers.DataRequestRegister),
    path(
        "people/data-requests/<int:pk>/", own_data.data_request_answer, name="data_request_answer"
    ),
    *register_urls("people/breaches/", registers.BreachRegister),
    *actions.BREACH.urls("people/breaches/"),
    path("people/<int:pk>/file/", files.person_file, name="person_file"),
    *actions.FILE.urls("people/"),
    *actions.SCAN.urls("people/"),
    *actions.GROUP.urls("people/"),
    *actions.TABLE.urls("people/"),
    *actions.ROW.urls("people/rows/"),
    path("people/<int:pk>/print/<slug:name>/", files.person_print, name="person_print"),
    path("people/<int:pk>/pledges/", pledges.person_pledges, name="person_pledges"),
    *actions.PLEDGE_OF_PERSON.urls("people/"),
    *actions.PLEDGE.urls("people/pledges/"),
    path("people/pledges/<int:pk>/print/", pledges.pledge_docx, name="pledge_docx"),
]
