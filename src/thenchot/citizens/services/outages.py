"""An outage is reported by one and confirmed by another; then it excuses lateness."""

from datetime import datetime
from typing import Any

from django.db import transaction

from thenchot.citizens.access import CONFIRM, EDIT
from thenchot.citizens.enums import OutageState
from thenchot.citizens.models import Outage
from thenchot.citizens.queries.cases import get_outage
from thenchot.citizens.services.cases import rejudge
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.platform import jobs
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import require

JOB = "thenchot.citizens.jobs.excuse"


@transaction.atomic
def report_outage(
    actor, *, unit_id: int, what: str, starts_at: datetime, ends_at: datetime, basis: str
) -> Outage:
    unit = get_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    if not starts_at < ends_at <= now():
        refuse("citizens.outage_time", "Sự cố phải kết thúc sau lúc bắt đầu và không sau lúc này.")
    made = Outage.objects.create(
        unit=unit,
        what=tidy(nfc(what)),
        starts_at=starts_at,
        ends_at=ends_at,
        basis=tidy(nfc(basis)),
        made_by_id=actor.account_id,
    )
    record(actor, "outage_reported", **_of(made))
    return made


@transaction.atomic
def confirm_outage(actor, *, outage_id: int) -> Outage:
    """By another person than reported it; a job moves the deadlines."""
    one = _lock(actor, outage_id)
    _decide(actor, one, OutageState.CONFIRMED)
    record(actor, "outage_confirmed", **_of(one))
    label = f"Tính lại hạn hồ sơ: {one.what}"
    jobs.start(actor, JOB, label=label, unit_path=one.unit.path, outage_id=one.pk)
    return one


@transaction.atomic
def refuse_outage(actor, *, outage_id: int, reason: str) -> Outage:
    one = _lock(actor, outage_id)
    if not reason.strip():
        refuse("citizens.reason", "Ghi lý do không xác nhận sự cố.")
    one.reason = tidy(nfc(reason))
    _decide(actor, one, OutageState.REFUSED)
    record(actor, "outage_refused", **_of(one), reason=one.reason)
    return one


@transaction.atomic
def excuse(actor, *, outage_id: int) -> int:
    """What a confirmed outage does to the cases of its place."""
    one = get_outage(actor, outage_id)
    require(actor, CONFIRM, one.unit.path)
    moved = rejudge(one.unit)
    record(actor, "cases_excused", **_of(one), count=moved)
    return moved


def _decide(actor, one: Outage, state: str) -> None:
    if one.state != OutageState.REPORTED:
        refuse("citizens.outage_state", f"{one}: {one.get_state_display()}.")
    if one.made_by_id == actor.account_id:
        refuse("citizens.second", "Người báo sự cố không tự xác nhận: người khác xác nhận.")
    one.state, one.decided_by_id, one.decided_on = state, actor.account_id, today()
    one.save()


def _lock(actor, pk: int) -> Outage:
    get_outage(actor, pk)
    rows = Outage.objects.select_for_update(of=("self",)).select_related("unit")
    one = rows.get(pk=pk)
    require(actor, CONFIRM, one.unit.path)
    return one


def _of(one: Outage) -> dict[str, Any]:
    return {"subject": one, "unit_path": one.unit.path}
