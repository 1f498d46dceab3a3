"""What must stand open before somebody is planned, appointed or nominated.

A room that knows of such a condition registers a gate; whoever decides asks all of them, anew at
every step. Nothing opens a closed gate but the fact behind it.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from thenchot.kernel.decision import Reason

Ask = Callable[[Collection[int], str, date], Mapping[int, Reason]]


@dataclass(frozen=True)
class Gate:
    """`ask(person ids, path of the place that decides, day)` -> why it is closed, by person."""

    code: str
    ask: Ask


_gates: dict[str, Gate] = {}


def register_gate(code: str, ask: Ask) -> None:
    """Once, in `apps.ready`."""
    _gates[code] = Gate(code, ask)


def closed_gates(people: Collection[int], path: str, on: date) -> dict[int, list[Reason]]:
    """Person id -> why, for everybody before whom some gate is closed; a constant number of
    queries.
    """
    found: dict[int, list[Reason]] = {}
    for gate in _gates.values():
        for person, reason in gate.ask(people, path, on).items():
            found.setdefault(person, []).append(reason)
    return found
