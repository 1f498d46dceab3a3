"""The catalogue of hard tasks: one person answers for each, what solved it is kept (S0-085,
S0-088).
"""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.programmes.models import Task
from thenchot.worklog.access import KEEP_HARD, SEE_LOG
from thenchot.worklog.enums import HardState
from thenchot.worklog.models import HardTask


@transaction.atomic
def open_hard_task(
    actor,
    *,
    unit_id: int,
    name: str,
    difficulty: str,
    due_on: date,
    responsible_id: int | None = None,
    task_id: int | None = None,
) -> HardTask:
    """Without a responsible person it is in the list and in the alerts until somebody is named."""
    unit = _found(Unit.objects.visible_to(actor, SEE_LOG), unit_id)
    require(actor, KEEP_HARD, unit.path)
    if not name.strip() or not difficulty.strip():
        refuse("hard.text", "Ghi tên việc và khó ở chỗ nào.", "S0-085")
    _check_day(due_on)
    made = HardTask.objects.create(
        unit=unit,
        name=tidy(nfc(name)),
        difficulty=nfc(difficulty).strip(),
        due_on=due_on,
        responsible=_person(actor, responsible_id),
        task=_found(Task.objects.visible_to(actor), task_id) if task_id else None,
        opened_on=today(),
    )
    record(
        actor,
        "hard_task_opened",
        subject=made,
        unit_path=unit.path,
        responsible=made.responsible_id,
        due_on=due_on,
    )
    return made


@transaction.atomic
def change_hard_task(actor, *, hard_id: int, responsible_id: int | None, due_on: date) -> HardTask:
    """Another person, another day; what stood before is in the audit trail."""
    found = _open(actor, hard_id)
    if due_on != found.due_on:
        _check_day(due_on)
    before = {"responsible_before": found.responsible_id, "due_before": found.due_on}
    found.responsible, found.due_on = _person(actor, responsible_id), due_on
    found.save(update_fields=["responsible", "due_on"])
    record(
        actor,
        "hard_task_changed",
        subject=found,
        unit_path=found.unit.path,
        responsible=found.responsible_id,
        due_on=due_on,
        **before,
    )
    return found


@transaction.atomic
def solve_hard_task(actor, *, hard_id: int, outcome: str) -> HardTask:
    """Said by the head, not by whoever is praised for it."""
    found = _open(actor, hard_id)
    if found.responsible is None:
        refuse(
            "hard.nobody", "Ghi người chịu trách nhiệm trước, để biết ai đã giải quyết.", "S0-085"
        )
    if actor.account_id and found.responsible.account_id == actor.account_id:
        refuse("hard.own", "Việc của mình thì cấp trên ghi đã giải quyết.", "S0-088")
    found.solved_by = found.responsible
    return _end(actor, found, HardState.SOLVED, outcome)


@transaction.atomic
def drop_hard_task(actor, *, hard_id: int, outcome: str) -> HardTask:
    return _end(actor, _open(actor, hard_id), HardState.DROPPED, outcome)


def _end(actor, found: HardTask, state: HardState, outcome: str) -> HardTask:
    if not outcome.strip():
        refuse("hard.outcome", "Ghi đã giải quyết bằng cách nào, hoặc vì sao thôi.", "S0-085")
    found.state, found.outcome, found.ended_on, found.ended_by_id = (
        state,
        nfc(outcome).strip(),
        today(),
        actor.account_id,
    )
    found.save()
    record(
        actor,
        "hard_task_solved" if state == "solved" else "hard_task_dropped",
        subject=found,
        unit_path=found.unit.path,
        solved_by=found.solved_by_id,
    )
    return found


def _open(actor, hard_id: int) -> HardTask:
    """Visible, kept by the actor, still open, kept from changing until the transaction ends."""
    _found(HardTask.objects.visible_to(actor, SEE_LOG), hard_id)
    found = (
        HardTask.objects.select_for_update(of=("self",))
        .select_related("unit", "responsible")
        .get(pk=hard_id)
    )
    require(actor, KEEP_HARD, found.unit.path)
    if found.state != HardState.OPEN:
        refuse("hard.ended", "Việc này đã kết thúc.")
    return found


def _person(actor, person_id: int | None) -> Person | None:
    return _found(Person.objects.visible_to(actor, KEEP_HARD), person_id) if person_id else None


def _found(rows, pk: int):
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible(f"{rows.model.__name__} {pk}")
    return found


def _check_day(due_on: date) -> None:
    if due_on < today():
        refuse("hard.past", "Hạn không ở trước hôm nay.")
