"""What the trail calls the events of this room."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register

register(
    {
        "directive_registered": _("Vào sổ văn bản"),
        "directive_linked": _("Liên kết văn bản"),
        "original_attached": _("Đính kèm bản gốc"),
    }
)
