"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        51,
        "scenarios",
        _("Phương án tham khảo"),
        _("Tính bằng máy, giải thích từng dòng; con người quyết định."),
        ("/scenarios/",),
    ),
)
