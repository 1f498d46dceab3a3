"""What the file says now, in the terms of the columns: the same values that a sheet is compared
with and exported as.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.kernel.text import nfc, tidy
from thenchot.people import columns as c
from thenchot.people.enums import QualificationKind
from thenchot.people.imports.forms import STUDYING
from thenchot.people.models import (
    Appointment,
    Discipline,
    Particulars,
    Person,
    Qualification,
    Reward,
    SalaryStep,
)
from thenchot.people.names import clean_name
from thenchot.policy.codelists import code_list

LISTS = {
    "degree": "degree",
    "theory": "theory",
    "state_management": "state_management",
    "it": "it",
    "defence": "defence",
    "language": "language_level",
}
KINDS = tuple(QualificationKind(kind) for kind in LISTS)


@dataclass
class FileState:
    """The rows of one person. `seats` are open; `began`: first days of primary seats that ended.
    `learnt`: kind -> all qualifications of that kind that stand in the file.
    """

    person: Person
    particulars: Particulars | None = None
    seats: list[Appointment] = field(default_factory=list)
    began: set[date] = field(default_factory=set)
    learnt: dict[str, list[Qualification]] = field(default_factory=dict)
    salary: SalaryStep | None = None
    rewards: list[Reward] = field(default_factory=list)
    disciplines: list[Discipline] = field(default_factory=list)

    @property
    def seat(self) -> Appointment | None:
        return next((seat for seat in self.seats if seat.is_primary), None)

    @property
    def beside(self) -> list[Appointment]:
        """Seats held beside the primary one."""
        return [seat for seat in self.seats if not seat.is_primary]

    @property
    def place(self) -> str:
        """Path of the unit that answers for the file today."""
        return self.seat.unit.path if self.seat else self.person.registered_in.path

    def best(self, kind: str) -> Qualification | None:
        """The highest that is finished; one under way where nothing is."""
        rows = self.learnt.get(kind, ())
        listed = code_list(LISTS[kind])
        return max(
            rows,
            key=lambda row: (not row.is_studying, listed.rank(row.level), row.pk),
            default=None,
        )

    @property
    def titles(self) -> tuple[str, ...]:
        """The primary one first."""
        seats = (*([self.seat] if self.seat else ()), *self.beside)
        return tuple(title for seat in seats if (title := tidy(nfc(seat.title))))

    def get(self, key: str) -> Any:
        """The value of a column as a cell would mean it; None where the file says nothing."""
        column = c.BY_KEY[key]
        value = getattr(self, f"_{column.area}")(column)
        return None if value in ("", (), None) else value

    def _person(self, column) -> Any:
        person = self.person
        if column.key == "born":
            return (person.born_on, person.born_known) if person.born_on else None
        if column.key == "name":
            return clean_name(person.full_name)
        return person.pk if column.key == "id" else _said(getattr(person, column.field))

    def _particulars(self, column) -> Any:
        return _said(getattr(self.particulars, column.field)) if self.particulars else None

    def _seat(self, column) -> Any:
        if column.key == "title":
            return self.titles
        if self.seat is None:
            return None
        return (
            self.seat.unit_id if column.key == "unit" else _said(getattr(self.seat, column.field))
        )

    def _learnt(self, column) -> Any:
        row = self.best(column.area)
        if row is None:
            return None
        if column.field == "level" and column.area != "language":
            return (STUDYING if row.is_studying else "") + row.level if row.level else None
        return _said(getattr(row, column.field))

    _degree = _theory = _state_management = _it = _defence = _language = _learnt

    def _salary(self, column) -> Any:
        step = self.salary
        if step is None:
            return None
        if column.key == "rank":
            return (
                (step.rank, "" if step.rank else _said(step.rank_name))
                if step.rank or step.rank_name
                else None
            )
        if column.key == "salary_from":
            return (step.valid_from, step.valid_from_known) if step.valid_from else None
        return _said(getattr(step, column.field))

    def _reward(self, column) -> Any:
        latest = max(self.rewards, key=lambda row: (row.year, row.pk), default=None)
        return reward_text(latest) if latest else None

    def _discipline(self, column) -> Any:
        latest = max(
            self.disciplines, key=lambda row: (row.valid_from or date.min, row.pk), default=None
        )
        return discipline_text(latest) if latest else None


def states_of(ids: Sequence[int], areas: Iterable[str]) -> dict[int, FileState]:
    """One query for each kind of row that the columns touch."""
    areas = set(areas)
    states = {
        person.pk: FileState(person)
        for person in Person.objects.filter(pk__in=ids).select_related("registered_in")
    }
    for seat in (
        Appointment.objects.filter(person__in=ids)
        .select_related("unit")
        .order_by("valid_from", "pk")
    ):
        if seat.valid_to is None:
            states[seat.person_id].seats.append(seat)
        elif seat.is_primary:
            states[seat.person_id].began.add(seat.valid_from)
    if "particulars" in areas:
        for items in Particulars.objects.filter(person__in=ids):
            states[items.person_id].particulars = items
    if kinds := [kind for kind in KINDS if kind in areas]:
        for row in Qualification.objects.filter(person__in=ids, kind__in=kinds).order_by("pk"):
            states[row.person_id].learnt.setdefault(row.kind, []).append(row)
    if "salary" in areas:
        for step in SalaryStep.objects.filter(person__in=ids):
            kept = states[step.person_id].salary
            if kept is None or _since(step) >= _since(kept):
                states[step.person_id].salary = step
    _facts(states, areas, ids)
    return states


def _facts(states: dict[int, FileState], areas: set[str], ids: Sequence[int]) -> None:
    found: dict[int, dict[str, list]] = defaultdict(lambda: defaultdict(list))
    for area, model in (("reward", Reward), ("discipline", Discipline)):
        if area in areas:
            for row in model.objects.filter(person__in=ids):
                found[row.person_id][area].append(row)
    for pk, rows in found.items():
        states[pk].rewards, states[pk].disciplines = rows["reward"], rows["discipline"]


def reward_text(row: Reward) -> str:
    """As one writes it in a list; what was imported as a text stays that text."""
    if row.note:
        return tidy(nfc(row.note))
    named = (
        code_list("reward").name_of(row.form)
        if row.form
        else tidy(row.emulation or row.rating or "Khen thưởng")
    )
    return f"{named} năm {row.year}"


def discipline_text(row: Discipline) -> str:
    if row.act:
        return tidy(nfc(row.act))
    named = (
        code_list("discipline_party" if row.is_party else "discipline_state").name_of(row.form)
        if row.form
        else "Kỷ luật"
    )
    return f"{named}{' (Đảng)' if row.is_party else ''}" + (
        f" năm {row.valid_from.year}" if row.valid_from else ""
    )


def _said(value: Any) -> Any:
    return tidy(nfc(value)) if isinstance(value, str) else value


def _since(step: SalaryStep) -> tuple:
    return (step.valid_from or date.min, step.pk)
