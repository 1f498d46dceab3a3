"""What both forms say of a person, gathered once: scalars as text, tables as rows."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.organisation.models import Unit, UnitKind
from thenchot.organisation.queries import home_of
from thenchot.people.filing import reading
from thenchot.people.filing.sections import GROUPS, SECTIONS
from thenchot.people.filing.showing import shown, shown_day, shown_value
from thenchot.people.models import Appointment, Particulars, Person
from thenchot.policy.codelists import code_list


@dataclass
class Facts:
    """`item(name)` a scalar as text; `rows(code)` the rows of a section; `cell(code, row, name)` a
    cell of one.
    """

    person: Person
    on: date
    particulars: Particulars
    seats: list[Appointment]
    tables: dict[str, list[Any]]
    province: str = ""
    manager: str = ""
    user: str = ""
    _groups: dict[str, Any] = field(default_factory=dict)

    def item(self, name: str) -> str:
        return shown(self._groups[name], self.particulars, name)

    def rows(self, code: str) -> list[Any]:
        return self.tables[code]

    def cell(self, code: str, row: Any, name: str) -> str:
        return shown_value(_SECTIONS[code], name, getattr(row, name))

    @property
    def present(self) -> list[Appointment]:
        """Seats held today, the primary one first."""
        held = [seat for seat in self.seats if seat.valid_to is None or seat.valid_to >= self.on]
        return sorted(held, key=lambda seat: (not seat.is_primary, -seat.valid_from.toordinal()))

    @property
    def salary(self):
        """The step in force: the last that began."""
        begun = [
            row
            for row in self.tables["salary"]
            if row.valid_from is None or row.valid_from <= self.on
        ]
        return max(begun, key=lambda row: row.valid_from or date.min, default=None)

    def highest(self, code: str):
        """The finished row of the highest level."""
        listed = _SECTIONS[code].codes["level"]
        done = [row for row in self.tables[code] if not row.is_studying]
        return max(done, key=lambda row: code_list(listed).rank(row.level), default=None)


_SECTIONS = {section.code: section for section in SECTIONS}


def facts_of(actor, person: Person, on: date) -> Facts:
    groups = {name: group for group in GROUPS for name in group.fields}
    seats = list(reading.career_at(person))
    unit = next(
        (s.unit for s in seats if s.is_primary and s.valid_to is None), person.registered_in
    )
    tables = reading.rows_by_section(person, SECTIONS)
    places = [
        *Unit.objects.filter(pk__in=unit.ancestor_ids, kind=UnitKind.PROVINCE),
        home_of(unit),
        unit,
    ]
    names = [place.name for place in places[-3:]]
    return Facts(
        person,
        on,
        reading.particulars_of(person),
        seats,
        tables,
        *([""] * (3 - len(names))),
        *names,
        groups,
    )


def span(row) -> tuple[str, str]:
    return shown_day(row.valid_from, row.valid_from_known), shown_day(
        row.valid_to, row.valid_to_known
    )


def titled(seats: list[Appointment]) -> str:
    return "; ".join(f"{seat.title}, {seat.unit.name}" for seat in seats)
