"""Figures of places: the conditions of the indicators over one ward as it is now, or over everybody
in snapshots.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from thenchot.insight.enums import Measure
from thenchot.insight.registry import Indicator
from thenchot.organisation.models import HOMES, Title, Unit
from thenchot.platform import policies
from thenchot.platform.datasets import FLAG, INT, TEXT, engine, engine_over, hand_over
from thenchot.platform.scope.actor import Actor, Held
from thenchot.platform.scope.roles import Role
from thenchot.platform.ui.templatetags.ui import comma
from thenchot.policy.codelists import code_list
from thenchot.policy.parameters import CompositionPolicy, ProgrammePolicy
from thenchot.training.queries.coverage import group_learners

DATASETS = (
    "people_persons",
    "people_posts",
    "people_papers",
    "people_seatings",
    "people_pledges",
    "people_confirmations",
    "standards_verdicts",
    "rating_year_levels",
)


LEARNERS = "trained"  # the view of who has learnt what


@dataclass(frozen=True)
class Count:
    """`part` of `whole`; of `unknown` people the file does not tell. The value of a share is per
    cent, exact.
    """

    indicator: Indicator
    part: int
    whole: int
    unknown: int = 0

    @property
    def value(self) -> float | None:
        """None where nobody counts, or the file tells of none who do."""
        if self.whole == self.unknown:
            return None
        return (
            float(self.part)
            if self.indicator.measure == Measure.NUMBER
            else 100 * self.part / self.whole
        )

    @property
    def in_words(self) -> str:
        """The value as pages write it, without its unit."""
        return comma(self.value, 1 if self.indicator.measure == Measure.SHARE else 0)


def count_place(home: Unit, indicators: Sequence[Indicator], on: date) -> list[Count]:
    """The figures of one commune as the files are now: the same for whoever may see them, which the
    caller has asked.
    """
    with engine_over(counting(home), *DATASETS) as db:
        prepare(db, Unit.objects.under([home.path]), on, indicators)
        return [_of_home(counted(db, one), one, home) for one in indicators]


def counting(home: Unit) -> Actor:
    """Who counts a commune: sees its files and nothing else; only figures come out."""
    return Actor(None, grants=(Held(Role.OFFICER, home.path),))


def count_everybody(indicators: Iterable[Indicator], on: date) -> dict[str, dict[int, Count]]:
    """Code -> home id -> figure, over the snapshots of the datasets."""
    wanted = list(indicators)
    with engine(*DATASETS) as db:
        prepare(db, Unit.objects.all(), on, wanted)
        return {one.code: counted(db, one) for one in wanted}


def named(actor, home: Unit, indicator: Indicator, on: date) -> list[tuple[int, bool, bool]]:
    """(person id, fulfils, unknown) of everybody who counts in the figure of a commune."""
    with engine_over(actor.within(home.path), *DATASETS) as db:
        prepare(db, Unit.objects.under([home.path]), on, [indicator])
        text = f"""
            SELECT person_id,
                   coalesce(bool_or({indicator.fulfils}), false),
                   bool_and({indicator.unknown})
            FROM {indicator.view}
            WHERE home_id = ? AND {indicator.base}
            GROUP BY person_id
        """
        return db.execute(text, [home.pk]).fetchall()


def count_units(
    home: Unit, indicators: Sequence[Indicator], on: date
) -> dict[str, dict[int, Count]]:
    """Code -> unit id -> figure of one commune as the files are now, where the primary post is."""
    with engine_over(counting(home), *DATASETS) as db:
        prepare(db, Unit.objects.under([home.path]), on, indicators)
        return {one.code: counted(db, one, by="unit_id") for one in indicators}


def counted(db, indicator: Indicator, by: str = "home_id") -> dict[int, Count]:
    """Home id (or `by` unit id) -> figure; a person counts once in a home."""
    counts, fulfils, unknown = indicator.base, indicator.fulfils, indicator.unknown
    text = f"""
        SELECT {by},
               count(DISTINCT person_id) FILTER (WHERE {counts} AND {fulfils}),
               count(DISTINCT person_id) FILTER (WHERE {counts}),
               count(DISTINCT person_id) FILTER (WHERE {counts} AND {unknown})
        FROM {indicator.view}
        GROUP BY {by}
    """
    return {
        home: Count(indicator, part, whole, unknown)
        for home, part, whole, unknown in db.execute(text).fetchall()
    }


def _of_home(found: dict[int, Count], indicator: Indicator, home: Unit) -> Count:
    return found.get(home.pk, Count(indicator, 0, 0))


def prepare(db, units, on: date, wanted: Sequence[Indicator] = ()) -> None:
    """The views of `views.sql` over the datasets, with units, policies and code lists beside
    them; who has learnt what only where an indicator of `wanted` asks for it.
    """
    db.execute("SET VARIABLE day = $day", {"day": on})
    rows = list(units.order_by("path").values_list("pk", "path", "kind"))
    homes = {pk: path for pk, path, kind in rows if kind in HOMES}
    hand_over(
        db,
        "unit_homes",
        (("unit_id", INT), ("home_id", INT)),
        [(pk, home) for pk, path, _ in rows if (home := home_of(path, homes))],
    )
    hand_over(
        db,
        "places",
        (("home_id", INT), ("young_age", INT), ("young_on", TEXT)),
        [(pk, *_young(path, on)) for pk, path in homes.items()],
    )
    titles = Title.objects.order_by().values_list("pk", "is_manager", "is_key")
    hand_over(
        db, "titles", (("title_id", INT), ("is_manager", FLAG), ("is_key", FLAG)), list(titles)
    )
    degrees = code_list("degree")
    bachelor = degrees.rank("bachelor")
    higher = [(one.code,) for one in degrees if one.rank > bachelor]
    hand_over(db, "degrees", (("level", TEXT),), higher)
    graduates = [(one.code,) for one in degrees if one.rank >= bachelor]
    hand_over(db, "graduate_degrees", (("level", TEXT),), graduates)
    asked = any(one.view == LEARNERS for one in wanted)
    learners = list(_learners(rows, homes, on)) if asked else []
    hand_over(
        db,
        "learners",
        (("unit_id", INT), ("person_id", INT), ("topic_group", TEXT), ("has_learnt", FLAG)),
        learners,
    )
    db.execute(_views())


def _learners(rows: list[tuple], homes: dict[int, str], on: date) -> Iterator[tuple]:
    """By the rule of training, home by home; a province tells of its own bodies."""
    nearest = {pk: home_of(path, homes) for pk, path, _ in rows}
    for home in Unit.objects.filter(pk__in=homes).order_by("path"):
        for one in group_learners(home, on):
            if nearest.get(one.unit) == home.pk:
                yield one.unit, one.person, one.group, one.has_learnt


def home_of(path: str, homes: dict[int, str]) -> int | None:
    """The nearest commune or province in which a unit lies, by the ids of its path."""
    return next((pk for pk in map(int, reversed(path.strip("/").split("/"))) if pk in homes), None)


def _young(path: str, on: date) -> tuple[int, str]:
    age = policies.in_force(ProgrammePolicy, path=path, on=on).young_age
    return age, policies.in_force(CompositionPolicy, path=path, on=on).young_on


@cache
def _views() -> str:
    return files("thenchot.insight").joinpath("views.sql").read_text(encoding="utf8")
