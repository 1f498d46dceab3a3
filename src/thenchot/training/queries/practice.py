"""Practical programmes, and the people who are to be looked after: planned, young."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from thenchot.kernel.periods import months_after
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform import policies
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.access import SEE
from thenchot.training.enums import POLITICAL, EnrolmentState, PeopleGroup
from thenchot.training.models import Enrolment, Practice
from thenchot.training.queries.members import members_of
from thenchot.training.sources import planned_in


def list_practices(actor, permission=SEE):
    rows = Practice.objects.visible_to(actor, permission)
    return rows.select_related("person", "unit", "host", "mentor", "mentor_unit").order_by(
        "-starts_on", "-pk"
    )


def get_practice(actor, pk: int) -> Practice:
    found = list_practices(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def practices_of(actor, person: Person) -> list[Practice]:
    """All of one person, the latest first, for the own page and those who may see the names."""
    rows = Practice.objects.filter(person=person).select_related("mentor")
    return list(rows.order_by("-starts_on", "-pk"))


@dataclass
class Growing:
    """Somebody planned for posts, or young, with this year's study and the latest practice."""

    pk: int
    person: Person
    unit: Unit
    is_young: bool
    posts: tuple[str, ...] = ()
    studied: int = 0
    practice: Practice | None = None
    offers: list = field(default_factory=list)

    @property
    def planned_for(self) -> str:
        return "; ".join(self.posts)

    @property
    def mentor(self) -> str:
        return self.practice.mentor.full_name if self.practice else ""

    @property
    def state(self) -> str:
        return self.practice.state if self.practice else ""

    @property
    def period(self) -> str:
        found = self.practice
        return f"{found.starts_on:%d/%m/%Y} – {found.ends_on:%d/%m/%Y}" if found else ""


def growing_in(home: Unit, on: date, within: Iterable[int]) -> list[Growing]:
    """Planned people and young ones of the units one may see; those without practice first. A
    practice counts until the months of the policy after its end (S1-013, S1-026).
    """
    seen = set(within)
    posts: dict[int, list[str]] = {}
    for one in planned_in(home):
        posts.setdefault(one.person, []).append(one.post)
    young = {one.person for one in members_of(home, on, PeopleGroup.YOUNG)}
    units = {one.person: one.unit for one in members_of(home, on) if one.unit in seen}
    wanted = [person for person in units if person in young or person in posts]
    people = Person.objects.in_bulk(wanted)
    places = Unit.objects.in_bulk({units[person] for person in wanted})
    practices, studied = _practices(home, on, wanted), _studied(on.year, wanted)
    rows = [
        Growing(
            person,
            people[person],
            places[units[person]],
            person in young,
            tuple(dict.fromkeys(posts.get(person, ()))),
            studied.get(person, 0),
            practices.get(person),
        )
        for person in wanted
    ]
    return sorted(
        rows,
        key=lambda row: (
            row.practice is not None,
            not row.posts,
            row.unit.path,
            row.person.sort_key,
        ),
    )


def _practices(home: Unit, on: date, people: list[int]) -> dict[int, Practice]:
    """Person -> the latest programme that still counts."""
    policy = policies.in_force(TrainingPolicy, path=home.path, on=on)
    since = months_after(on, -policy.practice_months)
    rows = Practice.objects.standing().filter(person__in=people, ends_on__gte=since)
    ordered = rows.select_related("mentor", "mentor_unit", "unit").order_by("starts_on", "pk")
    return {row.person_id: row for row in ordered}


def _studied(year: int, people: list[int]) -> dict[int, int]:
    """Person -> hours of political study completed in the year."""
    rows = Enrolment.objects.filter(
        Q(held_in__topic__group__in=POLITICAL),
        person__in=people,
        state=EnrolmentState.VERIFIED,
        completed_on__year=year,
    ).order_by()
    found: dict[int, int] = {}
    for person, hours in rows.values_list("person_id", "held_in__hours"):
        found[person] = found.get(person, 0) + hours
    return found
