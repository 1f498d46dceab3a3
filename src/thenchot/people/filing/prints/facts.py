"""What both forms say of a person, gathered once: scalars as text, tables as rows."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.kernel.text import fold
from thenchot.organisation.enums import CommitteeKind
from thenchot.organisation.models import Unit, UnitKind
from thenchot.organisation.queries import home_of
from thenchot.people.filing import photos, reading
from thenchot.people.filing.sections import GROUPS, SECTIONS
from thenchot.people.filing.showing import shown, shown_day, shown_value
from thenchot.people.models import Appointment, Particulars, Person, Seating
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
    photo: bytes | None = None
    seatings: list[Seating] = field(default_factory=list)

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
    def committee_posts(self) -> list[str]:
        """Posts in committees of the Party (cấp ủy), the highest first: seats that are recorded,
        and titles that name one. Administrative titles of the Party's offices are none.
        """
        held = [
            (seating.seat.name, seating.seat.committee.name)
            for seating in self.seatings
            if seating.valid_to is None or seating.valid_to >= self.on
        ]
        held += [
            (seat.title, seat.unit.name) for seat in self.present if is_committee_post(seat.title)
        ]
        told = {fold(title): f"{title}, {where}" for title, where in reversed(held)}
        return [told[title] for title in sorted(told, key=_height)]

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


_COMMITTEE = re.compile(
    r"(?:quyen )?(?:pho )?bi thu\b|(?:uy vien|uv)\.? (?:ban )?(?:thuong vu|btv|chap hanh|bch)"
    r"|(?:dang|cap|chi|huyen|thanh|tinh) uy vien|uy vien (?:cap uy|dang uy|chi uy)"
    r"|thuong truc (?:dang uy|cap uy)"
)
_ELSEWHERE = re.compile(r"\bdoan\b|thanh nien|cong doan|phu nu|nong dan|cuu chien binh|\bhoi\b")
_RANKS = (r"(?:quyen )?bi thu", r"pho bi thu|quyen pho bi thu", r".*thuong (?:vu|truc)|.*btv", r"")
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
        photos.photo_of(person),
        list(_seatings(person, on)),
    )


def _seatings(person: Person, on: date):
    """Seats in committees of the Party, held on the day."""
    kinds = (CommitteeKind.PARTY, CommitteeKind.STANDING)
    return Seating.objects.filter(
        person=person, valid_from__lte=on, seat__committee__kind__in=kinds
    ).select_related("seat__committee")


def is_committee_post(title: str) -> bool:
    """ "Phó Bí thư Đảng ủy", "Ủy viên Ban Thường vụ"; not "Trưởng Ban Xây dựng Đảng", not "Bí thư
    Đoàn thanh niên".
    """
    key = fold(title)
    return bool(_COMMITTEE.match(key)) and not _ELSEWHERE.search(key)


def _height(title: str) -> int:
    return next(n for n, mark in enumerate(_RANKS) if re.match(mark, title))


def span(row) -> tuple[str, str]:
    return shown_day(row.valid_from, row.valid_from_known), shown_day(
        row.valid_to, row.valid_to_known
    )


def titled(seats: list[Appointment]) -> str:
    return "; ".join(f"{seat.title}, {seat.unit.name}" for seat in seats)
