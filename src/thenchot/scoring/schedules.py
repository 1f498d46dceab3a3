"""What the room does by the clock."""

from thenchot.platform.runtime.schedule import every
from thenchot.scoring.counting import count_standing


@every("daily", hour=3)
def count_open_sheets(on):
    """For boards and lists: what everybody was given, finished, and has secured so far."""
    return f"cập nhật {count_standing()} phiếu"
