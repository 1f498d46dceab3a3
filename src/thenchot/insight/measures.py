"""Stored figures read back: of a commune its own, of a province the sum of its communes; and as
what measures the targets of programmes.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Max, Min, Sum

from thenchot.insight import registry
from thenchot.insight.counting import Count
from thenchot.insight.models import Figure
from thenchot.organisation.models import Unit, UnitKind
from thenchot.programmes.measures import Measured

Series = list[tuple[date, Count]]  # oldest first


def places_of(home: Unit):
    """The communes whose figures make those of the place."""
    communes = Unit.objects.under([home.path]).filter(kind=UnitKind.COMMUNE)
    return communes.order_by("path")


def figures_of(homes: Iterable[Unit]):
    communes = Unit.objects.under([home.path for home in homes]).filter(kind=UnitKind.COMMUNE)
    return Figure.objects.filter(home__in=communes.values("pk"))


def series_of(home: Unit) -> dict[str, Series]:
    """Code -> every stored figure: one query."""
    rows = (
        figures_of([home])
        .order_by("indicator", "on")
        .values_list("indicator", "on")
        .annotate(Sum("part"), Sum("whole"), Sum("unknown"))
    )
    found: dict[str, Series] = {}
    for code, on, *sums in rows:
        if indicator := registry.get(code):
            found.setdefault(code, []).append((on, Count(indicator, *sums)))
    return found


def figures_of_targets(targets: Sequence) -> dict[int, Measured]:
    """By the id of the target: the last figure, and the first one. Two queries."""
    homes = {target.programme.home for target in targets}
    figures = figures_of(homes).filter(indicator__in={target.indicator for target in targets})
    days = figures.aggregate(first=Min("on"), last=Max("on"))
    rows = list(
        figures.filter(on__in=set(days.values()) - {None})
        .order_by()
        .values_list("home__path", "indicator", "on", "part", "whole", "unknown")
    )
    found = {}
    for target in targets:
        first, last = (_sum(rows, target, day) for day in (days["first"], days["last"]))
        if last:
            found[target.pk] = Measured(
                days["last"], last.value, last.part, last.whole, first.value if first else None
            )
    return found


def _sum(rows: list[tuple], target, day: date | None) -> Count | None:
    indicator, path = registry.get(target.indicator), target.programme.home.path
    counted = [
        sums
        for place, code, on, *sums in rows
        if code == target.indicator and on == day and place.startswith(path)
    ]
    if not counted or indicator is None:
        return None
    return Count(indicator, *map(sum, zip(*counted, strict=True)))
