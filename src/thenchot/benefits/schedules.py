"""What the room does by the clock."""

from thenchot.benefits.services.finding import find_entitled, search_due
from thenchot.platform.runtime.schedule import every
from thenchot.platform.scope.actor import SYSTEM


@every("daily", hour=4)
def find_everywhere(on):
    """Every place that keeps policies, before the alerts of the morning."""
    added = sum(find_entitled(SYSTEM, home).added for home in search_due(on))
    return f"thêm {added} trường hợp được hưởng chế độ"
