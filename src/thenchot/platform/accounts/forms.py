from allauth.account.forms import ChangePasswordForm
from django.utils.translation import gettext as _


class ChangePassword(ChangePasswordForm):
    """allauth has no Vietnamese catalogue; this is its one message outside of the adapter."""

    def add_error(self, field, error):
        super().add_error(
            field, _("Hai lần nhập không giống nhau.") if field == "password2" else error
        )
