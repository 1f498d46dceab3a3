"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        110,
        "alerts",
        _("Cảnh báo và nhắc việc"),
        _("Từ đâu ra, khi nào hết, nhận, gác lại."),
        ("/alerts/", "/notices/"),
    ),
)
