"""Who is known in a commune already, for recognising the rows of a list: five queries, then only memory."""

from datetime import date

from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment, Person
from thenchot.people.names import folded_words


class Known:
    def __init__(self, home: Unit, on: date):
        units = Unit.objects.under([home.path]).values("pk")
        seats = Appointment.objects.filter(unit__in=units, valid_to__isnull=True).select_related("unit", "person")
        self.seats = {seat.person_id: seat for seat in seats if seat.is_primary}
        self.heads = {seat.unit_id: seat.person for seat in seats if seat.is_head}
        people = Person.objects.filter(pk__in=Appointment.objects.filter(unit__in=units).values("person_id"))
        people |= Person.objects.filter(registered_in__in=units)
        self.by_id = {person.pk: person for person in people.distinct()}
        self.by_code: dict[str, list[Person]] = {}
        self.by_name: dict[str, list[Person]] = {}
        self.new: dict[tuple, object] = {}
        for person in self.by_id.values():
            self.by_name.setdefault(person.folded, []).append(person)
            if person.code:
                self.by_code.setdefault(person.code, []).append(person)

    def find(self, given_id: str, code: str, name: str, born_on: date | None, unit: Unit | None) -> tuple[list[Person], str]:
        """People the row may mean, and by what: id, missing (a wrong id), code, birth, unit, none."""
        if given_id:
            person = self.by_id.get(int(given_id)) if given_id.isdigit() else None
            return ([person], "id") if person else ([], "missing")
        if code and code in self.by_code:
            return self.by_code[code], "code"
        same = [p for p in self.by_name.get(folded_words(name), []) if not (code and p.code)]
        if born_on:
            born = [p for p in same if p.born_on == born_on]
            if born:
                return born, "birth"
        there = [p for p in same if (born_on is None or p.born_on is None) and self._sits_in(p, unit)]
        return there, "unit"

    def remember_new(self, plan):
        """An earlier row that would become the same person, or none."""
        key = (folded_words(plan.name), plan.said.get("born_on"), plan.said.get("code"), plan.unit and plan.unit.pk)
        twin = self.new.get(key)
        self.new.setdefault(key, plan)
        return twin

    def _sits_in(self, person: Person, unit: Unit | None) -> bool:
        seat = self.seats.get(person.pk)
        return unit is None or (seat is not None and seat.unit_id == unit.pk)
