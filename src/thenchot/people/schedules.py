"""What the room does by the clock."""

from thenchot.people.presence import refresh_by_day
from thenchot.platform.runtime.schedule import every


@every("daily", hour=0)
def follow_the_days(on):
    """Seats begin and end by themselves: who is present today."""
    return f"cập nhật {refresh_by_day()} dòng"
