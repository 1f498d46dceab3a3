"""Who is known in a commune already, for recognising the rows of a list: by system id, code,
identity number, name and birth, name and unit. A few queries, then only memory.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.kernel.text import plain
from thenchot.kernel.typed import id_of
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment, Person, Presence
from thenchot.people.names import folded_words
from thenchot.people.presence import people_under
from thenchot.platform.keys.sealing import blind_indexes

CHUNK = 400
SEALED = "people_person.identity_no"


@dataclass(frozen=True)
class Someone:
    pk: int
    code: str
    name: str
    folded: str
    born_on: date | None


class PersonMatcher:
    """`numbers`: the identity numbers of the list."""

    def __init__(self, home: Unit, numbers: Iterable[str]):
        self.home = home
        self.by_id = {one.pk: one for one in _people_of(home)}
        self.by_code: dict[str, list[Someone]] = defaultdict(list)
        self.by_name: dict[str, list[Someone]] = defaultdict(list)
        for one in self.by_id.values():
            self.by_name[one.folded].append(one)
            if one.code:
                self.by_code[one.code].append(one)
        self.by_number = _holders(numbers)
        self.units: dict[int, set[int]] = defaultdict(set)

    def look_at(self, names: Iterable[str]) -> None:
        """Where people of these names sit: asked once, before `find`."""
        ids = [one.pk for name in set(names) for one in self.by_name.get(folded_words(name), ())]
        for at in range(0, len(ids), CHUNK):
            seats = Appointment.objects.filter(
                person__in=ids[at : at + CHUNK], valid_to__isnull=True
            )
            for pk, unit_id in seats.values_list("person_id", "unit_id"):
                self.units[pk].add(unit_id)

    def find(
        self,
        *,
        given: str,
        code: str,
        number: str,
        name: str,
        born_on: date | None,
        unit: Unit | None,
    ) -> tuple[list[Someone], str]:
        """People the row may mean, and by what: id, missing (a wrong id), number, elsewhere, code,
        birth, unit.
        """
        if given:
            person = self.by_id.get(id_of(given) or 0)
            return ([person], "id") if person else ([], "missing")
        if number and number in self.by_number:
            person = self.by_id.get(self.by_number[number])
            return ([person], "number") if person else ([], "elsewhere")
        if code and code in self.by_code:
            return self.by_code[code], "code"
        same = [
            one
            for one in self.by_name.get(folded_words(name), ())
            if is_same_name(name, one.name) and not (code and one.code)
        ]
        born = [one for one in same if born_on and one.born_on == born_on]
        if born:
            return born, "birth"
        there = [
            one
            for one in same
            if (born_on is None or one.born_on is None) and self._sits_in(one, unit)
        ]
        return there, "unit"

    def _sits_in(self, one: Someone, unit: Unit | None) -> bool:
        return unit is None or unit.pk in self.units[one.pk]


def is_same_name(written: str, kept: str) -> bool:
    """Ân is not An; capitals and the place of a tone mark do not count, and a list may be typed
    without any marks.
    """
    return written.isascii() or plain(written) == plain(kept)


def heads_of(units: Iterable[int]) -> dict[int, tuple[int, str]]:
    """Unit -> (id, name) of who leads it now."""
    seats = Appointment.objects.filter(unit__in=set(units), is_head=True, valid_to__isnull=True)
    return {
        unit: (pk, name)
        for unit, pk, name in seats.values_list("unit_id", "person_id", "person__full_name")
    }


def _people_of(home: Unit) -> list[Someone]:
    people = Person.objects.filter(pk__in=Presence.objects.filter(home=home).values("person_id"))
    if not Presence.objects.filter(home=home).exists():
        people = Person.objects.filter(pk__in=people_under(home.path))
    return [
        Someone(*row) for row in people.values_list("pk", "code", "full_name", "folded", "born_on")
    ]


def _holders(numbers: Iterable[str]) -> dict[str, int]:
    """Whose each number is, anywhere in the system: under every key of the ring."""
    by_index = {index: number for number in set(numbers) for index in blind_indexes(SEALED, number)}
    indexes, found = list(by_index), {}
    for at in range(0, len(indexes), CHUNK):
        rows = Person.objects.filter(identity_index__in=indexes[at : at + CHUNK]).values_list(
            "identity_index", "pk"
        )
        found |= {by_index[index]: pk for index, pk in rows}
    return found
