"""Objections to the score of a closed period: by the person, settled within the working days of Đ22
by whoever scores.
"""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.scoring.models import Objection
from thenchot.scoring.queries.objections import due_on
from thenchot.scoring.services.closing import reopen_assessment
from thenchot.worklog.access import is_own, may_score
from thenchot.worklog.services.locking import lock_assessment

ARTICLE = "NĐ 335/2025, Điều 22"


@transaction.atomic
def object_to(actor, *, assessment_id: int, text: str) -> Objection:
    assessment = lock_assessment(actor, assessment_id)
    if not is_own(actor, assessment):
        refuse("objection.own", "Chỉ người có phiếu mới kiến nghị về phiếu của mình.", ARTICLE)
    if not assessment.is_closed:
        refuse("objection.open", "Kỳ này chưa chốt; trao đổi với người chấm điểm.", ARTICLE)
    if not text.strip():
        refuse("objection.text", "Ghi nội dung kiến nghị.", ARTICLE)
    if Objection.objects.filter(assessment=assessment, settled_on__isnull=True).exists():
        refuse("objection.waiting", "Kiến nghị trước của phiếu này đang được giải quyết.", ARTICLE)
    received = today()
    made = Objection.objects.create(
        assessment=assessment,
        text=nfc(text).strip(),
        received_on=received,
        due_on=due_on(assessment.unit.path, received),
    )
    record(
        actor,
        "objection_made",
        subject=made,
        unit_path=assessment.unit.path,
        sheet=assessment.pk,
        due_on=made.due_on,
    )
    return made


@transaction.atomic
def settle_objection(actor, *, objection_id: int, answer: str, is_upheld: bool) -> Objection:
    found = Objection.objects.filter(pk=objection_id).first()
    if found is None:
        raise NotVisible(f"objection {objection_id}")
    assessment = lock_assessment(actor, found.assessment_id)
    may_score(actor, assessment).or_refuse()
    found.refresh_from_db()
    if found.settled_on:
        refuse("objection.settled", "Kiến nghị này đã giải quyết.", ARTICLE)
    if not answer.strip():
        refuse("objection.answer", "Ghi kết quả giải quyết để trả lời người kiến nghị.", ARTICLE)
    found.answer, found.is_upheld, found.settled_on, found.settled_by_id = (
        nfc(answer).strip(),
        is_upheld,
        today(),
        actor.account_id,
    )
    found.save()
    record(
        actor,
        "objection_settled",
        subject=found,
        unit_path=assessment.unit.path,
        sheet=assessment.pk,
        is_upheld=is_upheld,
    )
    if is_upheld and assessment.is_closed:
        reopen_assessment(actor, assessment_id=assessment.pk, reason=found.answer[:400])
    return found
