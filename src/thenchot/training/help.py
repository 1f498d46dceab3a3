"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        45,
        "training",
        _("Đào tạo, bồi dưỡng"),
        _("Từ tiêu chuẩn còn thiếu đến lớp học và chứng chỉ vào hồ sơ."),
        ("/training/",),
    ),
)
