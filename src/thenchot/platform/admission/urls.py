from django.urls import path

from thenchot.platform.admission.actions import ACCOUNT, GRANT, PROPOSAL, SLIP
from thenchot.platform.admission.registers import AccountRegister, ProposalRegister
from thenchot.platform.admission.views import administration, own
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    path("account/", own.my_account, name="my_account"),
    path("account/delegations/<int:grant_id>/end/", own.end_delegation, name="delegation_end"),
    path("account/sessions/<int:session_id>/end/", own.end_session, name="session_end"),
    path("account/sessions/end/", own.end_other_sessions, name="sessions_end"),
    path("invite/", own.use_slip, name="slip_use"),
    *register_urls("admin/accounts/", AccountRegister),
    path("admin/accounts/<int:account_id>/", administration.account, name="account_detail"),
    path("admin/accounts/<int:account_id>/grants/", administration.add_grant, name="grant_add"),
    path(
        "admin/accounts/<int:account_id>/slip/", administration.print_reset_slip, name="slip_reset"
    ),
    path("admin/slips/new/", administration.print_slips, name="slip_new"),
    *ACCOUNT.urls("admin/accounts/"),
    *register_urls("admin/grants/waiting/", ProposalRegister),
    *PROPOSAL.urls("admin/grants/waiting/"),
    *GRANT.urls("admin/grants/"),
    *SLIP.urls("admin/slips/"),
]
