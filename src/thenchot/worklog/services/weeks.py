"""The head looks through the unit's week."""

from datetime import timedelta

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import require
from thenchot.worklog.access import SCORE
from thenchot.worklog.models import WeekCount, Work

WEEK = timedelta(days=7)


@transaction.atomic
def confirm_week(actor, *, unit_id: int, starts_on, note: str = "") -> WeekCount:
    """The head looked through what the unit finished in a week. Twice is once."""
    unit = get_unit(actor, unit_id)
    require(actor, SCORE, unit.path)
    if starts_on.isoweekday() != 1:
        refuse("week.monday", "Tuần bắt đầu từ thứ Hai.")
    finished = Work.objects.filter(
        assessment__unit=unit,
        dropped_at__isnull=True,
        assessment__is_practice=False,
        done_on__gte=starts_on,
        done_on__lt=starts_on + WEEK,
    ).count()
    week, is_new = WeekCount.objects.get_or_create(
        unit=unit,
        starts_on=starts_on,
        defaults={
            "finished": finished,
            "note": tidy(nfc(note)),
            "confirmed_by_id": actor.account_id,
        },
    )
    if is_new:
        record(
            actor,
            "week_confirmed",
            subject=week,
            unit_path=unit.path,
            starts_on=starts_on,
            finished=finished,
        )
    return week
