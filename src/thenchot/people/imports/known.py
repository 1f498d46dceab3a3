"""Who is known in a commune already, for recognising the rows of a list: by system id, code,
identity number, name and birth, name and unit. A few queries, then only memory.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.kernel.typed import id_of
from thenchot.organisation.models import Unit
from thenchot.people.filing.showing import shown_day
from thenchot.people.models import Appointment, Person, Presence
from thenchot.people.names import folded_words, same_letters
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
    year_only: bool
    month_only: bool
    index: str

    @property
    def known(self) -> str:
        return "y" if self.year_only else "m" if self.month_only else "d"

    @property
    def born(self) -> str:
        return shown_day(self.born_on, self.known)


@dataclass(frozen=True)
class Recognised:
    """Whom a row may mean, and by what: id, missing (a wrong id), number, elsewhere, code, birth,
    unit (and year of birth); or only `likely`, which somebody has to decide, and why. `namesakes`:
    who only shares the name and is certainly somebody else.
    """

    people: tuple[Someone, ...] = ()
    how: str = ""
    likely: str = ""
    namesakes: tuple[Someone, ...] = ()


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
        self.units: dict[int, dict[int, str]] = defaultdict(dict)
        self.titles: dict[int, str] = {}

    def look_at(self, names: Iterable[str]) -> None:
        """Where people of these names sit: asked once, before `find`."""
        ids = [one.pk for name in set(names) for one in self.by_name.get(folded_words(name), ())]
        for at in range(0, len(ids), CHUNK):
            seats = Appointment.objects.filter(
                person__in=ids[at : at + CHUNK], valid_to__isnull=True
            ).order_by("is_primary", "pk")
            for pk, unit_id, unit, title in seats.values_list(
                "person_id", "unit_id", "unit__name", "title"
            ):
                self.units[pk][unit_id] = unit
                self.titles[pk] = title

    def find(
        self,
        *,
        given: str,
        code: str,
        number: str,
        name: str,
        born: tuple[date | None, str],
        unit: Unit | None,
    ) -> Recognised:
        """`born`: the day and how exactly it is known; `unit`: where the row puts the person."""
        if given:
            person = self.by_id.get(id_of(given) or 0)
            return Recognised((person,), "id") if person else Recognised(how="missing")
        if number and number in self.by_number:
            return self._by_number(number, name)
        if code and (coded := self.by_code.get(code)):
            return self._by_code(coded, name)
        same = [
            one
            for one in self.by_name.get(folded_words(name), ())
            if is_same_name(name, one.name) and not (code and one.code)
        ]
        return self._by_name(same, number, born, unit)

    def named(self, code: str, name: str) -> tuple[Someone, ...]:
        """Everybody whom a code, or a name alone, may mean."""
        found = self.find(given="", code=code, number="", name=name, born=(None, ""), unit=None)
        return found.people

    def _by_number(self, number: str, name: str) -> Recognised:
        person = self.by_id.get(self.by_number[number])
        if person is None:
            return Recognised(how="elsewhere")
        if is_same_name(name, person.name):
            return Recognised((person,), "number")
        return Recognised((person,), "number", "other_name")

    def _by_code(self, coded: list[Someone], name: str) -> Recognised:
        same = tuple(one for one in coded if is_same_name(name, one.name))
        if same:
            return Recognised(same, "code", "" if len(same) == 1 else "several")
        return Recognised(tuple(coded), "code", "other_name")

    def _by_name(
        self,
        same: list[Someone],
        number: str,
        born: tuple[date | None, str],
        unit: Unit | None,
    ) -> Recognised:
        on, known = born
        exact = [one for one in same if on and known == one.known == "d" and one.born_on == on]
        if exact:
            return _certain(exact, "birth")
        fitting = [one for one in same if fits(one, on, known)]
        there = [one for one in fitting if on and one.born_on and self._sits_in(one, unit)]
        if there:
            return _certain(there, "unit")
        if alike := [one for one in fitting if not (number and one.index)]:
            return Recognised(tuple(alike), "name", "name")
        near = [one for one in same if self._sits_in(one, unit) and is_mistyped(one, on, known)]
        if near:
            return Recognised(tuple(near), "name", "near")
        return Recognised(namesakes=tuple(same))

    def _sits_in(self, one: Someone, unit: Unit | None) -> bool:
        return unit is not None and unit.pk in self.units[one.pk]

    def told(self, one: Someone) -> str:
        """The name with title, unit and birth."""
        born = f"sinh {one.born}" if one.born_on else "chưa có ngày sinh"
        return f"{one.name} ({'; '.join(filter(None, (self.where(one), born)))})"

    def where(self, one: Someone) -> str:
        """Title and unit, so that two of one name are told apart."""
        unit = next(reversed(self.units[one.pk].values()), "") if self.units[one.pk] else ""
        return ", ".join(filter(None, (self.titles.get(one.pk, ""), unit)))


def _certain(people: list[Someone], how: str) -> Recognised:
    return Recognised(tuple(people), how, "several" if len(people) > 1 else "")


def fits(one: Someone, on: date | None, known: str) -> bool:
    """What is known of both births says nothing against their being one."""
    if on is None or one.born_on is None:
        return True
    if on.year != one.born_on.year:
        return False
    if "y" in (known, one.known):
        return True
    return on.month == one.born_on.month and ("m" in (known, one.known) or on == one.born_on)


def is_mistyped(one: Someone, on: date | None, known: str) -> bool:
    """Two whole days of birth of which one is likely the other, typed wrong: day and month in each
    other's place, or one of the three parts different.
    """
    if on is None or one.born_on is None or not known == one.known == "d":
        return False
    kept = one.born_on
    if (on.day, on.month, on.year) == (kept.month, kept.day, kept.year):
        return True
    return (on.day != kept.day) + (on.month != kept.month) + (on.year != kept.year) == 1


def is_same_name(written: str, kept: str) -> bool:
    """Ân is not An; capitals, signs and the place of a tone mark do not count, and a list may be
    typed without any marks.
    """
    if written.isascii():
        return folded_words(written) == folded_words(kept)
    return same_letters(written) == same_letters(kept)


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
        Someone(*row)
        for row in people.values_list(
            "pk",
            "code",
            "full_name",
            "folded",
            "born_on",
            "born_year_only",
            "born_month_only",
            "identity_index",
        )
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
