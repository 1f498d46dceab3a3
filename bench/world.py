"""A country-sized table of tasks, written in bulk: the bench measures reading, not importing."""

from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.core.management import call_command

from thenchot.organisation.models import Unit
from thenchot.platform.scope.models import Grant
from thenchot.programmes.models import Assignment, Programme, Task, TaskInProgramme

START = date(2026, 1, 1)


def prepare():
    call_command("migrate", verbosity=0)
    if not Unit.objects.exists():
        call_command("demo", "--quiet-story", stdout=open("/dev/null", "w"))  # noqa: SIM115, PTH123


def fill(total):
    """Grow the table to `total` tasks, spread over the programmes of the demonstration and their
    units.
    """
    programmes = list(Programme.objects.select_related("home"))
    units = {
        p.pk: list(Unit.objects.under([p.home.path]).exclude(pk=p.home_id)) for p in programmes
    }
    have = Task.objects.count()
    for first in range(have, total, 2000):
        _add(range(first, min(first + 2000, total)), programmes, units)


def ordinary_account():
    """A scoped ordinary user: the officer of one ward."""
    account = get_user_model().objects.get(username="canbo")
    assert Grant.objects.filter(account=account).count() == 1
    return account


def _add(numbers, programmes, units):
    made = Task.objects.bulk_create(
        [_task(n, programmes[n % len(programmes)], units) for n in numbers]
    )
    Assignment.objects.bulk_create(
        [
            Assignment(
                task=t,
                unit=units[t.programme_id][t.position % len(units[t.programme_id])],
                part="lead",
            )
            for t in made
        ]
        + [
            Assignment(
                task=t,
                unit=units[t.programme_id][(t.position + 1) % len(units[t.programme_id])],
                part="coordinate",
            )
            for t in made
        ]
    )
    TaskInProgramme.objects.bulk_create(
        TaskInProgramme(task=t, programme_id=t.programme_id, ref=t.ref) for t in made
    )


def _task(n, programme, units):
    due = START + timedelta(days=n % 700)
    mine = units[programme.pk]
    root = int(programme.home.path.strip("/").split("/")[0])
    text = f"Nhiệm vụ đo số {n}: rà soát, tổng hợp, báo cáo kết quả thực hiện của đơn vị trong kỳ"
    return Task(
        home=programme.home,
        province_id=root,
        programme=programme,
        ref=f"{n}",
        position=n,
        text=text,
        folded=f"nhiem vu do so {n}",
        timing="dated",
        due_on=due,
        original_due_on=due,
        state="in_progress",
        given_on=START,
        handed_on=START,
        heard_on=due,
        desk_unit=mine[n % len(mine)],
        desk_reason="work",
        desk_since=START,
    )
