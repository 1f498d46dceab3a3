"""What the room does by the clock."""

from thenchot.platform.runtime.schedule import every
from thenchot.standards.services.counting import count_all


@every("daily", hour=3)
def count_everybody(on):
    """Before the alerts of the morning, which read what it finds."""
    found = count_all(on)
    return f"tính {found.people} người, {found.changes} thay đổi"
