"""A month of reception: what each head did of what was planned, and what is paid for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.reception.enums import Part, SlotState
from thenchot.reception.models import Slot
from thenchot.reception.queries.policy import policy_of
from thenchot.reception.queries.sessions import list_slots
from thenchot.reception.queries.visits import overdue_directions
from thenchot.reception.rules import minimum


@dataclass
class LeaderMonth:
    """One head in one month. Days are counted once, however many sessions they hold."""

    home: Unit
    leader: str
    duty: str
    least: int = 0
    planned: set[date] = field(default_factory=set)
    held: set[date] = field(default_factory=set)
    in_person: set[date] = field(default_factory=set)
    counted: set[date] = field(default_factory=set)
    moved: int = 0
    missed: int = 0
    cases: int = 0
    conclusions: int = 0
    overdue: int = 0

    @property
    def unit(self) -> str:
        return self.home.name

    @property
    def lacking(self) -> int:
        """Days short of the least."""
        return max(self.least - len(self.counted), 0)

    @property
    def a_day(self) -> float | None:
        return round(self.cases / len(self.held), 1) if self.held else None


def of_month(rows, year: int, month: int):
    return rows.filter(on__year=year, on__month=month)


def leader_months(actor, permission: str, year: int, month: int, on: date) -> list[LeaderMonth]:
    """By unit and leader; a constant number of queries."""
    slots = list(of_month(list_slots(actor, permission), year, month))
    late = overdue_directions(on).filter(slot__in=[slot.pk for slot in slots])
    overdue: dict[int | None, int] = {}
    for slot_id in late.values_list("slot_id", flat=True):
        overdue[slot_id] = overdue.get(slot_id, 0) + 1
    found: dict[tuple, LeaderMonth] = {}
    for slot in slots:
        key = (slot.unit_id, slot.leader_id, slot.duty)
        if key not in found:
            least = minimum.least_days(slot.duty, policy_of(slot.unit))
            found[key] = LeaderMonth(slot.unit, slot.leader.full_name, slot.duty, least)
        _add(found[key], slot, overdue.get(slot.pk, 0))
    return sorted(found.values(), key=lambda row: (row.unit, row.duty, row.leader))


def _add(row: LeaderMonth, slot: Slot, overdue: int) -> None:
    row.planned.add(slot.on)
    row.moved += slot.state == SlotState.MOVED
    row.missed += slot.state == SlotState.MISSED
    row.overdue += overdue
    if slot.state != SlotState.HELD:
        return
    row.held.add(slot.on)
    row.cases += vars(slot)["came"]
    row.conclusions += bool(slot.concluded_on)
    if slot.is_in_person:
        row.in_person.add(slot.on)
    policy = policy_of(slot.unit)
    if minimum.counts(slot.duty, in_person=slot.is_in_person, policy=policy):
        row.counted.add(slot.on)


@dataclass
class PayLine:
    """One person in one month: days in fact worked, each once, at its rate."""

    person: Person
    part: str
    rate: int
    days: set[date] = field(default_factory=set)

    @property
    def name(self) -> str:
        return self.person.full_name

    @property
    def count(self) -> int:
        return len(self.days)

    @property
    def total(self) -> int:
        return self.rate * len(self.days)

    @property
    def listed(self) -> str:
        return ", ".join(f"{day.day}" for day in sorted(self.days))


def pay_lines(actor, permission: str, year: int, month: int) -> list[PayLine]:
    """Who received and who helped, on sessions that were held."""
    rows = of_month(list_slots(actor, permission), year, month).filter(state=SlotState.HELD)
    found: dict[tuple, PayLine] = {}
    for slot in rows.prefetch_related("supporters"):
        policy = policy_of(slot.unit)
        for person, part in _who(slot):
            rate = minimum.pay_of(part, has_allowance=slot.has_allowance, policy=policy)
            line = found.setdefault((person.pk, part, rate), PayLine(person, part, rate))
            line.days.add(slot.on)
    return sorted(found.values(), key=lambda line: (line.part, line.person.sort_key))


def _who(slot: Slot) -> Iterable[tuple[Person, str]]:
    yield slot.held_by, Part.RECEIVER
    for person in slot.supporters.all():
        if person.pk != slot.held_by_id:
            yield person, Part.SUPPORT
