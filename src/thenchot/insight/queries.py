"""Reads: the board of a place, the trend of a figure, names behind it, ages, who retires, targets
of programmes.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Sum
from django.utils.translation import gettext

from thenchot.insight import registry
from thenchot.insight.access import SEE
from thenchot.insight.counting import Count, count_place, named
from thenchot.insight.measures import figures_of, places_of, series_of
from thenchot.insight.models import Figure
from thenchot.insight.registry import Indicator
from thenchot.insight.rules import Conflict, conflict_with_cap, spoken_of
from thenchot.organisation.models import Unit, UnitKind
from thenchot.organisation.queries import homes_of
from thenchot.people.completeness import serving
from thenchot.people.models import Person, Qualification
from thenchot.people.retirement import full_years, retirement_day
from thenchot.platform import policies
from thenchot.platform.scope.actor import NotVisible, require_somewhere
from thenchot.policy.codelists import code_list
from thenchot.policy.parameters import CompositionPolicy, PeoplePolicy, RatingCapPolicy
from thenchot.programmes.enums import Reach
from thenchot.programmes.models import Target
from thenchot.programmes.queries import board
from thenchot.programmes.rules.reaching import reach

POINTS = 24  # of a trend as drawn


@dataclass
class IndicatorLine:
    """An indicator of a place: the figure now, the target, how it stands, the way here."""

    count: Count
    goal: float | None = None
    reach: str = Reach.OPEN
    trend: list[tuple[date, float]] = field(default_factory=list)

    @property
    def indicator(self) -> Indicator:
        return self.count.indicator


def get_home(actor, pk: int | None) -> Unit:
    """The place asked for, or the first whose figures the actor sees: 404 when there is none."""
    require_somewhere(actor, SEE)
    homes = list_homes(actor)
    home = (homes.filter(pk=pk) if pk else homes).first()
    if home is None:
        raise NotVisible
    return home


def list_homes(actor):
    """Communes and provinces inside a branch in which the actor sees figures, and the commune of a
    branch below one: figures of a commune name nobody, and whoever leads a side of it reads them.
    """
    return homes_of(actor, SEE)


def board_of(home: Unit, on: date) -> list[IndicatorLine]:
    """Every indicator: of a commune as its files are now, of a province the sum of the last counts
    of its communes.
    """
    wanted = list(registry.indicators().values())
    counts = (
        count_place(home, wanted, on) if home.kind == UnitKind.COMMUNE else summed(home, wanted)
    )
    goals, trends = goals_of(home, on), trends_of(home)
    return [_line(count, goals, trends) for count in counts]


def _line(count: Count, goals, trends) -> IndicatorLine:
    goal = goals.get(count.indicator.code)
    stands = reach(count.value, ">=", goal) if goal is not None else Reach.OPEN
    return IndicatorLine(count, goal, stands, trends.get(count.indicator.code, []))


def goals_of(home: Unit, on: date) -> dict[str, float]:
    """Code -> the usual target of the place, by its policy."""
    policy = policies.in_force(CompositionPolicy, path=home.path, on=on)
    return {
        one.code: float(getattr(policy, one.goal))
        for one in registry.indicators().values()
        if one.goal
    }


def trends_of(home: Unit) -> dict[str, list[tuple[date, float]]]:
    """Code -> the last stored values, oldest first: one query."""
    found = {
        code: [(on, count.value) for on, count in series if count.value is not None]
        for code, series in series_of(home).items()
    }
    return {code: points[-POINTS:] for code, points in found.items()}


def summed(home: Unit, wanted: list[Indicator]) -> list[Count]:
    """The last stored figures of the communes inside, summed: two queries."""
    last = last_counted(home)
    rows = (
        figures_of([home])
        .filter(on=last)
        .order_by()
        .values("indicator")
        .annotate(p=Sum("part"), w=Sum("whole"), u=Sum("unknown"))
    )
    sums = {row["indicator"]: (row["p"], row["w"], row["u"]) for row in rows}
    return [Count(one, *sums.get(one.code, (0, 0, 0))) for one in wanted]


def last_counted(home: Unit) -> date | None:
    return figures_of([home]).aggregate(last=Max("on"))["last"]


def compared(home: Unit) -> list[tuple[Unit, dict[str, Count]]]:
    """The communes of a province side by side, with their last figures: two queries. Not ranked."""
    communes = list(places_of(home))
    last = last_counted(home)
    cells: dict[int, dict[str, Count]] = defaultdict(dict)
    for figure in Figure.objects.filter(home__in=communes, on=last):
        indicator = registry.get(figure.indicator)
        if indicator:
            cells[figure.home_id][figure.indicator] = Count(
                indicator, figure.part, figure.whole, figure.unknown
            )
    return [(unit, cells[unit.pk]) for unit in communes]


@dataclass(frozen=True)
class Named:
    person: Person
    fulfils: bool
    unknown: bool


def names_behind(actor, home: Unit, indicator: Indicator, on: date) -> list[Named]:
    """Who counts in the figure and who fulfils it, by given name."""
    found = {pk: (fulfils, unknown) for pk, fulfils, unknown in named(actor, home, indicator, on)}
    people = Person.objects.visible_to(actor).filter(pk__in=found).order_by("sort_key", "pk")
    return [Named(person, *found[person.pk]) for person in people]


BANDS = ((0, 29), (30, 34), (35, 39), (40, 44), (45, 49), (50, 54), (55, 59), (60, 99))


@dataclass(frozen=True)
class Band:
    label: str
    women: int
    men: int


def pyramid_of(home: Unit, on: date) -> tuple[list[Band], int]:
    """Bands of age of a commune by sex, oldest first, and how many have no birth or sex on file."""
    rows = serving(home, on).values_list("person__born_on", "person__sex")
    ages = [(full_years(born, on), sex) for born, sex in rows if born and sex]
    bands = [
        Band(
            f"{low}–{high}"
            if low > 0 and high < 99
            else f"dưới {high + 1}"
            if low == 0
            else f"từ {low}",
            *(sum(low <= age <= high and sex == of for age, sex in ages) for of in "fm"),
        )
        for low, high in reversed(BANDS)
    ]
    return bands, rows.count() - len(ages)


@dataclass(frozen=True)
class Level:
    """People whose highest degree this is, by sex."""

    label: str
    women: int
    men: int


def levels_of(home: Unit, on: date) -> list[Level]:
    """The highest finished degree of everybody in office, the highest first, last those without one
    on file.
    """
    degrees = code_list("degree")
    people = dict(serving(home, on).values_list("person_id", "person__sex"))
    best: dict[int, int] = {}
    papers = Qualification.objects.filter(person__in=people, kind="degree", is_studying=False)
    for person, level in papers.values_list("person_id", "level"):
        if level in degrees:
            best[person] = max(best.get(person, 0), degrees.rank(level))
    rows = [(one.rank, one.name) for one in sorted(degrees, key=lambda one: -one.rank) if one.rank]
    rows.append((0, gettext("hồ sơ chưa ghi bằng cấp")))
    counted = [
        Level(label, *(_of_sex(people, best, rank, sex) for sex in "fm")) for rank, label in rows
    ]
    return [one for one in counted if one.women or one.men]


def _of_sex(people: dict[int, str], best: dict[int, int], rank: int, sex: str) -> int:
    return sum(best.get(pk, 0) == rank and has == sex for pk, has in people.items())


def retiring_of(home: Unit, on: date, years: int = 5) -> list[tuple[date, object]]:
    """(last day at work, seat) of everybody who reaches the age within the years, the nearest
    first.
    """
    table = policies.in_force(PeoplePolicy, path=home.path, on=on).retirement_age
    seats = serving(home, on).filter(person__born_on__isnull=False).select_related("person", "unit")
    days = ((retirement_day(seat.person.born_on, seat.person.sex, table), seat) for seat in seats)
    last = on.replace(year=on.year + years, day=1)
    return sorted(
        ((day, seat) for day, seat in days if day and day <= last),
        key=lambda pair: (pair[0], pair[1].pk),
    )


@dataclass
class TargetLine:
    """A target of a programme with its figure. `proposed`: the indicator its words point to."""

    target: Target
    indicator: Indicator | None
    trend: list[tuple[date, float]]
    conflict: Conflict | None
    proposed: str


def targets_of(actor, home: Unit, on: date) -> list[TargetLine]:
    """Targets of the programmes of a place, with figure, trend, baseline and the cap they may run
    into.
    """
    trends = trends_of(home)
    caps = policies.in_force(RatingCapPolicy, path=home.path, on=on)
    return [
        _target_line(target, trends.get(target.indicator, []), caps)
        for target in board.list_targets(actor, home=home)
    ]


def _target_line(target, trend, caps: RatingCapPolicy) -> TargetLine:
    return TargetLine(
        target,
        registry.get(target.indicator),
        trend,
        conflict_with_cap(
            target.text,
            target.comparator,
            float(target.value) if target.value is not None else None,
            caps.excellent_percent,
            caps.excellent_percent_outstanding,
        ),
        proposed_for(target),
    )


def proposed_for(target) -> str:
    """The indicator the words of a target point to, while nothing measures it."""
    if target.indicator or target.comparator == "qualitative":
        return ""
    return spoken_of(target.text, target.condition)
