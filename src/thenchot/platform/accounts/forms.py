from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thenchot.platform.accounts.limits import count_failure, is_locked
from thenchot.platform.accounts.usernames import normal_username


class LogIn(LoginForm):
    """A name is looked up as it is counted: in one spelling."""

    def clean_login(self):
        return normal_username(super().clean_login())


def refuse_locked(account) -> None:
    """What was typed is not even looked at while the name is locked."""
    if is_locked(context.request, account.username):
        raise get_adapter().validation_error("too_many_login_attempts")


class SecondFactor(AuthenticateForm):
    def clean_code(self):
        refuse_locked(self.user)
        return super().clean_code()


class SecondFactorAgain(ReauthenticateForm):
    def clean_code(self):
        refuse_locked(self.user)
        return super().clean_code()


class ChangePassword(ChangePasswordForm):
    """allauth has no Vietnamese catalogue; this is its one message outside of the adapter.
    The password in use is guessed here no more often than at the log-in.
    """

    def clean_oldpassword(self):
        refuse_locked(self.user)
        try:
            return super().clean_oldpassword()
        except ValidationError:
            count_failure(context.request, self.user.username)
            raise

    def add_error(self, field, error):
        super().add_error(
            field, _("Hai lần nhập không giống nhau.") if field == "password2" else error
        )
