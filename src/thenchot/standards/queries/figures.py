"""The leader's figures, from stored sums alone: a constant number of queries whatever the number of
people.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Sum

from thenchot.organisation.enums import Bloc
from thenchot.organisation.models import HOMES, Unit
from thenchot.platform import policies
from thenchot.policy.parameters import StandardsPolicy
from thenchot.standards.access import SEE_BOARD
from thenchot.standards.enums import GapState
from thenchot.standards.law import law_of
from thenchot.standards.models import StandardSet, Sweep, Tally
from thenchot.standards.rules import share

STATES = (GapState.MET, GapState.MISSING, GapState.IN_TRAINING, GapState.EXEMPT)
SUMS = {str(state): Sum(str(state)) for state in STATES}
SHADES = ((0, 0), (10, 1), (25, 2), (50, 3))  # up to so many per cent that do not meet; above: 4


@dataclass
class FigureLine:
    """People of a unit, bloc or title: how many meet the set. `query`: what opens their names."""

    name: str
    query: str = ""
    counts: Counter = field(default_factory=Counter)
    is_small: bool = False

    @property
    def met(self) -> int:
        return self.counts[GapState.MET]

    @property
    def counted(self) -> int:
        return share(*(self.counts[state] for state in STATES[:3]))[1]

    @property
    def percent(self) -> float | None:
        return 100 * self.met / self.counted if self.counted else None


@dataclass
class Cell:
    """A unit and a requirement: `short` of `counted` people do not meet it; none when it is asked
    of nobody there.
    """

    short: int = 0
    counted: int = 0

    @property
    def shade(self) -> int:
        percent = 100 * self.short / self.counted if self.counted else 0
        return next((shade for limit, shade in SHADES if percent <= limit), 4)


@dataclass
class Row:
    name: str
    query: str
    cells: list[tuple[object, Cell]]


@dataclass
class Board:
    sweep: Sweep | None
    whole: FigureLine
    units: list[FigureLine]
    blocs: list[FigureLine]
    titles: list[FigureLine]
    requirements: list
    heat: list[Row]


def last_sweep() -> Sweep | None:
    return Sweep.objects.first()


def board(actor, chosen: StandardSet, on: date, unit: Unit | None = None) -> Board:
    """Of one set, over the actor's branches, or the part of them under a unit. Where several
    communes are seen, rows are communes; a click leads into one.
    """
    rows = Tally.objects.visible_to(actor, SEE_BOARD).filter(set=chosen)
    rows = rows.filter(unit__path__startswith=unit.path) if unit else rows
    whole = list(
        rows.filter(requirement=None)
        .order_by()
        .values("unit_id", "title__name", "title_id", "asked")
        .annotate(**SUMS)
    )
    single = list(
        rows.exclude(requirement=None)
        .order_by()
        .values("unit_id", "requirement_id")
        .annotate(**SUMS)
    )
    units = {u.pk: u for u in Unit.objects.filter(pk__in={row["unit_id"] for row in whole})}
    place = _places(units, unit)
    least = policies.in_force(
        StandardsPolicy, path=unit.path if unit else chosen.place, on=on
    ).small_group
    requirements = _asked(chosen, whole)
    return Board(
        last_sweep(),
        next(iter(_lines(whole, lambda row: ("", ""), 0)), FigureLine("")),
        _lines(whole, lambda row: place(row["unit_id"]), least),
        _lines(whole, lambda row: _bloc(units[row["unit_id"]]), least),
        _lines(whole, _title, least),
        requirements,
        _heat(chosen, requirements, whole, single, place),
    )


def _places(units: dict[int, Unit], unit: Unit | None) -> Callable[[int], tuple[str, str]]:
    """Unit id -> name and query of the row it is shown in: itself, or its commune when several are
    seen.
    """
    paths = {part for u in units.values() for part in u.ancestor_ids}
    homes = {home.pk: home for home in Unit.objects.filter(pk__in=paths, kind__in=HOMES)}
    nearest = {
        pk: next((homes[i] for i in reversed(u.ancestor_ids) if i in homes), u)
        for pk, u in units.items()
    }
    by_home = len({home.pk for home in nearest.values()}) > 1
    shown = nearest if by_home else units
    return lambda pk: (shown[pk].name, f"unit={shown[pk].pk}")


def _bloc(unit: Unit) -> tuple[str, str]:
    return str(Bloc(unit.bloc).label), f"bloc={unit.bloc}"


def _title(row: dict) -> tuple[str, str]:
    return (row["title__name"], f"title={row['title_id']}") if row["title_id"] else ("", "title=0")


def _lines(
    rows: list[dict], key: Callable[[dict], tuple[str, str]], least: int
) -> list[FigureLine]:
    """Lowest share first; groups too small to be compared stand last, by name."""
    lines: dict[tuple[str, str], FigureLine] = {}
    for row in rows:
        line = lines.setdefault(key(row), FigureLine(*key(row)))
        line.counts.update({state: row[state] or 0 for state in STATES})
    for line in lines.values():
        line.is_small = line.counted < least
    found = [line for line in lines.values() if any(line.counts.values())]
    return sorted(
        found,
        key=lambda line: (
            line.is_small,
            0 if line.is_small or line.percent is None else line.percent,
            line.name,
        ),
    )


def _asked(chosen: StandardSet, whole: list[dict]) -> list:
    """Requirements that meet somebody here."""
    bits = law_of([chosen]).bits
    asked = {
        bit
        for row in whole
        for bit in bits.values()
        if row["asked"] & bit and any(row[state] for state in STATES)
    }
    return [one for one in chosen.requirements.standing() if bits[one.pk] in asked]


def _heat(chosen, requirements, whole, single, place) -> list[Row]:
    bits = law_of([chosen]).bits
    cells: dict[tuple[str, str], dict[int, Cell]] = {}
    for row in whole:
        people = sum(row[state] or 0 for state in STATES)
        cell_of = cells.setdefault(place(row["unit_id"]), {})
        for one in requirements:
            if people and row["asked"] & bits[one.pk]:
                cell_of.setdefault(one.pk, Cell()).counted += people
    for row in single:
        cell = cells.get(place(row["unit_id"]), {}).get(row["requirement_id"])
        if cell:
            cell.short += (row[GapState.MISSING] or 0) + (row[GapState.IN_TRAINING] or 0)
            cell.counted -= row[GapState.EXEMPT] or 0
    found = sorted((item for item in cells.items() if item[1]), key=lambda item: item[0])
    return [
        Row(name, query, [(one, cell_of.get(one.pk)) for one in requirements])
        for (name, query), cell_of in found
    ]
