"""Run the schedules that are due, each once however many callers there are, one failure stopping no
other.
"""

from dataclasses import dataclass
from datetime import timedelta
from logging import getLogger

from django.db import transaction

from thenchot.platform.clock import real_now, today
from thenchot.platform.jobs.models import Turn
from thenchot.platform.runtime.schedule import schedules

log = getLogger(__name__)
KILLED_AFTER = timedelta(
    hours=2
)  # a run that began and never ended holds its turn no longer than this


@dataclass(frozen=True)
class Outcome:
    name: str
    is_ok: bool
    message: str


def run_due(*, only: str = "", force: bool = False) -> list[Outcome]:
    """What ran. `only`: one schedule by name; `force`: whether it is due or not."""
    chosen = [s for s in schedules().values() if only in ("", s.name)]
    return [outcome for schedule in chosen if (outcome := _turn(schedule, force))]


def _turn(schedule, force):
    if not _claim(schedule, real_now(), force):
        return None
    try:
        message = str(schedule.run(today()) or "")
    except Exception as error:
        log.exception("schedule %s failed", schedule.name)
        return _close(schedule, False, f"{type(error).__name__}: {error}")
    return _close(schedule, True, message)


@transaction.atomic
def _claim(schedule, at, force) -> bool:
    Turn.objects.get_or_create(name=schedule.name)
    turn = Turn.objects.select_for_update().get(name=schedule.name)
    runs = turn.started_at is not None and at - turn.started_at < KILLED_AFTER
    if runs or not (force or schedule.is_due(at, turn.succeeded_at, turn.failed_at)):
        return False
    turn.started_at = at
    turn.save(update_fields=["started_at"])
    return True


def _close(schedule, is_ok, message):
    at = real_now()
    ended = {"succeeded_at": at, "failed_at": None} if is_ok else {"failed_at": at}
    Turn.objects.filter(name=schedule.name).update(started_at=None, message=message[:2000], **ended)
    return Outcome(schedule.name, is_ok, message)
