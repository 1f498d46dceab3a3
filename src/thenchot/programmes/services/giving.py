"""A task that came out of a conclusion, not out of a document: one more line of a programme."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import fold
from thenchot.organisation.models import Unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.programmes import access
from thenchot.programmes.enums import Part, Timing
from thenchot.programmes.models import Assignment, Programme, Task, TaskInProgramme
from thenchot.programmes.services.desks import refresh_desk


@transaction.atomic
def give_task(actor, *, programme_id: int, text: str, lead: Unit, due_on: date, ref: str) -> Task:
    """By whoever may give tasks in the place of the programme. `ref`: its number there."""
    programme = Programme.objects.visible_to(actor).filter(pk=programme_id).first()
    if programme is None:
        refuse("programme", "Hãy chọn một chương trình đang thực hiện để đưa việc này vào.")
    require(actor, access.GIVE, programme.home.path)
    return add_task(actor, programme=programme, text=text, lead=lead, due_on=due_on, ref=ref)


@transaction.atomic
def add_task(
    actor,
    *,
    programme: Programme,
    text: str,
    lead: Unit,
    due_on: date,
    ref: str,
    product: str = "",
) -> Task:
    """For a room that asked already whether the actor may: a remedy after an inspection."""
    home = programme.home
    if not lead.path.startswith(home.path):
        refuse("lead", f"Đơn vị chủ trì phải thuộc {home.name}.")
    last = programme.tasks.aggregate(last=Max("position"))["last"]
    task = Task.objects.create(
        home=home,
        province_id=int(home.path.strip("/").split("/")[0]),
        programme=programme,
        ref=ref[:60],
        position=0 if last is None else last + 1,
        text=text,
        folded=fold(text),
        product=product[:300],
        timing=Timing.DATED,
        due_on=due_on,
        original_due_on=due_on,
        given_on=today(),
        handed_on=today(),
    )
    TaskInProgramme.objects.create(task=task, programme=programme, ref=task.ref)
    Assignment.objects.create(task=task, unit=lead, part=Part.LEAD, body=lead.name[:300])
    refresh_desk(task, ripple=False)
    record(actor, "task_given", subject=task, unit_path=home.path, programme=programme.pk)
    return task
