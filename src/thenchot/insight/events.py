"""What the trail calls the pages of this room on which protected data is read."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.pages import register_pages

register_pages(
    {
        "insight_ages": _("Cơ cấu tuổi"),
    }
)
