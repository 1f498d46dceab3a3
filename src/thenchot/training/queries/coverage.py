"""How many of those a subject is for have learnt it, and who has not."""

from dataclasses import dataclass
from datetime import date

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.people.retirement import full_years
from thenchot.platform.clock import today
from thenchot.training.enums import EnrolmentState
from thenchot.training.models import Enrolment, Topic
from thenchot.training.queries.members import learnt, members_of
from thenchot.training.queries.topics import topics_for
from thenchot.training.rules.covering import Coverage, Member, coverage, population

UNDER_WAY = (EnrolmentState.PROPOSED, EnrolmentState.NOMINATED, EnrolmentState.COMPLETED)


@dataclass(frozen=True)
class Covered:
    """A subject, a year, and its figure: distinct people, on the reference day. `leads_to`: the
    subject whose names may be opened.
    """

    pk: int
    topic: Topic
    year: int
    figure: Coverage
    leads_to: int | None = None

    @property
    def name(self) -> str:
        return self.topic.name

    @property
    def untrained(self) -> int:
        return self.figure.population - self.figure.trained


def reference_day(year: int) -> date:
    """The last day of the year, or today while it runs."""
    return min(today(), date(year, 12, 31))


def coverage_of(home: Unit, year: int) -> list[Covered]:
    """Of every subject that is for somebody; three queries."""
    on = reference_day(year)
    members, done = members_of(home, on), learnt(home, year, on)
    found = []
    for topic in topics_for(home).order_by("group", "name", "pk"):
        wanted = population(members, topic.audience)
        if wanted:
            figure = coverage(wanted, done.get(topic.pk, ()))
            found.append(Covered(topic.pk, topic, year, figure))
    return found


@dataclass
class Learner:
    """One of those a subject is for. `state`: of the class the person is in, if any."""

    pk: int
    person: Person
    member: Member
    unit: Unit
    has_learnt: bool
    state: str = ""


def learners_of(
    home: Unit, topic: Topic, year: int, within: frozenset[int], younger_than: int | None = None
) -> list[Learner]:
    """Names behind the figure, of the units one may see; those without the course first.
    `younger_than`: only people below that age on the reference day; whose birth is unknown is not.
    """
    on = reference_day(year)
    members = population(members_of(home, on), topic.audience)
    seen = {key: one for key, one in members.items() if one.unit in within}
    done = learnt(home, year, on).get(topic.pk, set())
    people = Person.objects.in_bulk(list(seen))
    units = Unit.objects.in_bulk({one.unit for one in seen.values()})
    states = _under_way(topic, list(seen))
    rows = [
        Learner(key, people[key], one, units[one.unit], key in done, states.get(key, ""))
        for key, one in seen.items()
    ]
    if younger_than is not None:
        rows = [row for row in rows if _is_below(row.person, younger_than, on)]
    return sorted(rows, key=lambda row: (row.has_learnt, row.unit.path, row.person.sort_key))


def _is_below(person: Person, age: int, on: date) -> bool:
    return person.born_on is not None and full_years(person.born_on, on) < age


def _under_way(topic: Topic, people: list[int]) -> dict[int, str]:
    rows = Enrolment.objects.filter(
        held_in__topic=topic, person__in=people, state__in=UNDER_WAY
    ).order_by("pk")
    return dict(rows.values_list("person_id", "state"))
