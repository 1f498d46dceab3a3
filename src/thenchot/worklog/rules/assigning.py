"""What a template wants of a sheet against what the sheet holds: added, changed, taken away, or
kept because something of it was done already. Plain values in and out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from thenchot.kernel.periods import Month, last_day_of_month


class Step(StrEnum):
    """What assigning does to one line of one sheet."""

    ADDED = "added"
    CHANGED = "changed"
    TAKEN = "taken"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One product of the template in a month; `key` is stable from one version of the catalogue to
    the next.
    """

    key: str
    name: str
    quantity: Decimal
    due_on: date


@dataclass(frozen=True, slots=True)
class Held:
    """A line that an earlier assignment left in a sheet. `is_touched`: done, given back, confirmed
    or found fault with.
    """

    key: str
    name: str
    quantity: Decimal
    due_on: date | None
    is_touched: bool
    is_dropped: bool


@dataclass(frozen=True, slots=True)
class Change:
    step: Step
    key: str
    name: str
    before: tuple[Decimal, date | None] | None = None
    after: tuple[Decimal, date] | None = None


def difference(wanted: Iterable[Wanted], held: Iterable[Held]) -> list[Change]:
    """Nothing for a line that is as it is wanted: assigning twice changes nothing."""
    known = {one.key: one for one in held}
    asked = {one.key: one for one in wanted}
    steps = [_towards(one, known.get(key)) for key, one in asked.items()]
    steps += [_away(one) for key, one in known.items() if key not in asked and not one.is_dropped]
    return [step for step in steps if step]


def _towards(one: Wanted, held: Held | None) -> Change | None:
    after = (one.quantity, one.due_on)
    if held is None or held.is_dropped:
        return Change(Step.ADDED, one.key, one.name, after=after)
    before = (held.quantity, held.due_on)
    if before == after:
        return None
    return Change(Step.KEPT if held.is_touched else Step.CHANGED, one.key, one.name, before, after)


def _away(held: Held) -> Change:
    return Change(
        Step.KEPT if held.is_touched else Step.TAKEN,
        held.key,
        held.name,
        (held.quantity, held.due_on),
    )


def due_in(month: Month, due_day: int | None) -> date:
    """A day that the month lacks is its last one."""
    last = last_day_of_month(month.year, month.index)
    return date(month.year, month.index, min(due_day or last, last))


def counts(changes: Iterable[Change]) -> Mapping[Step, int]:
    found = dict.fromkeys(Step, 0)
    for change in changes:
        found[change.step] += 1
    return found
