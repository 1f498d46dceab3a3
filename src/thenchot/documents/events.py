"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register(
    {
        "directive_registered": _("Vào sổ văn bản"),
        "directive_linked": _("Liên kết văn bản"),
        "original_attached": _("Đính kèm bản gốc"),
    }
)
register_subjects(
    {
        "documents.directive": _("văn bản"),
        "documents.directivelink": _("căn cứ, liên quan giữa các văn bản"),
    }
)
