"""How the subject of this room is worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        56,
        "discipline",
        _("Kỷ luật, sàng lọc"),
        _("Từ vi phạm và phát hiện, qua các bước xem xét, đến quyết định và hết hiệu lực."),
        ("/discipline/",),
    ),
)
