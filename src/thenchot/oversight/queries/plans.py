"""Plans, their lines, and which units they reach."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from thenchot.organisation.enums import HOMES, UnitKind
from thenchot.organisation.models import Unit
from thenchot.oversight.access import SEE
from thenchot.oversight.enums import Level, PlanState, Stage
from thenchot.oversight.models import Inspection, Plan, PlanLine
from thenchot.platform.scope.actor import NotVisible


def list_plans(actor, permission=SEE):
    """The latest first, with how many lines."""
    kept = Count("lines", filter=Q(lines__is_dropped=False), distinct=True)
    rows = Plan.objects.visible_to(actor, permission).select_related("unit", "former")
    return rows.annotate(line_count=kept).order_by("-year_from", "level", "-version", "pk")


def get_plan(actor, pk: int) -> Plan:
    rows = Plan.objects.visible_to(actor, SEE).select_related("unit", "former")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def lines_of(plan: Plan):
    """Whether each was begun: by an inspection that was not stopped."""
    done = Inspection.objects.filter(line=OuterRef("pk")).exclude(stage=Stage.STOPPED)
    rows = PlanLine.objects.filter(plan=plan, is_dropped=False)
    rows = rows.select_related("plan__unit", "subject", "programme")
    return rows.annotate(is_begun=Exists(done)).order_by("number")


def get_line(actor, pk: int) -> PlanLine:
    plans = Plan.objects.visible_to(actor, SEE).values("pk")
    rows = PlanLine.objects.filter(plan__in=plans, is_dropped=False)
    found = rows.select_related("plan__unit", "subject", "programme").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


@dataclass
class Covered:
    """One unit below a place: planned and inspected how often in a year."""

    unit: Unit
    planned: int
    done: int
    last_on: date | None

    @property
    def pk(self) -> int:
        return self.unit.pk


INSPECTED = (UnitKind.AGENCY, UnitKind.DIVISION, UnitKind.MASS, UnitKind.SERVICE, UnitKind.CELL)


def coverage(actor, permission: str, year: int) -> list[Covered]:
    """Units that inspection can reach, with what the plans of the year and the inspections decided
    in it say (S4-069); a constant number of queries.
    """
    units = Unit.objects.visible_to(actor, permission).filter(
        kind__in=INSPECTED, valid_to__isnull=True
    )
    lines = PlanLine.objects.filter(
        is_dropped=False,
        plan__state=PlanState.APPROVED,
        plan__level=Level.YEAR,
        plan__year_from=year,
    )
    planned = dict(_by_unit(lines))
    held = Inspection.objects.filter(decided_on__year=year).exclude(stage=Stage.STOPPED)
    done = dict(_by_unit(held))
    last = dict(held.order_by("decided_on", "pk").values_list("subject", "decided_on"))
    return [
        Covered(unit, planned.get(unit.pk, 0), done.get(unit.pk, 0), last.get(unit.pk))
        for unit in units.order_by("path")
    ]


def _by_unit(rows):
    return rows.order_by().values_list("subject").annotate(count=Count("pk"))


def years_of(actor, permission: str) -> list[int]:
    rows = Plan.objects.visible_to(actor, permission).filter(level=Level.YEAR)
    return sorted({*rows.order_by().values_list("year_from", flat=True)}, reverse=True)


def places_without_plan(year: int):
    """Places whose plan of the year is not approved."""
    held = Plan.objects.filter(
        unit=OuterRef("pk"), level=Level.YEAR, year_from=year, state=PlanState.APPROVED
    )
    homes = Unit.objects.filter(kind__in=HOMES, valid_to__isnull=True)
    return homes.filter(~Exists(held)).order_by("path")
