"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        47,
        "placement",
        _("Bố trí, bổ nhiệm cán bộ"),
        _("Từ chỗ khuyết, qua các bước của quy trình, đến quyết định và bàn giao."),
        ("/placement/",),
    ),
)
