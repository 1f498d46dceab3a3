"""What waits for one person: every room hands over its kinds of waiting in its `desk.py`, found at
start. The desk counts them all in one query and opens the first few.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import F, Func, IntegerField, QuerySet, Subquery
from django.urls import reverse
from django.utils.functional import Promise

from thenchot.platform.ui.actions import MOST_TOGETHER, Actions

LINES = 4


@dataclass(frozen=True)
class Line:
    """One thing that waits, or `n` alike ones. `note`: small below it; `pks`: what a press on the
    button of the whole section sends.
    """

    text: str
    url: str
    note: str = ""
    pks: tuple[int, ...] = ()
    n: int = 1


@dataclass(frozen=True)
class Together:
    """One press for everything that waits; `title` with the number, as "Nhận cả %(n)s việc"."""

    actions: Actions
    name: str
    title: str | Promise
    ask: str | Promise = ""

    @property
    def url(self) -> str:
        return reverse(f"{self.name}_together")


@dataclass(frozen=True)
class Waiting:
    """One kind of what may wait. `place` orders the desk: what others wait for comes first.

    `rows(actor, on)` is everything that waits for the actor, soonest first; it is counted as it
    is. `lines(actor, rows, on)` puts the first of them into words, at most `LINES`, in two queries
    at most. Only asked of those who hold `permission`. `all_of`: name of the page with all of them.
    """

    place: int
    code: str
    title: str | Promise
    rows: Callable[[Any, date], QuerySet]
    lines: Callable[[Any, QuerySet, date], Iterable[Line]]
    permission: str | None = None
    all_of: str = ""
    together: Together | None = None


@dataclass(frozen=True)
class Section:
    """One kind on the desk of a person: how many wait, and the first of them."""

    waiting: Waiting
    count: int
    lines: Sequence[Line] = ()
    chosen: Sequence[int] = ()

    @property
    def all_url(self) -> str:
        return reverse(self.waiting.all_of) if self.waiting.all_of else ""

    @property
    def more(self) -> int:
        return max(self.count - sum(line.n for line in self.lines), 0)

    @property
    def together(self) -> Together | None:
        """Offered where there are several, and all of them at hand."""
        is_whole = 1 < self.count == len(self.chosen)
        return self.waiting.together if is_whole else None

    @property
    def together_title(self) -> str:
        return self.together.title % {"n": self.count} if self.together else ""


_kinds: dict[str, Waiting] = {}


def register(*kinds: Waiting) -> None:
    """Once, in `desk.py`. Two kinds never stand at one place."""
    for kind in kinds:
        at = next((one for one in _kinds.values() if one.place == kind.place), kind)
        if at.code != kind.code:
            raise ValueError(f"{at.code} and {kind.code} stand at place {kind.place}")
        _kinds[kind.code] = kind


def kinds() -> list[Waiting]:
    return sorted(_kinds.values(), key=lambda kind: kind.place)


def open_to(actor) -> list[Waiting]:
    return [kind for kind in kinds() if kind.permission is None or actor.has(kind.permission)]


def counts(actor, on: date) -> dict[str, int]:
    """How many wait, by kind. One query, whatever the number of kinds."""
    asked = {kind.code: _count(kind.rows(actor, on)) for kind in open_to(actor)}
    mine = get_user_model().objects.filter(pk=actor.account_id)
    found = mine.annotate(**asked).values(*asked).first() or {}
    return {code: number or 0 for code, number in found.items()}


def sections(actor, on: date, *, opened: int) -> list[Section]:
    """What waits; the lines of the first `opened` kinds only, so that the queries stay bounded."""
    number = counts(actor, on)
    waiting = [kind for kind in open_to(actor) if number.get(kind.code)]
    return [
        _section(actor, kind, number[kind.code], on, is_open=n < opened)
        for n, kind in enumerate(waiting)
    ]


def _section(actor, kind: Waiting, count: int, on: date, *, is_open: bool) -> Section:
    if not is_open:
        return Section(kind, count)
    wanted = MOST_TOGETHER if kind.together else LINES
    lines = list(kind.lines(actor, kind.rows(actor, on)[:wanted], on))
    chosen = [pk for line in lines for pk in line.pks]
    return Section(kind, count, lines[:LINES], chosen)


def _count(rows: QuerySet) -> Subquery:
    number = Func(F("pk"), function="COUNT", template="%(function)s(DISTINCT %(expressions)s)")
    return Subquery(
        rows.order_by().annotate(waiting_here=number).values("waiting_here"),
        output_field=IntegerField(),
    )
