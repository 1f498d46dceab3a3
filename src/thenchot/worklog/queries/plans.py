"""The personal plan of a sheet: its lines, when it was looked at, when it is looked at next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.platform import policies
from thenchot.platform.clock import ZONE
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import PlanPolicy
from thenchot.worklog.access import is_own
from thenchot.worklog.enums import PlanState
from thenchot.worklog.models import Assessment, PlanLine, PlanReview
from thenchot.worklog.queries.assessments import get_assessment
from thenchot.worklog.rules.plans import first_review

STANDING = (PlanState.PROPOSED, PlanState.ACCEPTED)  # a line refused or withdrawn is no plan


@dataclass(frozen=True)
class Plan:
    """`next_on`: none without a standing line, for a closed sheet, and when the period ends
    before.
    """

    lines: Sequence[PlanLine]
    reviews: Sequence[PlanReview]
    next_on: date | None

    @property
    def waiting(self) -> int:
        return sum(1 for line in self.lines if line.state == PlanState.PROPOSED)

    @property
    def standing(self) -> bool:
        return any(line.state in STANDING for line in self.lines)


def plan_of(assessment: Assessment) -> Plan:
    """All but what was withdrawn. Two queries and the policy."""
    lines = list(
        assessment.plan.exclude(state=PlanState.WITHDRAWN).select_related("product", "decided_by")
    )
    for line in lines:
        line.assessment = assessment
    reviews = list(assessment.plan_reviews.select_related("reviewed_by"))
    return Plan(lines, reviews, _next(assessment, lines, reviews))


def _next(
    assessment: Assessment, lines: Sequence[PlanLine], reviews: Sequence[PlanReview]
) -> date | None:
    begun = [line.proposed_at.astimezone(ZONE).date() for line in lines if line.state in STANDING]
    if assessment.is_closed or not begun:
        return None
    if reviews:
        return reviews[0].next_on
    first = first_review(
        min(begun),
        assessment.starts_on,
        policies.in_force(
            PlanPolicy, path=assessment.unit.path, on=max(min(begun), assessment.starts_on)
        ),
    )
    return first if first <= assessment.ends_on else None


def get_marked(actor, pk: int) -> Assessment:
    """A sheet, with `is_own`: whether it is the actor's."""
    assessment = get_assessment(actor, pk)
    assessment.is_own = is_own(actor, assessment)
    return assessment


def get_own(actor, pk: int) -> Assessment:
    assessment = get_marked(actor, pk)
    if not assessment.is_own:
        raise NotVisible(f"sheet {pk}")
    return assessment


def get_line(actor, pk: int) -> PlanLine:
    return _line_of(get_marked, actor, pk)


def get_own_line(actor, pk: int) -> PlanLine:
    return _line_of(get_own, actor, pk)


def _line_of(get, actor, pk: int) -> PlanLine:
    line = PlanLine.objects.filter(pk=pk).first()
    if line is None:
        raise NotVisible(f"plan line {pk}")
    line.assessment = get(actor, line.assessment_id)
    return line
