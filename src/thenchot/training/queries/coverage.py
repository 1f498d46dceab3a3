"""How many of those a subject is for have learnt it, and who has not."""

from dataclasses import dataclass
from datetime import date

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
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


def coverage_of(home: Unit, year: int, group: str = "") -> list[Covered]:
    """Of every subject that is for somebody; three queries. `group`: of one of the four groups
    alone.
    """
    on = reference_day(year)
    members, done = members_of(home, on, group), learnt(home, year, on)
    found = []
    for topic in topics_for(home).order_by("group", "name", "pk"):
        wanted = population(members, topic.aim)
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
    home: Unit, topic: Topic, year: int, within: frozenset[int], group: str = ""
) -> list[Learner]:
    """Names behind the figure, of the units one may see; those without the course first."""
    on = reference_day(year)
    members = population(members_of(home, on, group), topic.aim)
    seen = {key: one for key, one in members.items() if one.unit in within}
    done = learnt(home, year, on).get(topic.pk, set())
    people = Person.objects.in_bulk(list(seen))
    units = Unit.objects.in_bulk({one.unit for one in seen.values()})
    states = _under_way(topic, list(seen))
    rows = [
        Learner(key, people[key], one, units[one.unit], key in done, states.get(key, ""))
        for key, one in seen.items()
    ]
    return sorted(rows, key=lambda row: (row.has_learnt, row.unit.path, row.person.sort_key))


def _under_way(topic: Topic, people: list[int]) -> dict[int, str]:
    rows = Enrolment.objects.filter(
        held_in__topic=topic, person__in=people, state__in=UNDER_WAY
    ).order_by("pk")
    return dict(rows.values_list("person_id", "state"))


@dataclass(frozen=True)
class GroupLearner:
    """One of those a group of subjects is for: `has_learnt` one of them that is for this person."""

    person: int
    unit: int
    group: str
    has_learnt: bool


def group_learners(home: Unit, on: date) -> list[GroupLearner]:
    """Everybody in office on the day, once in each group of subjects that is for them; three
    queries. The same definition as `coverage_of`, subject by subject.
    """
    members, done = members_of(home, on), learnt(home, on.year, on)
    found: dict[tuple[int, str], GroupLearner] = {}
    for topic in topics_for(home).order_by("pk"):
        completed = done.get(topic.pk, set())
        for person, member in population(members, topic.aim).items():
            key = person, str(topic.group)
            known = found.get(key)
            has_learnt = person in completed or (known is not None and known.has_learnt)
            found[key] = GroupLearner(person, member.unit, topic.group, has_learnt)
    return list(found.values())
