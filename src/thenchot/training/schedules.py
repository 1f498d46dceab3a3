"""What the room does by the clock."""

from thenchot.platform.runtime.schedule import every
from thenchot.platform.scope.actor import SYSTEM
from thenchot.training.alerts import homes_with_topics
from thenchot.training.services.effects import count_effects


@every("daily", hour=5)
def reckon_effects(on):
    """On the first day of a month, when the sheets of the month before begin to close."""
    if on.day != 1:
        return None
    counted = sum(count_effects(SYSTEM, unit_id=home.pk) for home in homes_with_topics())
    return f"{counted} chuyên đề"
