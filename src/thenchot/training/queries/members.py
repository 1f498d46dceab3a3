"""Who is in office in a place, as the rules of coverage read it."""

from datetime import date

from thenchot.organisation.models import Unit
from thenchot.people.headcount import KIND
from thenchot.people.models import Appointment
from thenchot.training.enums import Cycle, EnrolmentState
from thenchot.training.models import Enrolment
from thenchot.training.rules.covering import Member


def members_of(home: Unit, on: date) -> list[Member]:
    """One row a person, by the primary seat held on the day; one query."""
    seats = Appointment.objects.in_force(on).filter(
        is_primary=True, unit__path__startswith=home.path
    )
    rows = seats.annotate(kind=KIND).values_list(
        "person_id",
        "unit_id",
        "kind",
        "title_ref__is_manager",
        "title_ref__does_personnel_work",
    )
    return [
        Member(person, unit, kind, bool(is_manager), bool(does_personnel_work))
        for person, unit, kind, is_manager, does_personnel_work in rows.order_by("pk")
    ]


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
