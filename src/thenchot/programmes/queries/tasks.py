"""Lists of tasks and the page of one task."""

from django.db.models import Prefetch, Q

from thenchot.kernel.text import fold
from thenchot.platform.scope.actor import NotVisible
from thenchot.programmes.enums import Part
from thenchot.programmes.models import Assignment, Dependency, Progress, Task
from thenchot.programmes.queries.standing import ENDED, measures, verdict_of


def visible_tasks(actor):
    return Task.objects.visible_to(actor)


def list_tasks(actor, permission: str | None = None):
    """Scoped, soonest date first; rows carry home, programme, desk and their parts."""
    parts = Prefetch("assignments", Assignment.objects.select_related("unit"))
    return (
        visible_tasks(actor)
        .select_related("programme__directive", "desk_unit", "responsible")
        .prefetch_related(parts)
        .order_by("sort_on", "pk")
    )


def saying(q: str) -> Q:
    """Every word stands in the text, with or without accents."""
    wanted = Q()
    for word in fold(q).split():
        wanted &= Q(folded__contains=word)
    return wanted


def judged(tasks, *, on, path):
    """The rows of one page, each with `verdict`, `days_at_desk`, `leads` and `coordinates`."""
    policy = measures(path, on)
    rows = list(tasks)
    for task in rows:
        task.verdict = verdict_of(task, on=on, **policy)
        task.days_at_desk = (on - task.desk_since).days if task.desk_since else 0
        task.leads, task.coordinates = _of(task, Part.LEAD), _of(task, Part.COORDINATE)
    return rows


def get_task_page(actor, task_id, *, on):
    """One task with everything its page shows: seven queries whatever the length of its history."""
    task = _get(actor, task_id)
    judged([task], on=on, path=task.home.path)
    task.entries = _entries(task)
    task.asked = list(task.extensions.select_related("unit", "decided_unit", "instance"))
    task.questions = list(task.difficulties.select_related("unit", "desk"))
    links = Dependency.objects.filter(Q(task=task) | Q(needs=task), is_over=False).select_related(
        "task", "needs"
    )
    task.waits_for = [d for d in links if d.task_id == task.pk]
    task.holds_up = [d for d in links if d.needs_id == task.pk and d.task.state not in ENDED]
    task.periods = list(task.instances.all()) if task.timing == "recurring" else []
    return task


def get_history(actor, task_id):
    """Amendments, approvals, desks and programmes of one task, oldest first."""
    task = _get(actor, task_id)
    task.changes = list(
        task.amendments.select_related("directive", "made_by", "extension").order_by("made_at")
    )
    task.rounds = list(task.approvals.select_related("unit").order_by("asked_on"))
    task.desks = list(task.stays.select_related("unit"))
    task.served = list(task.places.select_related("programme__directive"))
    return task


def _get(actor, task_id):
    parts = Prefetch("assignments", Assignment.objects.select_related("unit", "accepted_by"))
    task = (
        visible_tasks(actor)
        .select_related(
            "home",
            "programme__directive",
            "programme__issuing_unit",
            "programme__delegate_unit",
            "desk_unit",
            "responsible",
            "superior_clause__programme__directive",
            "clause",
        )
        .prefetch_related(parts)
        .filter(pk=task_id)
        .first()
    )
    if task is None:
        raise NotVisible(f"task {task_id}")
    return task


def _of(task, part):
    return [a for a in task.assignments.all() if a.part == part]


def _entries(task):
    """Progress with its files in one query: a left join, grouped here."""
    columns = (
        "pk",
        "kind",
        "unit__name",
        "author__name",
        "said_on",
        "entered_at",
        "percent",
        "note",
        "product_number",
        "instance__label",
        "evidence__pk",
        "evidence__name",
    )
    entries: dict[int, dict] = {}
    for row in Progress.objects.filter(task=task).order_by("-entered_at", "-pk").values(*columns):
        entry = entries.setdefault(row["pk"], {**row, "files": []})
        if row["evidence__pk"]:
            entry["files"].append((row["evidence__pk"], row["evidence__name"]))
    return list(entries.values())
