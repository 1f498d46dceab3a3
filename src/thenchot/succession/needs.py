"""What training asks about planned people: who they are, and what they must still learn."""

from collections.abc import Iterator

from thenchot.organisation.models import Unit
from thenchot.succession.enums import CandidateState, PlanState
from thenchot.succession.models import Candidate, Lack
from thenchot.training.sources import Planned, Wanted


def planned_people(home: Unit) -> Iterator[Planned]:
    """Everybody on lists in force, with the post; one query."""
    rows = Candidate.objects.filter(
        state=CandidateState.PLANNED,
        post__plan__state=PlanState.APPROVED,
        unit__path__startswith=home.path,
    )
    for row in rows.select_related("post__title", "post__unit").order_by("pk"):
        yield Planned(row.person_id, str(row.post))


def of_planned(home: Unit) -> Iterator[Wanted]:
    """Standards that people on lists in force do not meet yet for the post; one query."""
    rows = Lack.objects.filter(
        is_met=False,
        candidate__state=CandidateState.PLANNED,
        candidate__post__plan__state=PlanState.APPROVED,
        candidate__unit__path__startswith=home.path,
    )
    values = rows.order_by("pk").values_list(
        "candidate__person_id", "candidate__unit_id", "requirement_id"
    )
    for person, unit, requirement in values.distinct():
        yield Wanted(person, unit, requirement)
