"""Extensions of a date, and dates that a document gives. Every change leaves the old date behind
for ever.
"""

from django.db import transaction

from thenchot.documents.queries import get_directive
from thenchot.kernel.decision import Decision, refuse
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.programmes import access
from thenchot.programmes.enums import Part, TaskState, Timing
from thenchot.programmes.models import Amendment, Extension
from thenchot.programmes.rules import extension as rules
from thenchot.programmes.services.desks import refresh_desk, waits_for_document
from thenchot.programmes.services.loading import acting_unit, get_task
from thenchot.programmes.services.recurring import follow_next_period


@transaction.atomic
def ask_extension(actor, *, task_id, proposed_on, reason, instance_id=None):
    """A lead unit asks for a later date; asked after the date, the delay stands."""
    task = get_task(actor, task_id)
    unit = acting_unit(actor, access.ASK_EXTENSION, task, Part.LEAD)
    dated = task.instances.filter(pk=instance_id).first() if instance_id else task
    pending = task.extensions.filter(state="asked").exists()
    ask = rules.Ask(TaskState(task.state), dated and dated.due_on, proposed_on, reason, pending)
    rules.may_ask(ask, on=today()).or_refuse()
    extension = Extension.objects.create(
        task=task,
        instance_id=instance_id,
        unit=unit,
        asked_by_id=actor.account_id,
        asked_on=today(),
        asked_late=rules.asked_late(dated.due_on, asked_on=today()),
        old_due_on=dated.due_on,
        proposed_on=proposed_on,
        reason=reason.strip(),
    )
    record(
        actor,
        "extension_asked",
        subject=task,
        unit_path=unit.path,
        old=dated.due_on,
        proposed=proposed_on,
    )
    return extension


@transaction.atomic
def grant_extension(actor, *, extension_id, granted_on, note=""):
    """The issuer or its delegate sets the new date in force. Nothing else about lateness is
    forgiven.
    """
    extension, unit = _decidable(actor, extension_id)
    if granted_on <= extension.old_due_on:
        refuse("not_later", "Hạn mới phải sau hạn đang có hiệu lực.")
    _decide(actor, extension, unit, "granted", granted_on, note)
    dated = extension.instance or extension.task
    _move_date(
        actor, extension.task, dated, granted_on, reason=extension.reason, extension=extension
    )
    record(actor, "extension_granted", subject=extension.task, unit_path=unit.path, new=granted_on)
    return extension


@transaction.atomic
def refuse_extension(actor, *, extension_id, note):
    extension, unit = _decidable(actor, extension_id)
    if not note.strip():
        refuse("note", "Cần nêu lý do không đồng ý.")
    _decide(actor, extension, unit, "refused", None, note)
    record(actor, "extension_refused", subject=extension.task, unit_path=unit.path)
    return extension


@transaction.atomic
def set_date_by_document(actor, *, task_id, directive_id, due_on):
    """The document an open task waited for has come: it gives the date, or releases the
    precondition.
    """
    task = get_task(actor, task_id)
    require(actor, access.AMEND, task.home.path)
    directive = get_directive(actor, directive_id)
    if not waits_for_document(task):
        refuse("not_waiting", "Nhiệm vụ này không chờ văn bản.")
    if due_on is None and task.due_on is None:
        refuse("date", "Cần ghi hạn theo văn bản.")
    task.after_met = True
    task.save(update_fields=["after_met"])
    if due_on and due_on != task.due_on:
        _move_date(
            actor, task, task, due_on, reason=task.trigger or task.after, directive=directive
        )
    record(
        actor,
        "document_arrived",
        subject=task,
        unit_path=task.home.path,
        directive=str(directive),
        due_on=due_on,
    )
    refresh_desk(task)
    return task


@transaction.atomic
def set_date(actor, *, task_id, due_on, reason):
    """The officer gives an undated task its first date, with the reason. A date in force only moves
    by extension.
    """
    task = get_task(actor, task_id)
    require(actor, access.AMEND, task.home.path)
    if task.due_on:
        refuse("dated", "Nhiệm vụ đã có hạn; hạn chỉ đổi bằng gia hạn.")
    if not reason.strip():
        refuse("reason", "Cần nêu căn cứ của hạn này.")
    if due_on < task.given_on:
        refuse("before", "Hạn không thể trước ngày giao nhiệm vụ.")
    _move_date(actor, task, task, due_on, reason=reason)
    record(actor, "date_set", subject=task, unit_path=task.home.path, due_on=due_on)
    refresh_desk(task)
    return task


def _move_date(actor, task, dated, new, *, reason, extension=None, directive=None):
    Amendment.objects.create(
        task=task,
        instance=dated if dated is not task else None,
        field="due_on",
        reason=reason.strip(),
        old=dated.due_on.isoformat() if dated.due_on else "",
        new=new.isoformat(),
        extension=extension,
        directive=directive,
        made_by_id=actor.account_id,
    )
    dated.original_due_on, dated.due_on = dated.original_due_on or new, new
    fields = ["due_on", "original_due_on"]
    if dated is task and task.timing in (Timing.OPEN, Timing.UNDATED):
        task.timing = Timing.DATED
        fields.append("timing")
    dated.save(update_fields=fields)
    if dated is not task:
        follow_next_period(task)


def _decidable(actor, extension_id):
    extension = (
        Extension.objects.select_related("task__programme", "instance")
        .filter(pk=extension_id)
        .first()
    )
    task = get_task(actor, extension.task_id if extension else 0)
    if extension.state != "asked":
        refuse("decided", "Đề nghị này đã được quyết định.")
    extension.task = task
    return extension, deciding_unit(actor, extension)


def deciding_unit(actor, extension):
    """The unit for which the actor decides this request; Refused with the reason when there is
    none.
    """
    may_decide(actor, extension).or_refuse()
    return _deciding_units(actor, extension.task)[0]


def may_decide(actor, extension) -> Decision:
    """Whether the actor decides this request for one of the units that may grant it."""
    return rules.may_decide(
        granting=granting_units(extension.task),
        decider_units=_deciding_units(actor, extension.task),
        asked_by_decider=extension.asked_by_id == actor.account_id,
    )


def _deciding_units(actor, task):
    return [unit for unit in granting_units(task) if _may_decide_for(actor, unit, task)]


def granting_units(task):
    """Units that may decide an extension of this task: issuer and delegate, never a lead."""
    programme = task.programme
    leads = list(task.assignments.filter(part=Part.LEAD).values_list("unit_id", flat=True))
    wanted = rules.granting_units(programme.issuing_unit_id, programme.delegate_unit_id, leads)
    units = {u.pk: u for u in (programme.issuing_unit, programme.delegate_unit) if u}
    return [units[pk] for pk in wanted]


def _may_decide_for(actor, unit, task):
    """Holds the permission over the granting unit through a grant that is not a lead unit's own."""
    leads = [a.unit.path for a in task.assignments.filter(part=Part.LEAD).select_related("unit")]
    return any(
        unit.path.startswith(path) and path not in leads
        for path in actor.paths_for(access.DECIDE_EXTENSION)
    )


def _decide(actor, extension, unit, state, granted_on, note):
    extension.state, extension.granted_on, extension.decision_note = state, granted_on, note.strip()
    extension.decided_by_id, extension.decided_on, extension.decided_unit = (
        actor.account_id,
        today(),
        unit,
    )
    extension.save()
