"""What this room shows on pages of rooms below: the Party's quarter of a sheet."""

from django.db.models import OuterRef, Subquery

from thenchot.rating.access import DECIDE_QUARTER
from thenchot.rating.models import QuarterRating
from thenchot.rating.services.quarters import propose
from thenchot.worklog.access import is_own
from thenchot.worklog.enums import Regulation
from thenchot.worklog.models import Assessment


def decided_level() -> Subquery:
    """The level the competent one decided of a quarter of the Party."""
    return Subquery(
        QuarterRating.objects.standing().filter(assessment=OuterRef("pk")).values("level")[:1]
    )


def quarter_of(actor, assessment: Assessment) -> dict | None:
    """The Party's part of a sheet: nothing for one of the decree."""
    if assessment.rules != Regulation.QD366:
        return None
    may = (
        assessment.is_closed
        and not is_own(actor, assessment)
        and actor.may(DECIDE_QUARTER, assessment.unit.path)
    )
    return {
        "proposal": propose(assessment),
        "ratings": QuarterRating.objects.filter(assessment=assessment).select_related("decided_by"),
        "may_decide": bool(may),
    }
