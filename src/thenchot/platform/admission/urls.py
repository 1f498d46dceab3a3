from django.urls import path

from thenchot.platform.admission.views import administration, own

urlpatterns = [
    path("account/", own.my_account, name="my_account"),
    path("account/delegations/<int:grant_id>/end/", own.end_delegation, name="delegation_end"),
    path("invite/", own.use_slip, name="slip_use"),
    path("admin/accounts/", administration.account_list, name="account_admin"),
    path("admin/accounts/<int:account_id>/", administration.account, name="account_detail"),
    path("admin/accounts/<int:account_id>/grants/", administration.add_grant, name="grant_add"),
    path(
        "admin/accounts/<int:account_id>/slip/", administration.print_reset_slip, name="slip_reset"
    ),
    path(
        "admin/accounts/<int:account_id>/<slug:move>/",
        administration.move_account,
        name="account_move",
    ),
    path("admin/grants/<int:grant_id>/end/", administration.end_grant, name="grant_end"),
    path("admin/slips/new/", administration.print_slips, name="slip_new"),
    path("admin/slips/<int:slip_id>/cancel/", administration.cancel_slip, name="slip_cancel"),
]
