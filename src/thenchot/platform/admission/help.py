"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        100,
        "access",
        _("Tài khoản và phân quyền"),
        _("Mở tài khoản, giao vai trò, người thứ hai xác nhận, ủy quyền."),
        ("/admin/", "/account/"),
    ),
)
