"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        48,
        "recruitment",
        _("Tuyển dụng, tiếp nhận"),
        _("Từ nhu cầu theo vị trí, qua thông báo, thi, kết quả, đến quyết định và nhận việc."),
        ("/recruitment/",),
    ),
)
