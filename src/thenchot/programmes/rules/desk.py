"""At whose desk a task lies: exactly one unit must act next, and the reason says why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thenchot.programmes.enums import Clarity, Desk, TaskState, Timing


@dataclass(frozen=True, slots=True)
class Lying:
    """Everything that decides whose turn it is. Units are ids; None where there is none."""

    state: TaskState
    timing: Timing
    has_date: bool
    leads: Sequence[int]
    unaccepted_leads: Sequence[int]
    missing: Sequence[Clarity]
    approver: int | None
    answerer: int | None
    monitor: int | None
    blocker: int | None  # the desk of an unfinished task this one needs
    lacks_product: bool = False
    waits_for_document: bool = False


def lies_at(task: Lying) -> tuple[int | None, Desk | None]:
    """(unit, reason), or (None, None) when nobody owes anything."""
    if task.state in (TaskState.DONE, TaskState.CANCELLED):
        return None, None
    return next((unit, why) for unit, why in _claims(task) if why)


def _claims(task: Lying) -> Iterator[tuple[int | None, Desk | None]]:
    lead = task.leads[0] if task.leads else task.monitor
    yield (
        task.approver,
        Desk.APPROVE if task.state == TaskState.SUBMITTED and task.approver else None,
    )
    yield task.answerer, Desk.ANSWER if task.answerer else None
    yield task.monitor, Desk.DOCUMENT if task.waits_for_document else None
    first = task.unaccepted_leads[0] if task.unaccepted_leads else None
    yield first, Desk.ACCEPT if first else None
    yield lead, Desk.CLARIFY if task.missing else None
    yield task.blocker, Desk.OTHER_TASK if task.blocker else None
    yield lead, Desk.PRODUCT if task.lacks_product else None
    yield lead, Desk.WORK
