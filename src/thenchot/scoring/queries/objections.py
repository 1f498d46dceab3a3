"""What was objected to a closed sheet and until when that is to be settled; its reopenings."""

from datetime import date

from django.db.models import QuerySet

from thenchot.kernel.calendar import add_working_days
from thenchot.platform import policies
from thenchot.policy.parameters import ScoringPolicy, WorkingCalendarPolicy
from thenchot.scoring.models import Objection, Reopening
from thenchot.worklog.models import Assessment


def due_on(path: str, received: date) -> date:
    days = policies.in_force(ScoringPolicy, path=path, on=received).complaint_working_days
    return add_working_days(
        received, days, policies.in_force(WorkingCalendarPolicy, path=path, on=received).calendar()
    )


def objections_of(assessment: Assessment) -> QuerySet[Objection]:
    return Objection.objects.filter(assessment=assessment)


def reopenings_of(assessment: Assessment) -> QuerySet[Reopening]:
    return Reopening.objects.filter(assessment=assessment).select_related("reopened_by")
