"""What the room does by the clock."""

from datetime import timedelta

from thenchot.discipline.services.screening import screen
from thenchot.kernel.periods import Quarter
from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.platform.runtime.schedule import every
from thenchot.platform.scope.actor import SYSTEM


@every("daily", hour=5)
def screen_quarter(on):
    """The first night of a quarter screens the one that ended."""
    if on != Quarter.of(on).start:
        return None
    found = 0
    for home in Unit.objects.filter(kind__in=HOMES, valid_to__isnull=True).order_by("path"):
        found += screen(SYSTEM, unit_id=home.pk, on=on - timedelta(days=1)).found
    return f"{found} người cần xem xét"
