"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        69,
        "citizens",
        _("Phục vụ người dân"),
        _("Hồ sơ một cửa: nhập tệp, đúng hạn, sự cố, thư xin lỗi."),
        ("/served/",),
    ),
)
