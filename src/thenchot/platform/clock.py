"""The one clock. Rules never ask for the time; they are handed a day.

A demonstration shows another day (THENCHOT_TODAY, ISO). `today` and `now` then speak of that day:
what people do there is dated there, with the time of day it really is. `real_now` never moves: the
audit trail, access (slips, grants), jobs, backups and snapshots are stamped with it, so that no
setting can date what happened or stretch what expires.
"""

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def real_now() -> datetime:
    """The time of the machine, in Việt Nam."""
    return datetime.now(ZONE)


def now() -> datetime:
    """The moment of an act of somebody's work: always a moment of `today`."""
    at = real_now()
    return datetime.combine(_told() or at.date(), at.timetz())


def today() -> date:
    return _told() or real_now().date()


def _told() -> date | None:
    fixed = os.environ.get("THENCHOT_TODAY")
    return date.fromisoformat(fixed) if fixed else None
