"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        40,
        "posts",
        _("Vị trí việc làm và tiêu chuẩn"),
        _("Tổ chức, chức danh, biên chế, bộ tiêu chuẩn; ai còn thiếu gì."),
        ("/standards/", "/units/"),
    ),
)
