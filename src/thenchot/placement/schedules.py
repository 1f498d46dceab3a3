"""What the room does by the clock."""

from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.placement.services.vacancies import find_vacancies
from thenchot.platform.runtime.schedule import every
from thenchot.platform.scope.actor import SYSTEM


@every("daily", hour=4)
def find_everywhere(on):
    """Every commune, before the alerts of the morning."""
    opened = filled = 0
    for home in Unit.objects.filter(kind__in=HOMES, valid_to__isnull=True).order_by("path"):
        found = find_vacancies(SYSTEM, home)
        opened, filled = opened + found.opened, filled + found.filled
    return f"thêm {opened} chỗ khuyết, {filled} chỗ đã có người"
