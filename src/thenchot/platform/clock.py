"""The one clock. Rules never ask for the time; they are handed a day."""

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    return datetime.now(ZONE)


def today() -> date:
    """Today in Việt Nam. THENCHOT_TODAY (ISO) sets the day of a demonstration."""
    fixed = os.environ.get("THENCHOT_TODAY")
    return date.fromisoformat(fixed) if fixed else now().date()
