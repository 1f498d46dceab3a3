from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.urls import reverse

from thenchot.platform.keys.sealing import seal, unseal

COLUMN = "mfa_authenticator.data"
QUIET = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}


class ClosedSignup(DefaultAccountAdapter):
    """Accounts come by slip from the officer, never by signing up."""

    def is_open_for_signup(self, request):
        return False

    def get_password_change_redirect_url(self, request):
        return reverse("my_account")

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        """Signing in and out needs no message: the page that follows says it."""
        if message_template not in QUIET:
            super().add_message(request, level, message_template, *args, **kwargs)


class SealedAuthenticators(DefaultMFAAdapter):
    """Secrets of authenticator apps and recovery codes lie encrypted in the database."""

    def encrypt(self, text):
        return seal(COLUMN, text)

    def decrypt(self, encrypted_text):
        return unseal(COLUMN, encrypted_text)
