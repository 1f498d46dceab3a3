"""What the room does by the clock."""

from thenchot.performance.counting import count_standing
from thenchot.performance.services.gathering import gather_open
from thenchot.performance.services.opening import open_everywhere
from thenchot.performance.services.sides.closing import end_stray_secrets
from thenchot.platform.clock import now
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


@every("daily", hour=3)
def end_secrets_of_closed_rounds(on):
    """Left behind when the machine stopped between closing and the end of the secret; a day old, so
    that none is in use.
    """
    return f"hủy {end_stray_secrets(now().timestamp() - 86_400)} khóa"
