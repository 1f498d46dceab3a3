"""Tasks that still lie with a unit that ended, for the page of what is left of it."""

from django.db.models import Exists, OuterRef, Q

from thenchot.programmes.models import Assignment
from thenchot.programmes.queries.standing import ENDED
from thenchot.programmes.queries.tasks import visible_tasks


def tasks_left(actor, unit, on):
    """Open tasks in which the unit has a part, or at whose desk they lie; each to be given to
    somebody else.
    """
    part = Exists(Assignment.objects.filter(task=OuterRef("pk"), unit=unit))
    tasks = visible_tasks(actor).filter(part | Q(desk_unit=unit)).exclude(state__in=ENDED)
    return list(tasks.select_related("programme__directive").order_by("sort_on", "pk")[:200])
