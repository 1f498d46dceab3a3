"""What waits for one person today: rooms meet here, each asked once."""

from django.db.models import Q

from thenchot.organisation.models import Unit
from thenchot.platform.clock import today
from thenchot.programmes import access
from thenchot.programmes.enums import Desk
from thenchot.programmes.models import Draft, Extension, Task
from thenchot.programmes.queries.board import PARTS
from thenchot.programmes.queries.tasks import judged

ROWS = 12
TURN = (
    ((Desk.ACCEPT, Desk.CLARIFY), access.ACCEPT),
    ((Desk.WORK, Desk.PRODUCT), access.REPORT),
    ((Desk.APPROVE,), access.APPROVE),
    ((Desk.ANSWER,), access.ANSWER_DIFFICULTY),
    ((Desk.DOCUMENT,), access.AMEND),
)


def my_turn(actor, *, path):
    """Tasks at a desk for which the actor may do the next step, soonest date first."""
    mine = Q(pk__in=[])
    for reasons, permission in TURN:
        units = Unit.objects.under(actor.paths_for(permission)).values("pk")
        mine |= Q(desk_reason__in=reasons, desk_unit__in=units)
    tasks = (
        Task.objects.visible_to(actor)
        .filter(mine)
        .select_related("programme__directive", "desk_unit")
    )
    tasks = tasks.prefetch_related(PARTS).order_by("sort_on", "pk")
    return judged(tasks[:ROWS], on=today(), path=path)


def my_decisions(actor):
    """Extensions that wait for a unit over which the actor decides."""
    units = Unit.objects.under(actor.paths_for(access.DECIDE_EXTENSION)).values("pk")
    mine = Q(task__programme__issuing_unit__in=units) | Q(task__programme__delegate_unit__in=units)
    asked = Extension.objects.filter(mine, state="asked", task__in=Task.objects.visible_to(actor))
    return list(asked.select_related("task", "unit").order_by("asked_on")[:ROWS])


def my_drafts(actor):
    return list(
        Draft.objects.visible_to(actor)
        .filter(state="review")
        .select_related("original", "home")[:ROWS]
    )
