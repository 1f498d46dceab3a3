"""Programmes and what stands in them."""

from django.db.models import Count, Prefetch, Q

from thenchot.platform.scope.actor import NotVisible
from thenchot.programmes.enums import Standing, TaskState
from thenchot.programmes.models import Assignment, Programme, Target, Task
from thenchot.programmes.queries import board
from thenchot.programmes.queries.standing import conditions, measures
from thenchot.programmes.queries.tasks import judged


def list_programmes(actor, *, on, path):
    """With counts over the tasks the actor sees: all, done, late today."""
    stand = conditions(on=on, of="places__task__", **measures(path, on))
    late, done = stand[Standing.LATE], Q(places__task__state=TaskState.DONE)
    seen = Q(places__task__in=Task.objects.visible_to(actor))
    return (
        Programme.objects.visible_to(actor)
        .select_related("directive", "home")
        .annotate(
            task_count=Count("places", seen, distinct=True),
            done_count=Count("places", seen & done, distinct=True),
            late_count=Count("places", seen & late, distinct=True),
        )
        .order_by("-given_on", "-pk")
    )


def get_programme(actor, pk) -> Programme:
    related = (
        "directive__original",
        "home",
        "issuing_unit",
        "delegate_unit",
        "monitor_unit",
        "superior__directive",
    )
    programme = Programme.objects.visible_to(actor).select_related(*related).filter(pk=pk).first()
    if programme is None:
        raise NotVisible(f"programme {pk}")
    return programme


def get_programme_page(actor, pk, *, on) -> Programme:
    """Tasks under their groups, targets with latest reading, duties to report, figures of the
    strip.
    """
    programme = get_programme(actor, pk)
    programme.rows = list_rows(actor, programme, on=on)
    programme.measured = board.list_targets(actor, programme_id=programme.pk)
    programme.duties = list(programme.report_duties.all())
    programme.counts = board.get_counts(
        actor, on=on, path=programme.home.path, programme_id=programme.pk
    )
    return programme


def list_rows(actor, programme, *, on):
    """Its tasks in the order of the document, each with `group` set where a new group begins."""
    parts = Prefetch("assignments", Assignment.objects.select_related("unit"))
    tasks = Task.objects.visible_to(actor).filter(places__programme=programme)
    rows = (
        tasks.select_related("clause", "desk_unit", "responsible")
        .prefetch_related(parts)
        .order_by("position", "pk")
    )
    rows = judged(rows, on=on, path=programme.home.path)
    previous = None
    for task in rows:
        task.group = task.clause if task.clause and task.clause_id != previous else None
        previous = task.clause_id
    return rows


def get_target(actor, pk) -> Target:
    target = Target.objects.select_related("programme__home").filter(pk=pk).first()
    if (
        target is None
        or not Programme.objects.visible_to(actor).filter(pk=target.programme_id).exists()
    ):
        raise NotVisible(f"target {pk}")
    return target
