"""The periodic look at a personal plan, by whoever scores the sheet (S4-050)."""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.policy.parameters import PlanPolicy
from thenchot.worklog.enums import PlanVerdict
from thenchot.worklog.models import PlanReview
from thenchot.worklog.queries.plans import STANDING
from thenchot.worklog.rules.plans import next_review
from thenchot.worklog.services.locking import lock_scored


@transaction.atomic
def review_plan(actor, *, assessment_id: int, verdict: str, remarks: str = "") -> PlanReview:
    """Anything but "on track" says what has to change."""
    assessment, on = lock_scored(actor, assessment_id), today()
    if not assessment.plan.filter(state__in=STANDING).exists():
        refuse(
            "plan.empty", "Kỳ này chưa có việc nào trong kế hoạch cá nhân để kiểm tra.", "S4-049"
        )
    if verdict not in list(PlanVerdict):
        refuse("plan.verdict", "Chọn một nhận xét.")
    if verdict != PlanVerdict.ON_TRACK and not remarks.strip():
        refuse("plan.remarks", "Ghi điều cần điều chỉnh, để người lập kế hoạch làm theo.", "S4-050")
    following = next_review(
        on, assessment.ends_on, policies.in_force(PlanPolicy, path=assessment.unit.path, on=on)
    )
    made = PlanReview.objects.create(
        assessment=assessment,
        verdict=verdict,
        remarks=tidy(nfc(remarks)),
        reviewed_on=on,
        next_on=following,
        reviewed_by_id=actor.account_id,
    )
    record(
        actor,
        "plan_reviewed",
        subject=made,
        unit_path=assessment.unit.path,
        sheet=assessment.pk,
        verdict=str(verdict),
        next_on=following,
    )
    return made
