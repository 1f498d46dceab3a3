"""Objective causes: said once, confirmed once, for everybody of the unit they touched."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.scoring.access import CONFIRM_CAUSE
from thenchot.worklog.access import SEE
from thenchot.worklog.enums import CauseState, FaultKind
from thenchot.worklog.models import Cause, Fault


@transaction.atomic
def propose_cause(
    actor, *, unit_id: int, kind: str, text: str, starts_on: date, ends_on: date | None = None
) -> Cause:
    """Anybody of the unit may say what kept the work back; it excuses nobody before it is
    confirmed.
    """
    unit = get_unit(actor, unit_id)
    if not text.strip():
        refuse("cause.text", "Ghi nguyên nhân.")
    if ends_on is not None and ends_on < starts_on:
        refuse("cause.days", "Ngày kết thúc trước ngày bắt đầu.")
    cause = Cause.objects.create(
        unit=unit,
        kind=kind,
        text=tidy(nfc(text)),
        starts_on=starts_on,
        ends_on=ends_on,
        proposed_by_id=actor.account_id,
    )
    record(actor, "cause_proposed", subject=cause, unit_path=unit.path, kind=str(kind))
    return cause


@transaction.atomic
def decide_cause(actor, *, cause_id: int, is_confirmed: bool) -> Cause:
    """Confirmed: every delay of the branch due in those days that is in an open sheet and names no
    cause yet is excused by it at once. Refused: it excuses nobody.
    """
    cause = _undecided(actor, cause_id)
    require(actor, CONFIRM_CAUSE, cause.unit.path)
    cause.state = CauseState.CONFIRMED if is_confirmed else CauseState.REFUSED
    cause.decided_by_id, cause.decided_at = actor.account_id, now()
    cause.save(update_fields=["state", "decided_by", "decided_at"])
    excused = _touched(actor, cause).update(cause=cause) if is_confirmed else 0
    record(
        actor,
        "cause_decided",
        subject=cause,
        unit_path=cause.unit.path,
        is_confirmed=is_confirmed,
        excused=excused,
    )
    return cause


def _undecided(actor, cause_id: int) -> Cause:
    visible = Cause.objects.visible_to(actor, SEE).filter(pk=cause_id).exists()
    cause = (
        Cause.objects.select_for_update(of=("self",))
        .select_related("unit")
        .filter(pk=cause_id)
        .first()
        if visible
        else None
    )
    if cause is None:
        raise NotVisible(f"cause {cause_id}")
    if cause.state != CauseState.PROPOSED:
        refuse("cause.decided", "Nguyên nhân này đã được xem xét.")
    return cause


def _touched(actor, cause: Cause):
    """Delays in open sheets, never those of whoever decides."""
    found = Fault.objects.filter(
        kind=FaultKind.DELAY,
        cause__isnull=True,
        withdrawn_at__isnull=True,
        work__due_on__gte=cause.starts_on,
        work__assessment__unit__path__startswith=cause.unit.path,
        work__assessment__closed_at__isnull=True,
        work__dropped_at__isnull=True,
    )
    found = (
        found.exclude(work__assessment__person__account=actor.account_id)
        if actor.account_id
        else found
    )
    return found.filter(work__due_on__lte=cause.ends_on) if cause.ends_on else found
