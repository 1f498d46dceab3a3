"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        120,
        "backup",
        _("Sao lưu"),
        _("Dữ liệu được giữ thế nào, khi hỏng thì làm gì trước."),
    ),
)
