"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects
from thenchot.platform.audit.watching import watch
from thenchot.platform.files.models import StoredFile

register(
    {
        "file_stored": _("Lưu tệp"),
    }
)
register_subjects(
    {
        "files.storedfile": _("tệp lưu giữ"),
    }
)
register_pages(
    {
        "file_download": _("Tải tệp"),
    }
)
watch(StoredFile, ("name", "size", "sha256", "blob", "uploaded_by"), {"file_stored": "pk"})
