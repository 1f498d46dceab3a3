"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        49,
        "benefits",
        _("Chế độ, chính sách"),
        _("Ai được hưởng chế độ nào, mức bao nhiêu, duyệt và chi trả thế nào."),
        ("/benefits/",),
    ),
)
