"""Who of a place is declared as a relative of whom; names of relatives are sealed: for jobs."""

from collections.abc import Collection

from thenchot.kernel.text import words
from thenchot.people.models import Person, Relative


def kin_pairs(people: Collection[int]) -> list[tuple[int, int]]:
    """Pairs of them of whom one declares the other: by name and year of birth, as a declaration
    tells both. Whoever is declared without a year is not found.
    """
    known: dict[tuple[str, int], int] = {}
    for pk, name, born in Person.objects.filter(pk__in=people).values_list(
        "pk", "full_name", "born_on"
    ):
        if born:
            known[_name(name), born.year] = pk
    found = set()
    for row in Relative.objects.filter(person__in=people).order_by("pk"):
        year = row.born_year
        other = known.get((_name(row.name), int(year))) if year.isdigit() else None
        if other and other != row.person_id:
            found.add((min(row.person_id, other), max(row.person_id, other)))
    return sorted(found)


def _name(text: str) -> str:
    return " ".join(words(text))
