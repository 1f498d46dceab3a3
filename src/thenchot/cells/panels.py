"""What this room shows on pages of others: reviews on a person's page, the year of the cell beside
a yearly rating.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from thenchot.cells.access import SEE_REVIEWS
from thenchot.cells.labels import GRADE
from thenchot.cells.models import MemberReview
from thenchot.cells.queries.meetings import years_of
from thenchot.cells.queries.members import cells_of
from thenchot.cells.queries.reviewing import policy_of
from thenchot.cells.rules.meetings import grade_of
from thenchot.organisation.enums import UnitKind
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.clock import today


def reviews_of_person(actor, person: Person) -> list[MemberReview]:
    """The latest reviews by cells. What was said is told to the person, and to whoever reads the
    reviews of that cell; others of the place learn only when, and with which result (S4-038).
    """
    rows = MemberReview.objects.filter(member__person=person).select_related("member__unit")
    found = list(rows.order_by("-reviewed_on", "-pk")[:6])
    own = person.account_id is not None and person.account_id == actor.account_id
    for review in found:
        if not own and not actor.may(SEE_REVIEWS, review.member.unit.path):
            review.text = ""
    return found


def year_of_member(person: Person, year: int) -> Mapping[str, Any] | None:
    """The cell of somebody in a year, its points, the review of that year: facts beside a rating,
    never part of its points (S1-030).
    """
    on = min(today(), date(year, 12, 31))
    member = cells_of([person.pk], on).get(person.pk)
    if member is None:
        return None
    reviews = MemberReview.objects.filter(member__person=person, reviewed_on__year=year)
    return _told(member.unit, year) | {"review": reviews.order_by("-reviewed_on").first()}


def year_of_unit(unit: Unit, year: int) -> Mapping[str, Any] | None:
    """Of a cell that is rated itself."""
    return _told(unit, year) if unit.kind == UnitKind.CELL else None


def _told(cell: Unit, year: int) -> dict[str, Any]:
    on = today()
    (told,) = years_of([cell], year, on).values()
    grade = "" if told.mean is None else GRADE[grade_of(told.mean, policy_of(cell.path, on))]
    return {"cell": cell, "year": told, "grade": grade, "of": year}
