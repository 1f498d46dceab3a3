"""Meetings, sheets, the year of a cell."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from thenchot.cells.access import SEE
from thenchot.cells.models import AgendaItem, Meeting, MeetingScore, Sheet, SheetItem
from thenchot.cells.queries.members import only_cells, own_charges, visible_cells
from thenchot.cells.queries.reviewing import policy_of
from thenchot.cells.rules.meetings import YearOfCell, mean_of
from thenchot.kernel.periods import last_day_of_month
from thenchot.organisation.models import Unit
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import get_visible

MONTHS = range(1, 13)


def list_meetings(actor, permission: str = SEE):
    """Of cells of the branch, and of those the actor is in charge of."""
    seen = Unit.objects.visible_to(actor, permission).values("pk")
    own = own_charges(actor, today()).values("unit")
    carries = AgendaItem.objects.filter(meeting=OuterRef("pk"), programme__isnull=False)
    return (
        Meeting.objects.filter(Q(unit__in=seen) | Q(unit__in=own))
        .select_related("unit", "sheet")
        .annotate(carries_programme=Exists(carries))
        .order_by("-held_on", "-pk")
    )


def get_meeting(actor, pk: int) -> Meeting:
    return get_visible(list_meetings(actor), pk)


def agenda_of(meeting: Meeting):
    return AgendaItem.objects.filter(meeting=meeting).select_related("programme")


def scores_of(meeting: Meeting):
    return (
        MeetingScore.objects.filter(meeting=meeting).select_related("item").order_by("item__number")
    )


def list_sheets(actor, permission: str = SEE):
    rows = Sheet.objects.visible_to(actor, permission).select_related("unit")
    return rows.annotate(criteria=Count("items")).order_by("-valid_from", "-pk")


def get_sheet(actor, pk: int) -> Sheet:
    return get_visible(list_sheets(actor), pk)


def items_of(sheet: Sheet):
    return SheetItem.objects.filter(sheet=sheet).order_by("number")


def sheet_for(cell: Unit, on: date) -> Sheet | None:
    """The one in force: of the nearest place above, the latest."""
    rows = Sheet.objects.serving(cell).filter(state="issued", valid_from__lte=on)
    found = list(rows.select_related("unit"))
    return max(found, key=lambda one: (len(one.unit.path), one.valid_from), default=None)


def months_due(cell: Unit, year: int, on: date) -> list[int]:
    """Months of a year that are over by a day, in which the cell stood."""
    over = [month for month in MONTHS if _last_day(year, month) < on]
    return [month for month in over if _last_day(year, month) >= cell.valid_from]


def _last_day(year: int, month: int) -> date:
    return date(year, month, last_day_of_month(year, month))


def years_of(cells: Collection[Unit], year: int, on: date) -> dict[int, YearOfCell]:
    """Cell id -> its confirmed months and their mean. One query besides the policy."""
    rows = Meeting.objects.filter(unit__in=cells, year=year, kind="regular", state="confirmed")
    points: dict[int, dict[int, int]] = {}
    for unit, month, given in rows.values_list("unit_id", "month", "points"):
        points.setdefault(unit, {})[month] = given or 0
    return {
        cell.pk: mean_of(
            points.get(cell.pk, {}),
            sorted({*months_due(cell, year, on), *points.get(cell.pk, {})}),
            policy_of(cell.path, on).missing_is_zero,
        )
        for cell in cells
    }


def list_years(actor, permission: str = SEE):
    return visible_cells(actor, permission).order_by("path")


def without_score(year: int, month: int):
    """Cells whose regular meeting of a month has no points yet (S1-029)."""
    scored = Meeting.objects.filter(
        unit=OuterRef("pk"), year=year, month=month, kind="regular", own_points__isnull=False
    )
    rows = only_cells(Unit.objects.in_force(_last_day(year, month)))
    return rows.filter(~Exists(scored)).order_by("path")
