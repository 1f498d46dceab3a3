"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        57,
        "commendation",
        _("Thi đua, khen thưởng"),
        _("Sáng kiến được phép rồi mới làm; phong trào, đề nghị, bỏ phiếu, quyết định."),
        ("/commendation/",),
    ),
)
