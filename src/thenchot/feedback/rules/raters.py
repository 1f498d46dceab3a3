"""Who looks at somebody from which side: from the unit tree and the seats of one day. Each rater
stands on one side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thenchot.feedback.enums import Side
from thenchot.worklog.enums import Capacity


@dataclass(frozen=True, slots=True)
class Place:
    """The primary seat of one person. `path` of the unit: "/3/17/52/"; `bloc` of the unit; `leads`:
    the unit leads the others of its bloc in the commune (the people's committee its divisions, the
    Party committee its bodies).
    """

    person: int
    path: str
    kind: Capacity
    bloc: str = ""
    leads: bool = False


def sides_of(reviewee: Place, seats: Sequence[Place], home: str) -> dict[Side, set[int]]:
    """`home`: path of the commune or province; the collective never reaches beyond it."""
    superior = _superior(reviewee, seats)
    found: dict[Side, set[int]] = {
        Side.SELF: {reviewee.person},
        Side.SUPERIOR: {superior.person} if superior else set(),
    }
    for seat in _others(reviewee, superior, seats):
        side = _side(reviewee, seat, home)
        if side:
            found.setdefault(side, set()).add(seat.person)
    return found


def _others(reviewee: Place, superior: Place | None, seats: Iterable[Place]) -> Iterable[Place]:
    known = {reviewee.person, superior.person} if superior else {reviewee.person}
    return (seat for seat in seats if seat.person not in known)


def _superior(reviewee: Place, seats: Iterable[Place]) -> Place | None:
    """The head of the own unit; for a head, that of the nearest unit above which has one, else that
    of the body beside which leads the bloc: in many communes divisions hang under the commune
    itself.
    """
    heads = [
        seat for seat in seats if seat.kind == Capacity.HEAD and seat.person != reviewee.person
    ]
    above = [
        seat
        for seat in heads
        if reviewee.path.startswith(seat.path)
        and (reviewee.kind != Capacity.HEAD or seat.path != reviewee.path)
    ]
    if above:
        return max(above, key=lambda seat: len(seat.path))
    return next((seat for seat in heads if _leads(seat, reviewee)), None)


def _leads(seat: Place, reviewee: Place) -> bool:
    return (
        seat.leads
        and not reviewee.leads
        and seat.bloc == reviewee.bloc
        and reviewee.path.startswith(_parent(seat.path))
    )


def _side(reviewee: Place, seat: Place, home: str) -> Side | None:
    if _is_below(reviewee, seat):
        return Side.SUBORDINATES
    if _is_peer(reviewee, seat):
        return Side.PEERS
    return Side.COLLECTIVE if seat.path.startswith(_around(reviewee, home)) else None


def _is_below(reviewee: Place, seat: Place) -> bool:
    if not seat.path.startswith(reviewee.path) or reviewee.kind == Capacity.STAFF:
        return False
    return (
        reviewee.kind == Capacity.HEAD or seat.path != reviewee.path or seat.kind == Capacity.STAFF
    )


def _is_peer(reviewee: Place, seat: Place) -> bool:
    """Staff and deputies of one unit; heads of the units beside."""
    if reviewee.kind != seat.kind:
        return False
    if reviewee.kind == Capacity.HEAD:
        return _parent(seat.path) == _parent(reviewee.path)
    return seat.path == reviewee.path


def _around(reviewee: Place, home: str) -> str:
    """The unit above the own one, not above the home."""
    parent = _parent(reviewee.path)
    return parent if parent.startswith(home) else home


def _parent(path: str) -> str:
    return path[: path.rstrip("/").rfind("/") + 1]
