"""What the room does by the clock."""

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
