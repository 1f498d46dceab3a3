"""What the room does by the clock."""

from thenchot.platform.runtime.schedule import every
from thenchot.worklog.services.gathering import gather_open
from thenchot.worklog.services.opening import open_everywhere


@every("daily", hour=2)
def open_periods(on):
    """Whoever is scored has a sheet from the first day of the period."""
    return f"mở {open_everywhere(on)} phiếu"


@every("daily", hour=2)
def gather_work(on):
    return f"cập nhật {gather_open()} việc"
