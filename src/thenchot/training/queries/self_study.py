"""What people learn by themselves, and how many hours each has learnt in a year."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform import policies
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import TrainingPolicy
from thenchot.training.access import SEE_NAMES
from thenchot.training.enums import EnrolmentState, SelfStudyState
from thenchot.training.models import Enrolment, SelfStudy
from thenchot.training.queries.coverage import reference_day
from thenchot.training.queries.members import members_of
from thenchot.training.rules.covering import OFFICIALS
from thenchot.training.rules.learning import Hours


def list_self_study(actor, permission=SEE_NAMES):
    rows = SelfStudy.objects.visible_to(actor, SEE_NAMES)
    return rows.select_related("person", "unit", "topic").order_by("-finished_on", "-pk")


def get_self_study(actor, pk: int) -> SelfStudy:
    found = list_self_study(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def own_person(actor) -> Person | None:
    """The person of the actor's account."""
    if actor.account_id is None:
        return None
    return Person.objects.filter(account=actor.account_id).first()


@dataclass(frozen=True)
class Learnt:
    """One person and the hours of a year."""

    pk: int
    person: Person
    unit: Unit
    hours: Hours

    @property
    def lacking(self) -> int:
        return self.hours.lacking


def hours_in(home: Unit, year: int, within: frozenset[int] | None = None) -> list[Learnt]:
    """Cadres and civil servants of a place, whoever lacks most first; five queries."""
    on = reference_day(year)
    members = {
        one.person: one.unit
        for one in members_of(home, on)
        if one.staff_kind in OFFICIALS and (within is None or one.unit in within)
    }
    people = Person.objects.in_bulk(list(members))
    units = Unit.objects.in_bulk(set(members.values()))
    found = hours_of(list(members), home.path, year)
    rows = [Learnt(key, people[key], units[unit], found[key]) for key, unit in members.items()]
    return sorted(rows, key=lambda row: (-row.lacking, row.unit.path, row.person.sort_key))


def hours_of(people: list[int], path: str, year: int) -> dict[int, Hours]:
    """Person -> hours; two queries and the policy of the last day of the year."""
    policy = policies.in_force(TrainingPolicy, path=path, on=date(year, 12, 31))
    classes = Enrolment.objects.filter(
        person__in=people, state=EnrolmentState.VERIFIED, completed_on__year=year
    )
    alone = SelfStudy.objects.filter(
        person__in=people, state=SelfStudyState.CONFIRMED, finished_on__year=year
    )
    in_class, by_self = _sums(classes, "held_in__hours"), _sums(alone, "hours")
    return {
        person: Hours(
            in_class.get(person, 0),
            by_self.get(person, 0),
            policy.hours_a_year,
            policy.self_study_counted,
        )
        for person in people
    }


def _sums(rows, path: str) -> dict[int, int]:
    told = rows.order_by().values("person").annotate(sum=Sum(path))
    return dict(told.values_list("person", "sum"))
