"""What the trail calls its own events."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects

register({"reads_sealed": _("Niêm nhật ký xem")})
register_subjects({"audit.event": _("sự kiện của nhật ký"), "audit.read": _("lượt xem")})
