"""What runs by itself, and when. Rooms register in `schedules.py`; `thenchot run_due` runs what is
due.

    @every("daily", hour=2)
    def back_up(on: date) -> str | None: ...

The function is given the day in Việt Nam, must do no harm when run twice, and may answer with a
line for the log.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

RETRY = timedelta(hours=1)  # after a failure; a success waits for the next turn


@dataclass(frozen=True)
class Schedule:
    name: str
    run: Callable[[date], object]
    period: str  # "daily" or "hourly"
    hour: int = 0

    def turn(self, at: datetime) -> datetime:
        """Begin of the latest turn at or before a moment (local time)."""
        if self.period == "hourly":
            return at.replace(minute=0, second=0, microsecond=0)
        turn = at.replace(hour=self.hour, minute=0, second=0, microsecond=0)
        return turn if turn <= at else turn - timedelta(days=1)

    def is_due(
        self, at: datetime, succeeded_at: datetime | None, failed_at: datetime | None
    ) -> bool:
        if succeeded_at is not None and succeeded_at >= self.turn(at):
            return False
        return failed_at is None or at - failed_at >= RETRY


_schedules: dict[str, Schedule] = {}


def every(period: str, *, hour: int = 0, name: str = ""):
    """Register a function. `hour` is the hour of the day in Việt Nam from which a daily one is
    due.
    """
    if period not in ("daily", "hourly"):
        raise ValueError(f"no period {period!r}")

    def register(run):
        room = (run.__module__ or "").removesuffix(".schedules").rpartition(".")[2]
        schedule = Schedule(name or f"{room}.{run.__name__}", run, period, hour)
        _schedules[schedule.name] = schedule
        return run

    return register


def schedules() -> dict[str, Schedule]:
    return dict(_schedules)
