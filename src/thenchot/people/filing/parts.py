"""One part of a file that is changed: a group of items, a table, or one row of it."""

from dataclasses import dataclass
from typing import Any

from thenchot.people.filing import changing
from thenchot.people.filing.fields import PartForm
from thenchot.people.filing.reading import particulars_of
from thenchot.people.filing.sections import Group, Section, group_of, section_of
from thenchot.people.models import Person
from thenchot.people.queries import get_person, place_of
from thenchot.platform.scope.actor import NotVisible


@dataclass(frozen=True)
class FilePart:
    """`place`: path of the unit that answers for the file; `row`: of a table, if one is meant."""

    person: Person
    part: Group | Section
    place: str
    row: Any = None

    @property
    def code(self) -> str:
        return self.part.code

    @property
    def title(self) -> str:
        return str(self.part.title)


def get_group(actor, pk: int, code: str) -> FilePart:
    return _part(actor, pk, group_of(code))


def get_section(actor, pk: int, code: str) -> FilePart:
    return _part(actor, pk, section_of(code))


def get_row(actor, code: str, pk: int) -> FilePart:
    section = section_of(code)
    if section is None:
        raise NotVisible
    row = changing.get_row(section, pk)
    person = get_person(actor, row.person_id)
    return FilePart(person, section, place_of(person), row)


def _part(actor, pk: int, part: Group | Section | None) -> FilePart:
    person = get_person(actor, pk)
    if part is None:
        raise NotVisible
    return FilePart(person, part, place_of(person))


def form_of(data=None, files=None, *, of: FilePart, **more) -> PartForm:
    """The fields of the part, with what they hold now."""
    row = particulars_of(of.person) if isinstance(of.part, Group) else of.row
    return PartForm(data, files, part=of.part, row=row, **more)
