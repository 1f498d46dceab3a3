"""The posts that a plan of a term usually has."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from thenchot.organisation.models import Committee, Title, TitleLimit, Unit
from thenchot.people.models import Appointment
from thenchot.platform.clock import today
from thenchot.succession.enums import Level
from thenchot.succession.models import SuccessionPlan

MEMBERS = {
    "party": "party_member",
    "standing": "party_standing_member",
    "inspection": "inspection_member",
}
"""The title of membership in a collective."""


def usual_posts(plan: SuccessionPlan) -> Iterator[dict[str, Any]]:
    """Collectives of the term with their approved seats, then leading titles by unit."""
    titles = {title.code: title.pk for title in Title.objects.filter(unit=None)}
    for committee in Committee.objects.filter(unit=plan.unit, term=plan.term).order_by("pk"):
        code = MEMBERS.get(committee.kind)
        if code in titles:
            yield {
                "title_id": titles[code],
                "unit_id": committee.body_id or plan.unit_id,
                "seats": committee.approved_seats,
                "committee_id": committee.pk,
                "level": Level.ABOVE,
            }
    yield from leading_posts(plan)


def leading_posts(plan: SuccessionPlan) -> Iterator[dict[str, Any]]:
    """Titles of leaders and managers that somebody holds today or that are permitted, each with its
    unit and the larger of the two numbers.
    """
    home = plan.unit
    seats = Counter(_held(home)) | Counter(_permitted(plan))
    titles = Title.objects.in_bulk({title for title, _unit in seats})
    paths = dict(Unit.objects.under([home.path]).values_list("pk", "path"))
    order = sorted(seats, key=lambda one: (titles[one[0]].position, one[0], paths[one[1]]))
    for title, unit in order:
        yield {
            "title_id": title,
            "unit_id": unit,
            "seats": seats[title, unit],
            "level": Level.ABOVE if titles[title].is_key else Level.OWN,
        }


def _held(home: Unit) -> Iterator[tuple[int, int]]:
    rows = Appointment.objects.in_force(today()).filter(
        unit__path__startswith=home.path, title_ref__is_manager=True
    )
    yield from rows.values_list("title_ref_id", "unit_id")


def _permitted(plan: SuccessionPlan) -> dict[tuple[int, int], int]:
    """(title, unit) -> how many: of the term where it has its own number, else of any time."""
    rows = TitleLimit.objects.filter(
        unit__path__startswith=plan.unit.path, title__is_manager=True
    ).exclude(number=0)
    any_time = rows.filter(term=None).values_list("title_id", "unit_id", "number")
    of_term = rows.filter(term=plan.term_id).values_list("title_id", "unit_id", "number")
    return {(title, unit): number for title, unit, number in [*any_time, *of_term]}
