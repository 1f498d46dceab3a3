"""Who looks at somebody from which side: from the unit tree and the seats of one day. Each rater
stands on one side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thenchot.feedback.enums import Side
from thenchot.worklog.enums import Kind


@dataclass(frozen=True, slots=True)
class Place:
    """The primary seat of one person. `path` of the unit: "/3/17/52/"; `bloc` of the unit; `leads`:
    the unit leads the others of its bloc in the commune (the people's committee its divisions, the
    Party committee its bodies).
    """

    person: int
    path: str
    kind: Kind
    bloc: str = ""
    leads: bool = False


def sides_of(subject: Place, seats: Sequence[Place], home: str) -> dict[Side, set[int]]:
    """`home`: path of the commune or province; the collective never reaches beyond it."""
    superior = _superior(subject, seats)
    found: dict[Side, set[int]] = {
        Side.SELF: {subject.person},
        Side.SUPERIOR: {superior.person} if superior else set(),
    }
    for seat in _others(subject, superior, seats):
        side = _side(subject, seat, home)
        if side:
            found.setdefault(side, set()).add(seat.person)
    return found


def _others(subject: Place, superior: Place | None, seats: Iterable[Place]) -> Iterable[Place]:
    known = {subject.person, superior.person} if superior else {subject.person}
    return (seat for seat in seats if seat.person not in known)


def _superior(subject: Place, seats: Iterable[Place]) -> Place | None:
    """The head of the own unit; for a head, that of the nearest unit above which has one, else that
    of the body beside which leads the bloc: in many communes divisions hang under the commune
    itself.
    """
    heads = [seat for seat in seats if seat.kind == Kind.HEAD and seat.person != subject.person]
    above = [
        seat
        for seat in heads
        if subject.path.startswith(seat.path)
        and (subject.kind != Kind.HEAD or seat.path != subject.path)
    ]
    if above:
        return max(above, key=lambda seat: len(seat.path))
    return next((seat for seat in heads if _leads(seat, subject)), None)


def _leads(seat: Place, subject: Place) -> bool:
    return (
        seat.leads
        and not subject.leads
        and seat.bloc == subject.bloc
        and subject.path.startswith(_parent(seat.path))
    )


def _side(subject: Place, seat: Place, home: str) -> Side | None:
    if _is_below(subject, seat):
        return Side.SUBORDINATES
    if _is_peer(subject, seat):
        return Side.PEERS
    return Side.COLLECTIVE if seat.path.startswith(_around(subject, home)) else None


def _is_below(subject: Place, seat: Place) -> bool:
    if not seat.path.startswith(subject.path) or subject.kind == Kind.STAFF:
        return False
    return subject.kind == Kind.HEAD or seat.path != subject.path or seat.kind == Kind.STAFF


def _is_peer(subject: Place, seat: Place) -> bool:
    """Staff and deputies of one unit; heads of the units beside."""
    if subject.kind != seat.kind:
        return False
    if subject.kind == Kind.HEAD:
        return _parent(seat.path) == _parent(subject.path)
    return seat.path == subject.path


def _around(subject: Place, home: str) -> str:
    """The unit above the own one, not above the home."""
    parent = _parent(subject.path)
    return parent if parent.startswith(home) else home


def _parent(path: str) -> str:
    return path[: path.rstrip("/").rfind("/") + 1]
