"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        52,
        "forecast",
        _("Dự báo đến 2030"),
        _("Quân số, vị trí trống, cơ cấu từng năm; điều chắc chắn và điều giả định để riêng."),
        ("/insight/forecast/",),
    ),
)
