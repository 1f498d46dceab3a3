"""What was asked about a task: more time, an answer to a difficulty."""

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.programmes.models import Difficulty, Extension, Task
from thenchot.programmes.queries.tasks import get_task_page


def get_extension(actor, pk: int) -> Extension:
    return _visible(actor, Extension.objects.all(), pk)


def get_difficulty(actor, pk: int) -> Difficulty:
    return _visible(actor, Difficulty.objects.select_related("desk"), pk)


def _visible(actor, rows, pk: int):
    """With `task` as its page shows it."""
    row = rows.filter(pk=pk, task__in=Task.objects.visible_to(actor)).first()
    if row is None:
        raise NotVisible(f"{rows.model.__name__} {pk}")
    row.task = get_task_page(actor, row.task_id, on=today())
    return row
