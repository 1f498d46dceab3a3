"""Who is in office in a place, as the rules of coverage read it."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from thenchot.kernel.periods import months_after
from thenchot.kernel.text import words
from thenchot.organisation.models import Unit
from thenchot.people.enums import Sex
from thenchot.people.headcount import KIND
from thenchot.people.models import Appointment
from thenchot.platform import policies
from thenchot.policy.parameters import ProgrammePolicy
from thenchot.training.enums import PERIODIC, Cycle, EnrolmentState, PeopleGroup
from thenchot.training.models import Enrolment, Speaker
from thenchot.training.rules.covering import Member

FACTS = (
    "person_id",
    "unit_id",
    "kind",
    "title_ref__is_manager",
    "title_ref__does_personnel_work",
    "position__group",
    "position__name",
    "title",
    "speaks",
)


def members_of(home: Unit, on: date, group: str = "") -> list[Member]:
    """One row a person, by the primary seat held on the day; one query. `group`: one of the four
    groups alone.
    """
    seats = Appointment.objects.in_force(on).filter(
        is_primary=True, unit__path__startswith=home.path
    )
    if group:
        seats = seats.filter(in_group(group, home.path, on))
    speaks = Speaker.objects.on(on).filter(person=OuterRef("person"), kind__in=PERIODIC)
    rows = seats.annotate(kind=KIND, speaks=Exists(speaks)).order_by("pk").values_list(*FACTS)
    return [_member(*row) for row in rows]


def _member(
    person, unit, kind, is_manager, does_personnel_work, position_group, position, title, speaks
) -> Member:
    return Member(
        person,
        unit,
        kind,
        is_manager=bool(is_manager),
        does_personnel_work=bool(does_personnel_work),
        position_group=position_group or "",
        post=tuple(words(position or title)),
        is_speaker=speaks,
    )


def in_group(group: str, path: str, on: date) -> Q:
    """The person of a row is of one of the four groups (S1-035). Young: below the age of the
    policy of the place at `path` on the day; whose birth is unknown is not.
    """
    if group == PeopleGroup.WOMEN:
        return Q(person__sex=Sex.FEMALE)
    if group == PeopleGroup.YOUNG:
        age = policies.in_force(ProgrammePolicy, path=path, on=on).young_age
        return Q(person__born_on__gt=months_after(on, -12 * age))
    item = "in_science" if group == PeopleGroup.SCIENCE else "in_religious_area"
    return Q(**{f"person__particulars__{item}": True})


def learnt(home: Unit, year: int, on: date) -> dict[int, set[int]]:
    """Subject id -> who of those in office on the day has completed a course of it, verified,
    wherever it was held: this year for a yearly one, ever for the others; one query.
    """
    seats = Appointment.objects.in_force(on).filter(unit__path__startswith=home.path)
    rows = (
        Enrolment.objects.filter(
            state=EnrolmentState.VERIFIED, person__in=seats.values("person_id")
        )
        .order_by()
        .values_list(
            "held_in__topic_id", "held_in__topic__cycle", "completed_on__year", "person_id"
        )
    )
    found: dict[int, set[int]] = {}
    for topic, cycle, completed, person in rows.distinct():
        if completed == year or (cycle == Cycle.ONCE and completed <= year):
            found.setdefault(topic, set()).add(person)
    return found
