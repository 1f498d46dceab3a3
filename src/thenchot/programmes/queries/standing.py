"""The same verdicts as `rules.standing`, as SQL conditions: SQL only counts and filters, the rule
judges one row.
"""

from datetime import timedelta

from django.db.models import F, Q

from thenchot.platform import policies
from thenchot.policy.parameters import ProgrammePolicy
from thenchot.programmes.enums import Standing, TaskState, Timing
from thenchot.programmes.models import Task
from thenchot.programmes.rules.standing import Promise, Verdict, judge

ENDED = (TaskState.DONE, TaskState.CANCELLED)


def conditions(*, on, sign_of_life_days: int, soon_days: int, of: str = "") -> dict[Standing, Q]:
    """Disjoint and complete: every task stands in exactly one. `of` is the way to the task, for
    example "task__".
    """

    def task(**lookups):
        return Q(**{f"{of}{name}": value for name, value in lookups.items()})

    quiet_since, soon = on - timedelta(days=sign_of_life_days), on + timedelta(days=soon_days)
    done, due = task(state=TaskState.DONE), F(f"{of}due_on")
    is_open, ongoing = ~task(state__in=ENDED), task(timing=Timing.ONGOING)
    by_date = is_open & ~ongoing & task(due_on__isnull=False)
    no_date = is_open & ~ongoing & task(due_on__isnull=True)
    unheard = task(heard_on__isnull=True)
    quiet = task(heard_on__lt=quiet_since) | unheard & task(handed_on__lt=quiet_since)
    heard = task(heard_on__gte=quiet_since) | unheard & task(handed_on__gte=quiet_since)
    return {
        Standing.CANCELLED: task(state=TaskState.CANCELLED),
        Standing.SILENT: is_open & ongoing & quiet,
        Standing.IN_RHYTHM: is_open & ongoing & heard,
        Standing.DONE_LATE: done & task(due_on__isnull=False, done_on__gt=due),
        Standing.DONE_ON_TIME: done & (task(due_on__isnull=True) | task(done_on__lte=due)),
        Standing.LATE: by_date & task(due_on__lt=on),
        Standing.DUE_SOON: by_date & task(due_on__gte=on, due_on__lte=soon),
        Standing.RUNNING: by_date & task(due_on__gt=soon),
        Standing.WAITING: no_date & task(timing=Timing.OPEN),
        Standing.UNDATED: no_date & ~task(timing=Timing.OPEN),
    }


def measures(path: str, on) -> dict[str, int]:
    """The two policy values a verdict needs, for one branch."""
    policy = policies.in_force(ProgrammePolicy, path=path, on=on)
    return {
        "sign_of_life_days": policy.sign_of_life_days,
        "soon_days": max(policy.remind_before_days),
    }


def verdict_of(task: Task, *, on, sign_of_life_days: int, soon_days: int) -> Verdict:
    promise = Promise(
        Timing(task.timing),
        TaskState(task.state),
        task.handed_on,
        task.due_on,
        task.original_due_on,
        task.done_on,
        task.heard_on,
    )
    return judge(promise, on=on, sign_of_life_days=sign_of_life_days, soon_days=soon_days)
