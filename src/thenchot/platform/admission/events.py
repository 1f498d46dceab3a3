"""What the trail calls the events of this room."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register

register(
    {
        "account_opened": _("Mở tài khoản"),
        "account_closed": _("Ngừng tài khoản"),
        "account_reopened": _("Mở lại tài khoản"),
        "password_reset": _("Đặt lại mật khẩu bằng phiếu"),
        "slip_printed": _("In phiếu mở tài khoản"),
        "slip_reset": _("In phiếu đặt lại mật khẩu"),
        "slip_cancelled": _("Hủy phiếu"),
        "grant_added": _("Giao vai trò"),
        "grant_ended": _("Thôi vai trò"),
        "grant_delegated": _("Ủy quyền khi vắng mặt"),
    }
)
