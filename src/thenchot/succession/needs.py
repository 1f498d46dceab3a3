"""What planned people must still learn, as training asks for it."""

from collections.abc import Iterator

from thenchot.organisation.models import Unit
from thenchot.succession.enums import CandidateState, PlanState
from thenchot.succession.models import Lack
from thenchot.training.sources import Wanted


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
