"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        55,
        "oversight",
        _("Kiểm tra, giám sát"),
        _("Từ kế hoạch, qua quyết định, đoàn, kết luận, đến khi khắc phục xong."),
        ("/oversight/",),
    ),
)
