"""What this room shows on pages of rooms below: periods of a person, the Party's quarter of a
sheet.
"""

from thenchot.rating.models import QuarterRating
from thenchot.rating.quarters.actions import QUARTER
from thenchot.rating.quarters.listings import PeriodListing
from thenchot.rating.quarters.queries import closed_periods
from thenchot.rating.quarters.services import propose
from thenchot.worklog.enums import Regulation
from thenchot.worklog.models import Assessment


def quarter_of(actor, assessment: Assessment) -> dict | None:
    """The Party's part of a sheet: nothing for one of the decree."""
    if assessment.rules != Regulation.QD366:
        return None
    ratings = QuarterRating.objects.filter(assessment=assessment).select_related("decided_by")
    return {
        "proposal": propose(assessment),
        "ratings": ratings,
        "offers": QUARTER.offers(actor, assessment),
    }


def periods_of(actor, person) -> PeriodListing | None:
    """For the page of a person: its closed periods."""
    rows = closed_periods(person)
    return PeriodListing(rows) if rows else None
