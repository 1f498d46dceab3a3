"""The facts behind what came of a subject, and the last comparison of each."""

from collections import defaultdict
from datetime import date

from thenchot.kernel.periods import months_after
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.training.access import SEE
from thenchot.training.enums import EnrolmentState
from thenchot.training.models import Effect, Enrolment
from thenchot.training.rules.effects import Course, Sheet
from thenchot.worklog.enums import AssessmentState
from thenchot.worklog.models import Assessment


def list_effects(actor, permission=SEE):
    return Effect.objects.visible_to(actor, permission).select_related("topic", "unit")


def sheets_of(home: Unit, on: date) -> dict[int, list[Sheet]]:
    """Person -> closed period totals, in their order; practice is left out; two queries. Alike are
    the rules of scoring, the capacity, the kind of unit and the group of the job position on the
    day.
    """
    seats = Appointment.objects.in_force(on).filter(is_primary=True).order_by("pk")
    groups = dict(
        seats.filter(unit__path__startswith=home.path).values_list("person_id", "position__group")
    )
    rows = Assessment.objects.counting().filter(
        unit__path__startswith=home.path, state=AssessmentState.CLOSED, total__isnull=False
    )
    names = ("person_id", "starts_on", "ends_on", "total", "rules", "kind", "unit__kind")
    found: dict[int, list[Sheet]] = defaultdict(list)
    for person, first, last, total, *likeness in rows.order_by("starts_on", "pk").values_list(
        *names
    ):
        alike = (*likeness, groups.get(person) or "")
        found[person].append(Sheet(person, first, last, total, alike))
    return found


def courses_of(home: Unit, on: date, months: int) -> dict[int, list[Course]]:
    """Subject id -> each person's first verified course that ended so many months ago; one
    query.
    """
    rows = Enrolment.objects.filter(
        unit__path__startswith=home.path, state=EnrolmentState.VERIFIED
    ).order_by("completed_on", "pk")
    names = ("held_in__topic_id", "person_id", "held_in__starts_on", "completed_on")
    found: dict[int, list[Course]] = defaultdict(list)
    seen = set()
    for topic, person, starts_on, completed_on in rows.values_list(*names):
        if (topic, person) in seen:
            continue
        seen.add((topic, person))
        if months_after(completed_on, months) <= on:
            found[topic].append(Course(person, starts_on, completed_on))
    return found


def learnt_ever(home: Unit) -> dict[int, set[int]]:
    """Subject id -> everybody who was ever sent to a class of it: they are nobody's control."""
    rows = Enrolment.objects.attending().filter(unit__path__startswith=home.path).order_by()
    found: dict[int, set[int]] = defaultdict(set)
    for topic, person in rows.values_list("held_in__topic_id", "person_id"):
        found[topic].add(person)
    return found
