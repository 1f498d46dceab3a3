"""Signing in, in and out: the pages of allauth that this system uses. Every other one is not found:
an account is opened, and a forgotten password replaced, by a slip of paper.
"""

from allauth.account import views as account
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.urls import include, path


@login_not_required
def closed(request, **_):
    raise Http404


urlpatterns = [
    path("accounts/login/", account.login, name="account_login"),
    path("accounts/logout/", account.logout, name="account_logout"),
    path("accounts/inactive/", account.account_inactive, name="account_inactive"),
    path("accounts/password/change/", account.password_change, name="account_change_password"),
    path("accounts/reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    # Names that allauth asks for, without a page behind them.
    path("accounts/signup/", closed, name="account_signup"),
    path("accounts/email/", closed, name="account_email"),
    path("accounts/password/set/", closed, name="account_set_password"),
    path("accounts/password/reset/", closed, name="account_reset_password"),
    path("accounts/confirm-email/", closed, name="account_email_verification_sent"),
]
