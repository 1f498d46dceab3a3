"""Blocs and units of a commune, communes of a province side by side: shortage of people against the
approved number, quality by the one definition of each indicator, and what standards lack.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count as Counted
from django.db.models import Sum

from thenchot.insight import registry
from thenchot.insight.counting import Count, count_units
from thenchot.insight.queries import compared
from thenchot.organisation.enums import SchemeState
from thenchot.organisation.models import Bloc, JobPosition, Quota, Unit, UnitKind
from thenchot.standards.models import Shortfall

CODES = (
    "staff_total",
    "managers_total",
    "staff_women",
    "staff_young",
    "staff_science",
    "staff_graduates",
    "standards_everybody",
    "rated_good",
    "trained",
)
DEGREE = "degree"


@dataclass
class Compared:
    """One bloc, unit or commune. `approved`: of the quota, of a unit its approved positions;
    `degree`, `other`: people who lack a degree or the field of it, another standard.
    """

    name: str
    unit: int | None = None
    counts: dict[str, Count] = field(default_factory=dict)
    approved: int | None = None
    degree: int = 0
    other: int = 0

    @property
    def people(self) -> int:
        return self.counts["staff_total"].part if "staff_total" in self.counts else 0

    @property
    def short(self) -> int | None:
        return None if self.approved is None else self.approved - self.people

    def share(self, code: str) -> float | None:
        """Per cent, one digit; of managers among all."""
        count = self.counts.get(code)
        if count is None or not count.whole:
            return None
        return round(100 * count.part / count.whole, 1)


def compare(home: Unit, on: date, *, by_unit: bool) -> list[Compared]:
    """Of a commune its blocs, or its units; of a province its communes by the last count. Not
    ranked. A constant number of queries.
    """
    if home.kind != UnitKind.COMMUNE:
        return _communes(home, on)
    return _units(home, on) if by_unit else _blocs(home, on)


def _indicators():
    return [one for code in CODES if (one := registry.get(code))]


def _units(home: Unit, on: date) -> list[Compared]:
    figures = count_units(home, _indicators(), on)
    units = Unit.objects.under([home.path]).order_by("path")
    approved = dict(
        JobPosition.objects.kept()
        .filter(scheme__state=SchemeState.APPROVED, unit__path__startswith=home.path)
        .order_by()
        .values_list("unit")
        .annotate(Sum("approved_number"))
    )
    lacks = _lacks(home, lambda unit, _bloc, _path: unit)
    rows = [
        Compared(
            unit.name,
            unit.pk,
            {code: found[unit.pk] for code, found in figures.items() if unit.pk in found},
            approved.get(unit.pk),
            *lacks[unit.pk],
        )
        for unit in units
    ]
    return [row for row in rows if row.people or row.approved]


def _blocs(home: Unit, on: date) -> list[Compared]:
    figures = count_units(home, _indicators(), on)
    of_unit = dict(Unit.objects.under([home.path]).values_list("pk", "bloc"))
    quotas = Quota.objects.filter(unit=home, year=on.year).order_by()
    approved = dict(quotas.values_list("bloc").annotate(Sum("number")))
    lacks = _lacks(home, lambda _unit, bloc, _path: bloc)
    rows = []
    for bloc, label in Bloc.choices:
        counts = {
            code: summed(one for unit, one in found.items() if of_unit.get(unit) == bloc)
            for code, found in figures.items()
        }
        told = {code: one for code, one in counts.items() if one}
        rows.append(Compared(str(label), None, told, approved.get(bloc), *lacks[bloc]))
    return [row for row in rows if row.people or row.approved]


def _communes(home: Unit, on: date) -> list[Compared]:
    quotas = Quota.objects.filter(unit__path__startswith=home.path, year=on.year).order_by()
    approved = dict(quotas.values_list("unit").annotate(Sum("number")))
    found = compared(home)
    communes = {unit.path: unit.pk for unit, _cells in found}
    lacks = _lacks(home, lambda _unit, _bloc, path: _inside(communes, path))
    return [
        Compared(unit.name, unit.pk, cells, approved.get(unit.pk), *lacks[unit.pk])
        for unit, cells in found
    ]


def _inside(communes: dict[str, int], path: str) -> int | None:
    parts = path.strip("/").split("/")
    starts = ("/" + "/".join(parts[:size]) + "/" for size in range(len(parts), 0, -1))
    return next((communes[start] for start in starts if start in communes), None)


def _lacks(home: Unit, key: Callable) -> dict:
    """Key -> (people who lack a degree, who lack another standard); each once in a unit."""
    rows = Shortfall.objects.standing().filter(unit__path__startswith=home.path).order_by()
    facts = ("unit", "unit__bloc", "unit__path")
    degree = _counted(rows.filter(requirement__paper=DEGREE), facts)
    other = _counted(rows.exclude(requirement__paper=DEGREE), facts)
    found: dict = defaultdict(lambda: (0, 0))
    for row, number in degree.items():
        before = found[key(*row)]
        found[key(*row)] = before[0] + number, before[1]
    for row, number in other.items():
        before = found[key(*row)]
        found[key(*row)] = before[0], before[1] + number
    return found


def _counted(rows, facts) -> dict[tuple, int]:
    counted = rows.values_list(*facts).annotate(n=Counted("person", distinct=True))
    return {tuple(row): number for *row, number in counted}


def summed(counts: Iterable[Count]) -> Count | None:
    found = list(counts)
    if not found:
        return None
    return Count(
        found[0].indicator,
        sum(one.part for one in found),
        sum(one.whole for one in found),
        sum(one.unknown for one in found),
    )
