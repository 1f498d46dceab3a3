"""What the room does by the clock."""

from thenchot.platform.runtime.schedule import every
from thenchot.programmes.services.recurring import open_all


@every("daily", hour=1)
def open_periods(on):
    """Open the coming periods of recurring tasks."""
    return f"mở {open_all(on)} kỳ"
