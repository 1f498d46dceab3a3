"""What the personal files say of people, as the rules read it; a constant number of queries."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thenchot.benefits.models import Affected
from thenchot.benefits.rules.facts import Facts
from thenchot.benefits.rules.paying import Extra, Grade, Pay, monthly_pay
from thenchot.kernel.periods import Month
from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.people.headcount import KIND
from thenchot.people.models import Allowance, Appointment, Particulars, Person, SalaryStep
from thenchot.people.retirement import months_between, retirement_day
from thenchot.platform import policies
from thenchot.policy.parameters import BenefitsPolicy, PeoplePolicy
from thenchot.rating.models import RatingDecision

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Known:
    """Of one person: the facts, the pay of the month with its words, who it is, the list of
    affected people that names the person.
    """

    person: Person
    facts: Facts
    pay: Pay | None
    rearrangement: int | None


def known_of(
    home: Unit, people: Collection[int], on: date, leaves_on: date | None = None
) -> dict[int, Known]:
    """Person id -> what is known on the day; `leaves_on`: the first of the month after, unless
    said.
    """
    leaves_on = leaves_on or Month.of(on).next().start
    seats, recruited = _seats(people, on), _recruited(people)
    levels, named = _levels(people), _named(home, people)
    pays = pays_of(home, people, leaves_on - DAY)
    table = policies.in_force(PeoplePolicy, path=home.path, on=on).retirement_age
    found = {}
    for person in Person.objects.filter(pk__in=people):
        begun, list_of = recruited.get(person.pk), named.get(person.pk)
        service = None if begun is None else max(0, months_between(begun, leaves_on))
        seat, pay = seats.get(person.pk), pays.get(person.pk)
        facts = Facts(
            on=on,
            leaves_on=leaves_on,
            retires_on=retirement_day(person.born_on, person.sex, table),
            service_months=service,
            insured_months=service,
            pay=pay.amount if pay else None,
            level=levels.get(person.pk, ""),
            is_rearranged=list_of is not None,
            decided_on=list_of.rearrangement.decided_on if list_of else None,
        )
        if seat:
            title = seat.title_ref
            facts = replace(
                facts,
                staff_kind=seat.kind_now,
                title=title.code if title else "",
                title_name=seat.title,
            )
        found[person.pk] = Known(person, facts, pay, list_of.rearrangement_id if list_of else None)
    return found


def pays_of(home: Unit, people: Collection[int], on: date) -> dict[int, Pay]:
    """Person id -> pay of the month that holds the day, at its base salary."""
    policy = policies.in_force(BenefitsPolicy, path=home.path, on=on)
    extras: dict[int, list[Extra]] = {}
    for row in Allowance.objects.in_force(on).filter(person__in=people).order_by("pk"):
        one = Extra(row.kind, row.coefficient, row.percent, row.amount)
        extras.setdefault(row.person_id, []).append(one)
    steps = SalaryStep.objects.in_force(on).filter(person__in=people)
    found = {}
    for step in steps.order_by("valid_from", "pk"):
        grade = Grade(step.coefficient, step.amount, step.beyond_percent)
        own = extras.get(step.person_id, ())
        pay = monthly_pay(grade, own, policy.base_salary, policy.pay_allowances)
        if pay:
            found[step.person_id] = pay
    return found


def people_of_place(home: Unit, on: date) -> set[int]:
    """Those in office, and those a rearrangement of the place touches; the communes of a province
    answer for their own people.
    """
    seats = Appointment.objects.in_force(on).filter(is_primary=True, unit__in=_own_units(home))
    named = Affected.objects.filter(rearrangement__unit=home)
    return set(seats.values_list("person", flat=True)) | set(named.values_list("person", flat=True))


def _own_units(home: Unit) -> list[int]:
    """Units of the place without the communes inside."""
    rows = list(Unit.objects.filter(path__startswith=home.path).values_list("pk", "path", "kind"))
    inside = tuple(path for pk, path, kind in rows if kind in HOMES and pk != home.pk)
    return [pk for pk, path, _ in rows if not path.startswith(inside)]


def _seats(people: Collection[int], on: date) -> dict[int, Appointment]:
    """The primary seat of the day, else the last one."""
    rows = Appointment.objects.filter(person__in=people, is_primary=True, valid_from__lte=on)
    rows = rows.select_related("title_ref").annotate(kind_now=KIND)
    return {seat.person_id: seat for seat in rows.order_by("valid_from", "pk")}


def _recruited(people: Collection[int]) -> dict[int, date]:
    rows = Particulars.objects.filter(person__in=people, recruited_on__isnull=False)
    return dict(rows.values_list("person", "recruited_on"))


def _levels(people: Collection[int]) -> dict[int, str]:
    """Of the last year that was decided."""
    rows = RatingDecision.objects.filter(rating__person__in=people).exclude(level="")
    return dict(rows.order_by("rating__round__year", "pk").values_list("rating__person", "level"))


def _named(home: Unit, people: Collection[int]) -> dict[int, Affected]:
    """The latest rearrangement that names somebody who was not told why there is no policy."""
    rows = Affected.objects.filter(rearrangement__unit=home, person__in=people, no_policy="")
    rows = rows.select_related("rearrangement").order_by("rearrangement__decided_on", "pk")
    return {row.person_id: row for row in rows}
