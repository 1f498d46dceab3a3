"""Rows of discipline of the file as a rating reads them."""

from collections.abc import Iterable

from thenchot.people.models import Discipline
from thenchot.policy.codelists import code_list
from thenchot.rating.models import Rating, Round


def by(row: Discipline) -> str:
    return "party" if row.is_party else "state"


def form_of(row: Discipline) -> str:
    """The discipline by its name."""
    listed = code_list("discipline_party" if row.is_party else "discipline_state")
    return listed.name_of(row.form)


def unjudged_of(
    found: Round, rating: Rating, rows: Iterable[Discipline], views: dict
) -> list[Discipline]:
    """Rows of discipline of the year of which nobody has said how they count."""
    return [
        row
        for row in rows
        if row.valid_from.year == found.year and (rating.pk, row.pk) not in views
    ]
