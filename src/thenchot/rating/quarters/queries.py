"""Failed quarters: proposals to replace, and what is only shown."""

from datetime import date

from django.db.models import Avg, Count, OuterRef, QuerySet, Subquery

from thenchot.kernel.periods import Quarter
from thenchot.platform import policies
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import ScoringPolicy
from thenchot.rating.models import QuarterRating, ReplacementReview
from thenchot.worklog.access import SEE
from thenchot.worklog.enums import AssessmentState, Regulation
from thenchot.worklog.models import Assessment
from thenchot.worklog.queries.assessments import BY_DECREE


def reviews(actor, permission=SEE) -> QuerySet[ReplacementReview]:
    return ReplacementReview.objects.visible_to(actor, permission).select_related(
        "person", "unit", "decided_by"
    )


def get_review(actor, pk: int) -> ReplacementReview:
    review = reviews(actor).filter(pk=pk).first()
    if review is None:
        raise NotVisible(f"review {pk}")
    return review


def party_assessments(actor, quarter: Quarter, permission=SEE) -> QuerySet[Assessment]:
    """Sheets of the Party's quarter."""
    rows = (
        Assessment.objects.visible_to(actor, permission)
        .counting()
        .filter(rules=Regulation.QD366, period="quarter", year=quarter.year, number=quarter.index)
    )
    return (
        rows.select_related("person", "unit")
        .defer("result", "policy")
        .order_by("unit__path", "person__sort_key", "pk")
    )


def with_quarter_decisions(rows: list[Assessment]) -> list[Assessment]:
    """Each with the decision that stands. One query."""
    standing = QuarterRating.objects.standing().filter(assessment__in=[row.pk for row in rows])
    decided = {one.assessment_id: one for one in standing}
    for assessment in rows:
        assessment.decision = decided.get(assessment.pk)
    return rows


def failed_by_decree(actor, on: date, permission=SEE) -> list[dict]:
    """Outside of the Party's rule: people whose last finished quarter, the mean of its months, is
    below "hoàn thành".
    """
    quarter = Quarter.of(on).previous()
    assessments = (
        Assessment.objects.visible_to(actor, permission)
        .counting()
        .filter(
            rules__in=BY_DECREE,
            starts_on__gte=quarter.start,
            ends_on__lte=quarter.end,
            total__isnull=False,
        )
    )
    rows = assessments.values(
        "person", "person__full_name", "person__sort_key", "unit__name", "unit__path"
    ).annotate(mean=Avg("total"), months=Count("pk"))
    rows = list(rows.order_by("person__sort_key"))
    least = {
        path: policies.in_force(ScoringPolicy, path=path, on=quarter.end).completed_from
        for path in {row["unit__path"] for row in rows}
    }
    return [row | {"quarter": quarter} for row in rows if row["mean"] < least[row["unit__path"]]]


SHOWN = 18


def decided_level() -> Subquery:
    """The level the competent one decided of a quarter of the Party."""
    decided = QuarterRating.objects.standing().filter(assessment=OuterRef("pk"))
    return Subquery(decided.values("level")[:1])


def closed_periods(person) -> list[Assessment]:
    """Those of a year and a half, with the Party's level where one was decided."""
    rows = (
        Assessment.objects.counting()
        .filter(person=person, state=AssessmentState.CLOSED)
        .select_related("unit")
        .defer("result", "policy")
    )
    return list(rows.annotate(decided=decided_level()).order_by("-starts_on", "rules")[:SHOWN])
