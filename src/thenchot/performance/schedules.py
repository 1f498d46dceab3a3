"""What the room does by the clock."""

from thenchot.performance.counting import count_standing
from thenchot.performance.services.gathering import gather_open
from thenchot.performance.services.opening import open_everywhere
from thenchot.platform.schedule import every


@every("daily", hour=2)
def open_periods(on):
    """Whoever is scored has a sheet from the first day of the period."""
    return f"mở {open_everywhere(on)} phiếu"


@every("daily", hour=2)
def gather_work(on):
    return f"cập nhật {gather_open()} việc"


@every("daily", hour=3)
def count_open_sheets(on):
    """For boards and lists: what everybody was given, finished, and has secured so far."""
    return f"cập nhật {count_standing()} phiếu"
