"""A factor changed within the period: lines given before keep theirs, unless whoever scores gives
them anew, with a reason.
"""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import Period
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.scoring.queries.factors import FactorChange, factor_changes
from thenchot.worklog.access import SCORE, may_score
from thenchot.worklog.models import Assessment, Work
from thenchot.worklog.queries.assessments import scored_from, with_work
from thenchot.worklog.services.locking import locked


@transaction.atomic
def reconvert(
    actor, *, unit_id: int, period: Period, reason: str, is_practice: bool = False
) -> int:
    """Of the open sheets the actor scores from the unit, the lines nothing is done of: by the
    catalogue as it is now. What was begun stays at the factor it was begun with. How many lines.
    """
    unit = get_unit(actor, unit_id)
    require(actor, SCORE, unit.path)
    if not reason.strip():
        refuse("factor.reason", "Ghi lý do giao lại theo hệ số mới.", "NĐ 335/2025, Điều 13")
    held = (
        locked(unit.path, period, is_practice)
        .filter(scored_from(unit))
        .values_list("pk", flat=True)
    )
    assessments = [
        assessment
        for assessment in with_work(Assessment.objects.filter(pk__in=list(held)))
        if may_score(actor, assessment)
    ]
    changes = [one for one in factor_changes(assessments, today()) if one.may_follow]
    if not changes:
        refuse("factor.nothing", "Không có dòng nào chưa làm mà hệ số đã đổi.")
    for one in changes:
        one.work.product, one.work.factor = one.product, one.product.factor
    Work.objects.bulk_update([one.work for one in changes], ["product", "factor"], batch_size=200)
    record(
        actor,
        "factors_renewed",
        subject=unit,
        unit_path=unit.path,
        period=period.label_vi(),
        lines=len(changes),
        reason=tidy(nfc(reason)),
    )
    record_many(actor, "sheet_factors_renewed", Assessment, _by_assessment(changes))
    return len(changes)


def _by_assessment(changes: list[FactorChange]):
    told: dict[int, tuple[str, list[str]]] = {}
    for one in changes:
        told.setdefault(one.assessment.pk, (one.assessment.unit.path, []))[1].append(one.work.code)
    return (
        (pk, path, {"codes": sorted(set(codes)), "lines": len(codes)})
        for pk, (path, codes) in sorted(told.items())
    )
