"""Levels decided over a term of office, as a basis for whoever rates the term (S3-034). Never a
decision.
"""

from dataclasses import dataclass

from thenchot.organisation.models import Term
from thenchot.organisation.queries import home_of
from thenchot.rating.access import is_own
from thenchot.rating.models import Rating, RatingDecision
from thenchot.rating.persons.rules.terms import term_level
from thenchot.worklog.access import SEE
from thenchot.worklog.enums import Band, Capacity

LAST_YEARS = 5  # where no term of the commune is recorded: the length of one


@dataclass(frozen=True)
class TermBasis:
    """`name` empty: the last years. `years`: (year, level) of those decided and seen; `level` null
    while there are none; `counts`: how many years at which level.
    """

    name: str
    first: int
    last: int
    years: list[tuple[int, Band]]
    level: Band | None
    counts: tuple[tuple[Band, int], ...]


def term_bases(actor, rating: Rating) -> list[TermBasis]:
    """Of a leader, one for each term of the commune that holds the year. Three queries."""
    if rating.kind == Capacity.STAFF:
        return []
    spans = _spans(rating)
    levels = _levels(
        actor, rating, min(first for _, first, _ in spans), max(last for *_, last in spans)
    )
    return [_basis(span, levels) for span in spans]


def _spans(rating: Rating) -> list[tuple[str, int, int]]:
    year = rating.round.year
    terms = Term.objects.filter(
        unit=home_of(rating.unit), starts_on__year__lte=year, ends_on__year__gte=year
    ).order_by("starts_on", "pk")
    return [(term.name, term.starts_on.year, term.ends_on.year) for term in terms] or [
        ("", year - LAST_YEARS + 1, year)
    ]


def _levels(actor, rating: Rating, first: int, last: int) -> dict[int, Band]:
    """By the same rules only: two ratings of one person never meet. The person itself: what was
    told.
    """
    seen = (
        Rating.objects.visible_to(actor, SEE)
        .standing()
        .filter(person=rating.person_id, round__rules=rating.round.rules)
    )
    seen = seen.filter(notified_at__isnull=False) if is_own(actor, rating) else seen
    decided = RatingDecision.objects.filter(
        rating__in=seen, rating__round__year__range=(first, last)
    ).exclude(level="")
    rows = decided.order_by("decided_on", "pk").values_list("rating__round__year", "level")
    return {year: Band(level) for year, level in rows}


def _basis(span: tuple[str, int, int], levels: dict[int, Band]) -> TermBasis:
    name, first, last = span
    years = [(year, levels[year]) for year in sorted(levels) if first <= year <= last]
    return TermBasis(name, first, last, years, *term_level(level for _, level in years))
