"""A lead body receives its task: accepts it, makes it clear."""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.people.models import Person
from thenchot.people.queries import person_of
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.programmes import access
from thenchot.programmes.enums import Part, TaskState
from thenchot.programmes.services.desks import refresh_desk
from thenchot.programmes.services.loading import acting_unit, get_task

CLEAR_FIELDS = ("responsibility", "product", "authority")


@transaction.atomic
def accept_task(actor, *, task_id):
    """The head of a lead unit accepts for that unit. Accepting twice is refused."""
    task = get_task(actor, task_id)
    unit = acting_unit(actor, access.ACCEPT, task, Part.LEAD)
    mine = task.assignments.get(part=Part.LEAD, unit=unit)
    if task.state not in (TaskState.ASSIGNED, TaskState.IN_PROGRESS) or mine.accepted_on:
        refuse("accepted", "Nhiệm vụ này đơn vị đã nhận.")
    mine.accepted_on, mine.accepted_by = today(), person_of(actor.account_id)
    mine.save(update_fields=["accepted_on", "accepted_by"])
    task.state = TaskState.IN_PROGRESS
    task.heard_on = task.heard_on or today()
    task.save(update_fields=["state", "heard_on"])
    record(actor, "task_accepted", subject=task, unit_path=unit.path, unit=unit.name)
    refresh_desk(task)
    return task


@transaction.atomic
def clarify_task(
    actor, *, task_id, responsible_id=None, responsibility="", product="", authority=""
):
    """Name the responsible person, product and authority (six clarities). The person sits in a lead
    unit.
    """
    task = get_task(actor, task_id)
    unit = acting_unit(actor, access.ACCEPT, task, Part.LEAD)
    before = {f: getattr(task, f) for f in (*CLEAR_FIELDS, "responsible_id")}
    task.responsible = _sitting_in(task, responsible_id)
    task.responsibility, task.product, task.authority = (
        responsibility.strip(),
        product.strip(),
        authority.strip(),
    )
    task.save(update_fields=["responsible", *CLEAR_FIELDS])
    changed = sorted(f for f, old in before.items() if old != getattr(task, f))
    record(actor, "task_clarified", subject=task, unit_path=unit.path, changed=changed)
    refresh_desk(task)
    return task


def _sitting_in(task, person_id):
    if not person_id:
        return None
    leads = task.assignments.filter(part=Part.LEAD).values("unit_id")
    person = Person.objects.filter(
        pk=person_id, appointments__unit__in=leads, appointments__valid_to=None
    ).first()
    if person is None:
        refuse("person", "Người chịu trách nhiệm phải đang công tác tại đơn vị chủ trì.")
    return person
