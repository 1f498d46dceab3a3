"""A task that a later decision adds to a programme in force: a remedy after an inspection, a
conclusion of a meeting.
"""

from datetime import date

from django.db import transaction
from django.db.models import Max

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import fold, nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.programmes.enums import Part, Timing
from thenchot.programmes.models import Assignment, Programme, Task, TaskInProgramme
from thenchot.programmes.services.desks import refresh_desk

MOST_REF = 60


@transaction.atomic
def add_task(
    actor,
    *,
    programme: Programme,
    lead: Unit,
    text: str,
    due_on: date,
    source: str,
    product: str = "",
) -> Task:
    """Whoever calls asked already whether the actor may; `source`: the document that adds it. The
    lead unit lies under the home of the programme.
    """
    if not lead.path.startswith(programme.home.path):
        refuse("task.lead_outside", f"{lead.name} không thuộc {programme.home.name}.")
    last = programme.tasks.aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    task = Task.objects.create(
        home=programme.home,
        province_id=int(programme.home.path.strip("/").split("/")[0]),
        programme=programme,
        ref=f"{tidy(nfc(source))} ({position + 1})"[-MOST_REF:],
        position=position,
        text=tidy(nfc(text)),
        folded=fold(text),
        product=tidy(nfc(product)),
        deadline_raw=f"{due_on:%d/%m/%Y}",
        timing=Timing.DATED,
        due_on=due_on,
        original_due_on=due_on,
        given_on=today(),
        handed_on=today(),
    )
    TaskInProgramme.objects.create(task=task, programme=programme, ref=task.ref)
    Assignment.objects.create(task=task, unit=lead, part=Part.LEAD, body=lead.name)
    record(
        actor,
        "task_added",
        subject=task,
        unit_path=programme.home.path,
        unit=lead.pk,
        due_on=f"{due_on:%Y-%m-%d}",
        source=task.ref,
    )
    refresh_desk(task)
    return task
