"""One's own period, and the sheet of one person: what stands, what the rules say of it, the outlook
while it runs.
"""

from dataclasses import dataclass
from datetime import date

from thenchot.platform.scope.actor import NotVisible
from thenchot.scoring import evaluation
from thenchot.worklog.enums import Capacity, SheetState
from thenchot.worklog.models import Sheet
from thenchot.worklog.queries.sheets import my_sheets, with_work


@dataclass(frozen=True)
class Own:
    """One's own period: the sheet with its work, what the rules say of it, the outlook while it
    runs.
    """

    sheet: Sheet
    evaluated: evaluation.Evaluated
    outlook: evaluation.Outlook | None
    before: Sheet | None
    days_left: int


def own_month(actor, sheet_id: int | None, on: date) -> Own | None:
    """The sheet asked for, else the latest that has begun; none while there is none."""
    found = (
        my_sheets(actor).filter(pk=sheet_id)
        if sheet_id
        else my_sheets(actor)
        .filter(starts_on__lte=on)
        .order_by("is_practice", "-starts_on", "rules")
    )
    sheet = with_work(found).first()
    if sheet is None:
        if sheet_id:
            raise NotVisible(f"sheet {sheet_id}")
        return None
    return read_sheet(sheet, on)


def read_sheet(sheet: Sheet, on: date) -> Own:
    policy = evaluation.policy_of(sheet)
    managed = [] if sheet.kind == Capacity.STAFF else evaluation.managed_by(sheet, others_of(sheet))
    before = (
        Sheet.objects.counting()
        .filter(
            person=sheet.person_id,
            rules=sheet.rules,
            period=sheet.period,
            ends_on__lt=sheet.starts_on,
            state=SheetState.CLOSED,
        )
        .order_by("-ends_on")
        .first()
    )
    runs = on <= sheet.ends_on and not sheet.is_closed
    outlook = None if sheet.is_closed else evaluation.outlook(sheet, policy, on, before)
    left = (sheet.ends_on - on).days if runs else 0
    return Own(sheet, evaluation.evaluate(sheet, policy, managed), outlook, before, left)


def others_of(sheet: Sheet) -> list[Sheet]:
    return list(
        Sheet.objects.filter(
            unit__path__startswith=sheet.unit.path,
            rules=sheet.rules,
            period=sheet.period,
            year=sheet.year,
            number=sheet.number,
            is_practice=sheet.is_practice,
            dropped_at__isnull=True,
        ).select_related("person", "unit")
    )
