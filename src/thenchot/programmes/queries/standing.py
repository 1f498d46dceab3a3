"""The same verdicts as `rules.standing`, as SQL conditions: SQL only counts and filters, the rule judges one row."""

from datetime import timedelta

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from thenchot.platform import policies
from thenchot.policy.parameters import ProgrammePolicy
from thenchot.programmes.enums import Standing, State, Timing
from thenchot.programmes.models import Task
from thenchot.programmes.rules.standing import Promise, Verdict, judge

ENDED = (State.DONE, State.CANCELLED)
DONE = Q(state=State.DONE)
RHYTHM = Q(timing=Timing.ONGOING) & ~DONE
OPEN = ~Q(state__in=ENDED)


def conditions(*, on, sign_of_life_days: int, soon_days: int) -> dict[Standing, Q]:
    """Disjoint and complete: every task stands in exactly one (needs `with_heard`)."""
    quiet_since = on - timedelta(days=sign_of_life_days)
    by_date = OPEN & ~Q(timing=Timing.ONGOING) & Q(due_on__isnull=False)
    no_date = OPEN & ~Q(timing=Timing.ONGOING) & Q(due_on__isnull=True)
    done = DONE
    return {
        Standing.CANCELLED: Q(state=State.CANCELLED),
        Standing.SILENT: OPEN & RHYTHM & Q(last_heard__lt=quiet_since),
        Standing.IN_RHYTHM: OPEN & RHYTHM & Q(last_heard__gte=quiet_since),
        Standing.DONE_LATE: done & Q(due_on__isnull=False, done_on__gt=F("due_on")),
        Standing.DONE_ON_TIME: done & (Q(due_on__isnull=True) | Q(done_on__lte=F("due_on"))),
        Standing.LATE: by_date & Q(due_on__lt=on),
        Standing.DUE_SOON: by_date & Q(due_on__gte=on, due_on__lte=on + timedelta(days=soon_days)),
        Standing.RUNNING: by_date & Q(due_on__gt=on + timedelta(days=soon_days)),
        Standing.WAITING: no_date & Q(timing=Timing.OPEN),
        Standing.UNDATED: no_date & ~Q(timing=Timing.OPEN),
    }


def with_heard(tasks):
    return tasks.annotate(last_heard=Coalesce("heard_on", "given_on"))


def measures(path: str, on) -> dict[str, int]:
    """The two policy values a verdict needs, for one branch."""
    policy = policies.in_force(ProgrammePolicy, path=path, on=on)
    return {"sign_of_life_days": policy.sign_of_life_days, "soon_days": max(policy.remind_before_days)}


def verdict_of(task: Task, *, on, sign_of_life_days: int, soon_days: int) -> Verdict:
    promise = Promise(
        Timing(task.timing), State(task.state), task.given_on, task.due_on, task.original_due_on, task.done_on,
        task.heard_on,
    )  # fmt: skip
    return judge(promise, on=on, sign_of_life_days=sign_of_life_days, soon_days=soon_days)
