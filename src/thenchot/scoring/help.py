"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        60,
        "scoring",
        _("Chấm điểm, chốt tháng"),
        _("Điểm gồm những gì, ai chấm ai, chốt cả đơn vị một lần."),
        ("/months/", "/faults/", "/causes/", "/assessments/"),
    ),
)
