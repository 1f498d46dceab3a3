"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        46,
        "succession",
        _("Quy hoạch cán bộ"),
        _("Từ nguồn cán bộ, qua hội nghị bỏ phiếu, đến danh sách được phê duyệt và lộ trình."),
        ("/succession/", "/clearance/", "/conclusions/"),
    ),
)
