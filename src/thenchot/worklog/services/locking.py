"""How a service gets hold of a sheet: visible or not there, locked, by the person itself or by who
scores it.
"""

from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import Period
from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.access import SEE, is_own, may_score
from thenchot.worklog.models import Assessment, Work


def lock_assessment(actor, assessment_id: int) -> Assessment:
    """The sheet, kept from changing until the transaction ends; NotVisible outside of what the
    actor sees.
    """
    visible = Assessment.objects.visible_to(actor, SEE).filter(pk=assessment_id).exists()
    found = (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("person", "unit")
        .filter(pk=assessment_id)
        .first()
        if visible
        else None
    )
    if found is None:
        raise NotVisible(f"sheet {assessment_id}")
    return found


def lock_own(actor, assessment_id: int) -> Assessment:
    """The own sheet, still open to changes."""
    return check_own(actor, lock_assessment(actor, assessment_id))


def check_own(actor, assessment: Assessment) -> Assessment:
    """Of a locked sheet: it is the actor's and not closed."""
    if not is_own(actor, assessment):
        refuse(
            "sheet.own",
            "Chỉ người có phiếu mới tự ghi vào phiếu của mình.",
            "NĐ 335/2025, Điều 18.2",
        )
    if assessment.is_closed:
        refuse(
            "sheet.closed",
            "Kỳ này đã chốt. Nếu không đồng ý với kết quả, gửi kiến nghị.",
            "NĐ 335/2025, Điều 22",
        )
    return assessment


def lock_scored(actor, assessment_id: int) -> Assessment:
    """A sheet the actor may score, not yet closed."""
    return check_scored(actor, lock_assessment(actor, assessment_id))


def check_scored(actor, assessment: Assessment) -> Assessment:
    """Of a locked sheet: the actor may score it and it is not closed."""
    may_score(actor, assessment).or_refuse()
    if assessment.is_closed:
        refuse("sheet.closed", "Kỳ này đã chốt. Muốn sửa phải mở lại, có ghi lý do.")
    return assessment


def lock_work(actor, work_id: int) -> Work:
    """A work item of a visible sheet; the sheet is locked and hangs on it."""
    found = (
        Work.objects.filter(pk=work_id, dropped_at__isnull=True)
        .values_list("assessment_id", flat=True)
        .first()
    )
    if found is None:
        raise NotVisible(f"work {work_id}")
    assessment = lock_assessment(actor, found)
    work = Work.objects.select_for_update(of=("self",)).get(pk=work_id)
    work.assessment = assessment
    return work


def locked(path: str, period: Period, is_practice: bool):
    """Sheets of a branch and period, locked in one order."""
    return (
        Assessment.objects.select_for_update(of=("self",))
        .filter(
            unit__path__startswith=path,
            period=period.kind,
            year=period.year,
            number=period.index,
            is_practice=is_practice,
            dropped_at__isnull=True,
        )
        .order_by("pk")
    )
