"""What can be done beside each part of a file, worked out without a query for each."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from thenchot.people.access import is_own
from thenchot.people.filing import actions
from thenchot.people.filing.parts import FilePart
from thenchot.people.filing.reading import File, Shown
from thenchot.people.models import Person


@dataclass
class TablePart:
    """A table of the file: what can be done to it; rows as (cells, what can be done to the row)."""

    shown: Shown
    offers: list
    rows: list[tuple[list[str], list]]

    @property
    def has_offers(self) -> bool:
        return any(offers for _cells, offers in self.rows)


@dataclass
class FilePage:
    """`place`: path of the unit that answers for the file. Whoever keeps it changes it, the person
    proposes; at another moment nobody does either.
    """

    actor: object
    person: Person
    place: str
    file: File
    may_edit: bool
    may_propose: bool
    is_confirmed: bool

    @cached_property
    def groups(self) -> list:
        """(group, its labels and texts, what can be done)."""
        return [
            (group, [*self._of_the_person(group), *values], self._of_group(group))
            for group, values in self.file.groups
        ]

    @cached_property
    def tables(self) -> list[TablePart]:
        return [self._table(shown) for shown in self.file.tables]

    @property
    def offers(self) -> list:
        """Of the file as a whole."""
        may_confirm = self.may_edit or is_own(self.actor, self.person)
        if self.is_confirmed or not may_confirm:
            return []
        return actions.FILE.offers(self.actor, self.person)

    @property
    def has_pledges(self) -> bool:
        return self.may_edit or is_own(self.actor, self.person)

    @property
    def scan_offers(self) -> list:
        return actions.SCAN.offers(self.actor, self.person) if self.may_edit else []

    def _of_the_person(self, group) -> list[tuple[str, str]]:
        """What is kept with the person and belongs to the group all the same."""
        person = self.file.person
        if group.code == "identity":
            return [
                (_("Ngày sinh"), person.born),
                (_("Giới tính"), person.get_sex_display()),
            ]
        if group.code == "numbers":
            return [(_("Số định danh cá nhân (căn cước)"), person.identity_no)]
        return []

    def _of_group(self, group) -> list:
        part = self._part(group)
        if self.may_edit:
            return actions.GROUP.offers(self.actor, part)
        return actions.propose(part, _("Đề nghị sửa")) if self.may_propose else []

    def _table(self, shown: Shown) -> TablePart:
        rows = [(cells, self._of_row(shown.section, row)) for row, cells in shown.rows]
        return TablePart(shown, self._of_table(shown.section), rows)

    def _of_table(self, section) -> list:
        part = self._part(section)
        if self.may_edit:
            return actions.TABLE.offers(self.actor, part)
        return actions.propose(part, _("Đề nghị thêm")) if self.may_propose else []

    def _of_row(self, section, row) -> list:
        part = self._part(section, row)
        if self.may_edit:
            return actions.ROW.offers(self.actor, part)
        return actions.propose(part, _("Đề nghị sửa")) if self.may_propose else []

    def _part(self, part, row=None) -> FilePart:
        return FilePart(self.person, part, self.place, row)
