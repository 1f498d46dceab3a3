"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        53,
        "reception",
        _("Tiếp công dân, đối thoại"),
        _("Lịch, buổi tiếp, sổ 03/TCD, kết luận, việc đã hứa được dân xác nhận."),
        ("/citizens/",),
    ),
)
