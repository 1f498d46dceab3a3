"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        30,
        "files",
        _("Hồ sơ cán bộ"),
        _("Lập, sửa, đề nghị sửa, xác nhận hồ sơ; ai được đọc phần nào."),
        ("/people/", "/me/file/"),
    ),
)
