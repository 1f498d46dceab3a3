"""What the trail calls the indicators, and the pages on which protected data is read."""

from django.utils.translation import gettext_lazy as _

from thenchot.insight import indicators, registry  # noqa: F401  # the indicators name themselves
from thenchot.platform.audit.facts import register_codes
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects

register_pages({"insight_ages": _("Cơ cấu tuổi")})
register_subjects({"insight.figure": _("số liệu đã đếm")})
register_codes({code: one.name for code, one in registry.indicators().items()})
