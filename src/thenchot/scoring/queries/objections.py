"""What was objected to a closed sheet and until when that is to be settled; its reopenings."""

from datetime import date

from django.db.models import QuerySet

from thenchot.kernel.calendar import add_working_days
from thenchot.platform import policies
from thenchot.policy.parameters import ScoringPolicy, WorkingCalendarPolicy
from thenchot.scoring.models import Objection, Reopening
from thenchot.worklog.models import Sheet


def due_on(path: str, received: date) -> date:
    days = policies.in_force(ScoringPolicy, path=path, on=received).complaint_working_days
    return add_working_days(
        received, days, policies.in_force(WorkingCalendarPolicy, path=path, on=received).calendar()
    )


def objections_of(sheet: Sheet) -> QuerySet[Objection]:
    return Objection.objects.filter(sheet=sheet)


def reopenings_of(sheet: Sheet) -> QuerySet[Reopening]:
    return Reopening.objects.filter(sheet=sheet).select_related("reopened_by")
