"""What the page of a person shows."""

from django.db.models import OuterRef, Subquery

from thenchot.rating.models import QuarterRating
from thenchot.worklog.enums import AssessmentState
from thenchot.worklog.models import Assessment

SHOWN = 18


def closed_periods(person) -> list[Assessment]:
    """Those of a year and a half, with the Party's level where one was decided."""
    decided = QuarterRating.objects.standing().filter(assessment=OuterRef("pk")).values("level")
    rows = (
        Assessment.objects.counting()
        .filter(person=person, state=AssessmentState.CLOSED)
        .select_related("unit")
        .defer("result", "policy")
    )
    return list(
        rows.annotate(decided=Subquery(decided[:1])).order_by("-starts_on", "rules")[:SHOWN]
    )
