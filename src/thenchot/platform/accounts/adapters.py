from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.accounts.addresses import client_address
from thenchot.platform.keys.sealing import seal, unseal

COLUMN = "mfa_authenticator.data"
QUIET = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}


class ClosedSignup(DefaultAccountAdapter):
    """Accounts come by slip from the officer, never by signing up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Tài khoản này đã ngừng hoạt động."),
        "enter_current_password": _("Mật khẩu đang dùng không đúng."),
        "incorrect_code": _("Mã không đúng."),
        "incorrect_password": _("Mật khẩu không đúng."),
        "invalid_login": _("Không đăng nhập được."),
        "rate_limited": _("Thao tác quá nhanh; xin chờ một lát."),
        "same_as_current": _("Mật khẩu mới phải khác mật khẩu đang dùng."),
        "too_many_login_attempts": _("Sai quá nhiều lần; xin chờ một lát."),
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu không đúng."),
    }

    def get_client_ip(self, request):
        return client_address(request)

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

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _(
            "Không tắt được: vai trò của ông (bà) phải dùng xác thực hai lớp."
        ),
        "cannot_generate_recovery_codes": _("Bật ứng dụng xác thực trước khi tạo mã dự phòng."),
        "incorrect_code": _("Mã không đúng."),
    }

    def encrypt(self, text):
        return seal(COLUMN, text)

    def decrypt(self, encrypted_text):
        return unseal(COLUMN, encrypted_text)
