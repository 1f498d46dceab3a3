"""What this room shows on pages of rooms below: the Party's quarter of a sheet."""

from django.db.models import OuterRef, Subquery

from thenchot.rating.access import DECIDE_QUARTER
from thenchot.rating.models import QuarterRating
from thenchot.rating.services.quarters import propose
from thenchot.worklog.access import is_own
from thenchot.worklog.enums import Regulation
from thenchot.worklog.models import Sheet


def decided_level() -> Subquery:
    """The level the competent one decided of a quarter of the Party."""
    return Subquery(
        QuarterRating.objects.standing().filter(sheet=OuterRef("pk")).values("level")[:1]
    )


def quarter_of(actor, sheet: Sheet) -> dict | None:
    """The Party's part of a sheet: nothing for one of the decree."""
    if sheet.rules != Regulation.QD366:
        return None
    may = (
        sheet.is_closed and not is_own(actor, sheet) and actor.may(DECIDE_QUARTER, sheet.unit.path)
    )
    return {
        "proposal": propose(sheet),
        "ratings": QuarterRating.objects.filter(sheet=sheet).select_related("decided_by"),
        "may_decide": bool(may),
    }
