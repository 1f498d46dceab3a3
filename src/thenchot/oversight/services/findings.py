"""What is found is written down, remedied by its unit, and settled by whoever found it."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.oversight.access import EDIT, REPORT_REMEDY
from thenchot.oversight.enums import FindingLevel, FindingState, Stage
from thenchot.oversight.models import Finding, Inspection
from thenchot.oversight.queries.findings import get_finding
from thenchot.oversight.queries.inspections import get_inspection
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.programmes.services.giving import add_task

ENDED = (Stage.CLOSED, Stage.STOPPED)


@transaction.atomic
def add_finding(
    actor,
    *,
    inspection_id: int,
    unit: Unit,
    kind: str,
    level: str,
    text: str,
    remedy: str,
    due_on: date,
    person: Person | None = None,
    basis: str = "",
    as_task: bool = False,
) -> Finding:
    """With what must be remedied by when; `as_task`: once the conclusion is told, the remedy also
    becomes a task of the programme that is inspected (S1-040, S3-079).
    """
    inspection = get_inspection(actor, inspection_id)
    require(actor, EDIT, inspection.unit.path)
    if inspection.stage in ENDED:
        refuse("oversight.ended", "Cuộc kiểm tra, giám sát này đã kết thúc.")
    if not unit.path.startswith(inspection.unit.path):
        raise NotVisible
    if due_on < today():
        refuse("oversight.due", "Hạn khắc phục không trước hôm nay.")
    if as_task and inspection.programme is None:
        refuse(
            "oversight.no_programme",
            "Cuộc kiểm tra này không gắn với chương trình nào; bỏ chọn “đưa vào nhiệm vụ”.",
        )
    made = Finding.objects.create(
        inspection=inspection,
        unit=unit,
        person=person,
        kind=kind,
        level=level,
        text=tidy(nfc(text)),
        basis=tidy(nfc(basis)),
        found_on=today(),
        remedy=tidy(nfc(remedy)),
        due_on=due_on,
        as_task=as_task,
        recorded_by_id=actor.account_id,
    )
    if inspection.notified_on:
        give_remedies(actor, inspection)
    record(
        actor,
        "finding_added",
        subject=made,
        unit_path=inspection.unit.path,
        person=made.person_id,
        kind=kind,
    )
    return made


def give_remedies(actor, inspection: Inspection) -> None:
    """Those that are to be tasks, once the conclusion is told and not before."""
    if inspection.programme is None:
        return
    rows = Finding.objects.filter(inspection=inspection, as_task=True, task__isnull=True)
    for finding in rows.select_related("unit").order_by("pk"):
        finding.task = add_task(
            actor,
            programme=inspection.programme,
            lead=finding.unit,
            text=finding.remedy,
            due_on=finding.due_on,
            ref=f"{inspection.decision} ({finding.pk})",
            product="Báo cáo kết quả khắc phục",
        )
        finding.save(update_fields=["task"])


@transaction.atomic
def report_remedy(actor, *, finding_id: int, done_on: date, done_note: str) -> Finding:
    """By the unit."""
    finding = _held(actor, finding_id, FindingState.OPEN)
    require(actor, REPORT_REMEDY, finding.unit.path)
    if finding.inspection.notified_on is None:
        refuse("oversight.untold", "Chưa thông báo kết luận; khắc phục sau khi có thông báo.")
    if not finding.found_on <= done_on <= today():
        refuse("oversight.done_on", "Ngày khắc phục từ ngày phát hiện đến hôm nay.")
    finding.done_on, finding.done_note = done_on, nfc(done_note).strip()
    finding.state, finding.reported_by_id = FindingState.REPORTED, actor.account_id
    finding.save(update_fields=["done_on", "done_note", "state", "reported_by"])
    record(actor, "remedy_reported", **_of(finding))
    return finding


@transaction.atomic
def settle(actor, *, finding_id: int, note: str) -> Finding:
    """The remedy is confirmed by the inspection, not by whoever reported it."""
    finding = _held(actor, finding_id, FindingState.REPORTED)
    _settles(actor, finding)
    finding.state = FindingState.REMEDIED
    _settled(actor, finding, note)
    record(actor, "remedy_confirmed", **_of(finding))
    return finding


@transaction.atomic
def send_back(actor, *, finding_id: int, note: str) -> Finding:
    """Not remedied yet, with what lacks."""
    finding = _held(actor, finding_id, FindingState.REPORTED)
    _settles(actor, finding)
    finding.state, finding.done_on, finding.done_note = FindingState.OPEN, None, ""
    finding.settled_note = tidy(nfc(note))
    finding.save(update_fields=["state", "done_on", "done_note", "settled_note"])
    record(actor, "remedy_sent_back", **_of(finding))
    return finding


@transaction.atomic
def hand_over(actor, *, finding_id: int, note: str) -> Finding:
    """To whoever considers discipline (S0-089, S0-143, S4-089); the level says that it must be
    handled.
    """
    finding = _held(actor, finding_id, FindingState.OPEN, FindingState.REPORTED)
    require(actor, EDIT, finding.inspection.unit.path)
    finding.level, finding.state = FindingLevel.HANDLING, FindingState.HANDED_OVER
    _settled(actor, finding, note)
    record(actor, "finding_handed_over", **_of(finding))
    return finding


def _settles(actor, finding: Finding) -> None:
    require(actor, EDIT, finding.inspection.unit.path)
    if finding.reported_by_id == actor.account_id:
        refuse("oversight.second_person", "Người báo cáo khắc phục không tự xác nhận.")


def _settled(actor, finding: Finding, note: str) -> None:
    finding.settled_on, finding.settled_note = today(), tidy(nfc(note))
    finding.settled_by_id = actor.account_id
    finding.save(update_fields=["level", "state", "settled_on", "settled_note", "settled_by"])


def _of(finding: Finding) -> dict:
    """What the trail says of it."""
    return {
        "subject": finding,
        "unit_path": finding.inspection.unit.path,
        "person": finding.person_id,
    }


def _held(actor, finding_id: int, *states: str) -> Finding:
    seen = get_finding(actor, finding_id)
    rows = Finding.objects.select_for_update(of=("self",))
    finding = rows.select_related("inspection__unit", "unit", "person").get(pk=seen.pk)
    if finding.state not in states:
        refuse("oversight.settled", "Phát hiện này đã được xử lý ở bước khác; tải lại trang.")
    return finding
