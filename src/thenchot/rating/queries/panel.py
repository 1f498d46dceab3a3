"""What the page of a person shows."""

from django.db.models import OuterRef, Subquery

from thenchot.rating.models import QuarterRating
from thenchot.worklog.enums import SheetState
from thenchot.worklog.models import Sheet

SHOWN = 18


def panel_rows(actor, person) -> list[Sheet]:
    """For the page of a person: closed periods of a year and a half, with the Party's level where
    one was decided.
    """
    decided = QuarterRating.objects.standing().filter(sheet=OuterRef("pk")).values("level")
    rows = (
        Sheet.objects.counting()
        .filter(person=person, state=SheetState.CLOSED)
        .select_related("unit")
        .defer("result", "policy")
    )
    return list(
        rows.annotate(decided=Subquery(decided[:1])).order_by("-starts_on", "rules")[:SHOWN]
    )
