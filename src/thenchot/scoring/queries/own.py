"""One's own period, and the sheet of one person: what stands, what the rules say of it, the outlook
while it runs.
"""

from dataclasses import dataclass
from datetime import date

from thenchot.platform.scope.actor import NotVisible
from thenchot.scoring import evaluation
from thenchot.worklog.enums import AssessmentState, Capacity
from thenchot.worklog.models import Assessment
from thenchot.worklog.queries.assessments import my_assessments, with_work


@dataclass(frozen=True)
class Own:
    """One's own period: the sheet with its work, what the rules say of it, the outlook while it
    runs.
    """

    assessment: Assessment
    evaluated: evaluation.Evaluated
    outlook: evaluation.Outlook | None
    before: Assessment | None
    days_left: int


def own_month(actor, assessment_id: int | None, on: date) -> Own | None:
    """The sheet asked for, else the latest that has begun; none while there is none."""
    found = (
        my_assessments(actor).filter(pk=assessment_id)
        if assessment_id
        else my_assessments(actor)
        .filter(starts_on__lte=on)
        .order_by("is_practice", "-starts_on", "rules")
    )
    assessment = with_work(found).first()
    if assessment is None:
        if assessment_id:
            raise NotVisible(f"sheet {assessment_id}")
        return None
    return read_assessment(assessment, on)


def read_assessment(assessment: Assessment, on: date) -> Own:
    policy = evaluation.policy_of(assessment)
    managed = (
        []
        if assessment.kind == Capacity.STAFF
        else evaluation.managed_by(assessment, others_of(assessment))
    )
    before = (
        Assessment.objects.counting()
        .filter(
            person=assessment.person_id,
            rules=assessment.rules,
            period=assessment.period,
            ends_on__lt=assessment.starts_on,
            state=AssessmentState.CLOSED,
        )
        .order_by("-ends_on")
        .first()
    )
    runs = on <= assessment.ends_on and not assessment.is_closed
    outlook = None if assessment.is_closed else evaluation.outlook(assessment, policy, on, before)
    left = (assessment.ends_on - on).days if runs else 0
    return Own(assessment, evaluation.evaluate(assessment, policy, managed), outlook, before, left)


def others_of(assessment: Assessment) -> list[Assessment]:
    return list(
        Assessment.objects.filter(
            unit__path__startswith=assessment.unit.path,
            rules=assessment.rules,
            period=assessment.period,
            year=assessment.year,
            number=assessment.number,
            is_practice=assessment.is_practice,
            dropped_at__isnull=True,
        ).select_related("person", "unit")
    )


def receipt_of(own: Own, *, final: bool) -> dict:
    """What the points are made of: the kept receipt of a closed sheet; else what the rules say now
    where that is a total and `final` is asked; else what already stands (`so_far`).
    """
    assessment, score = own.assessment, own.evaluated.score
    if assessment.is_closed:
        result = assessment.result
        return {"entries": result.get("receipt"), "remarks": result.get("remarks"), "so_far": False}
    is_final = final and score.total is not None
    entries = own.evaluated.entries if is_final else own.outlook.entries
    told = [entry.as_json() for entry in entries]
    return {"entries": told, "remarks": score.remarks, "so_far": not is_final}
